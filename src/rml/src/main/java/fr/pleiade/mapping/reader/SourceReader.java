package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads logical sources and the CSVW dialect of the file.
 *
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/">RML-IO</a>
 */
final class SourceReader {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final List<String> FORMULATIONS = List.of(Rml.CSV, Rml.NAMESPACE + "CSVW");
    private final MappingDocument document;
    private final ViewReader views;

    SourceReader(MappingDocument document) {
        this.document = document;
        this.views = new ViewReader(document, this);
    }

    Optional<LogicalSource> read(Term logicalSource) {
        if (!document.all(logicalSource, Rml.VIEW_ON).isEmpty()) {
            return views.read(logicalSource);
        }
        document.atMostOne(logicalSource, Rml.REFERENCE_FORMULATION).ifPresent(formulation -> {
            if (!FORMULATIONS.contains(formulation.text())) {
                document.errorAt(
                        logicalSource,
                        Rml.REFERENCE_FORMULATION,
                        "%s cannot be read, expected rml:CSV",
                        document.describe(formulation));
            }
        });
        return document.exactlyOne(logicalSource, Rml.SOURCE).flatMap(source -> {
            Optional<String> path = path(logicalSource, source);
            Dialect dialect = new DialectReader(document).read(source);
            return path.flatMap(p -> located(source, p, dialect));
        });
    }

    private Optional<String> path(Term logicalSource, Term source) {
        if (source instanceof Term.Literal literal) {
            return Optional.of(literal.lexical());
        }
        Optional<Term> path = document.atMostOne(source, Rml.PATH)
                .or(() -> document.atMostOne(source, Rml.CSVW + "url"))
                .or(() -> document.atMostOne(source, DCAT + "downloadURL"))
                .or(() -> document.atMostOne(source, DCAT + "accessURL"));
        if (path.isEmpty()) {
            document.errorAt(
                    logicalSource, Rml.SOURCE, "rml:path is missing in the source %s", document.describe(source));
        }
        return path.map(Term::text)
                .map(p -> p.startsWith("file://") ? p.substring("file://".length()) : p)
                .filter(p -> isPath(source, p));
    }

    private boolean isPath(Term source, String path) {
        try {
            if (!Path.of(path).toString().isEmpty()) {
                return true;
            }
        } catch (InvalidPathException e) {
            // Falls through to the same advice as an empty path.
        }
        document.errorAt(source, Rml.PATH, "'%s' is not the path of a file", path);
        return false;
    }

    private Optional<LogicalSource> located(Term source, String path, Dialect dialect) {
        Optional<Term> root = document.atMostOne(source, Rml.ROOT);
        if (root.isEmpty()) {
            return Optional.of(new LogicalSource(path, LogicalSource.Root.UNDECLARED, "", dialect));
        }
        if (root.get().text().equals(Rml.WORKING_DIRECTORY)) {
            return Optional.of(new LogicalSource(path, LogicalSource.Root.WORKING_DIRECTORY, "", dialect));
        }
        if (root.get().text().equals(Rml.MAPPING_DIRECTORY)) {
            return Optional.of(new LogicalSource(path, LogicalSource.Root.MAPPING_DIRECTORY, "", dialect));
        }
        if (root.get() instanceof Term.Literal folder) {
            return Optional.of(new LogicalSource(path, LogicalSource.Root.NAMED, folder.lexical(), dialect));
        }
        document.errorAt(
                source,
                Rml.ROOT,
                "%s is not a root; expected rml:CurrentWorkingDirectory, rml:MappingDirectory or a path in quotes",
                document.describe(root.get()));
        return Optional.empty();
    }
}
