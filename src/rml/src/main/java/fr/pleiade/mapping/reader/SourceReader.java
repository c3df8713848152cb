package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.DCAT;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads logical sources and the CSVW dialect of the file.
 *
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/">RML-IO</a>
 */
final class SourceReader {
    private static final List<String> FORMULATIONS = List.of(Rml.CSV, Rml.NAMESPACE + "CSVW");
    private static final List<String> PATHS =
            List.of(Rml.PATH, Rml.CSVW + "url", DCAT + "downloadURL", DCAT + "accessURL");

    /** What is read of a CSVW table, here or with its dialect. */
    private static final Set<String> TABLE = Set.of(
            Rml.CSVW + "url", Rml.CSVW + "dialect", Rml.CSVW + "separator", Rml.CSVW + "null", Rml.CSVW + "encoding");

    /** What says nothing about values. */
    private static final Set<String> NAMES = Set.of(
            Rml.CSVW + "tableSchema",
            Rml.CSVW + "column",
            Rml.CSVW + "columns",
            Rml.CSVW + "name",
            Rml.CSVW + "title",
            Rml.CSVW + "titles",
            Rml.CSVW + "note",
            Rml.CSVW + "notes",
            Rml.CSVW + "primaryKey",
            Rml.CSVW + "rowTitle",
            Rml.CSVW + "rowTitles");

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
            refuseUnusedDescription(source);
            return path.flatMap(p -> located(source, p, dialect));
        });
    }

    private Optional<String> path(Term logicalSource, Term source) {
        if (source instanceof Term.Literal literal) {
            return file(logicalSource, Rml.SOURCE, literal.lexical());
        }
        Optional<String> property = PATHS.stream()
                .filter(path -> !document.all(source, path).isEmpty())
                .findFirst();
        if (property.isPresent()) {
            return document.atMostOne(source, property.get())
                    .flatMap(path -> file(source, property.get(), path.text()));
        }
        if (source instanceof Term.Iri && document.graph().about(source).isEmpty()) {
            return file(logicalSource, Rml.SOURCE, source.text());
        }
        String types = String.join(
                " and ",
                document.all(source, Rml.TYPE).stream().map(document::describe).toList());
        document.errorAt(
                logicalSource,
                Rml.SOURCE,
                "the source %s is not a file that has a path; expected rml:path%s",
                document.describe(source),
                types.isEmpty() ? "" : "; its type is " + types);
        return Optional.empty();
    }

    /** {@return the path that an address of a file means; an address elsewhere is refused} */
    private Optional<String> file(Term about, String property, String address) {
        if (FileAddress.isElsewhere(address)) {
            document.errorAt(
                    about,
                    property,
                    "<%s> is not read: a source is a file, and nothing is fetched; download it, then give its path in quotes",
                    address);
            return Optional.empty();
        }
        return Optional.of(FileAddress.path(address)).filter(path -> isPath(about, property, path));
    }

    /** What a description says of the values in a table, beside how the file is written, would have to be done: nobody does it here. */
    private void refuseUnusedDescription(Term source) {
        Set<Term> seen = new HashSet<>(document.all(source, Rml.CSVW + "dialect"));
        Deque<Term> next = new ArrayDeque<>(List.of(source));
        while (!next.isEmpty()) {
            Term about = next.remove();
            for (Quad statement : seen.add(about) ? document.graph().about(about) : List.<Quad>of()) {
                String property = statement.predicate().value();
                boolean isRead = about.equals(source) && TABLE.contains(property);
                if (property.startsWith(Rml.CSVW) && !isRead && !NAMES.contains(property)) {
                    document.errorAt(
                            about,
                            property,
                            "%s is not used; say it in the maps of terms (rml:datatype, rml:language, …)",
                            document.shorten(property));
                }
                next.addAll(document.items(statement.object()));
            }
        }
    }

    private boolean isPath(Term source, String property, String path) {
        try {
            if (!Path.of(path).toString().isEmpty()) {
                return true;
            }
        } catch (InvalidPathException e) {
            // Falls through to the same advice as an empty path.
        }
        document.errorAt(source, property, "'%s' is not the path of a file", path);
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
