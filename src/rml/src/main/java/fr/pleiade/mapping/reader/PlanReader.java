package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.FORMATS;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.mapping.yarrrml.Yarrrml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.syntax.NestedTurtle;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads mapping documents. */
public final class PlanReader {
    private PlanReader() {}

    /** Who opens the files of sources. */
    @FunctionalInterface
    public interface Files {
        /**
         * {@return a source's file}
         *
         * @throws CsvException if it does not exist, or cannot be read
         */
        CsvFile open(LogicalSource source);
    }

    /**
     * Reads a mapping: an RML document, by its suffix in any syntax, Turtle where it has none; or YARRRML, of which several documents are
     * one mapping.
     *
     * @param base the IRI against which the documents' relative IRIs, and the relative IRIs that they make, are resolved
     * @param systems the identifier systems whose codes its functions can read
     * @param files opens the sources, so that what is written for several vintages becomes the mapping of this one
     * @throws MappingException if a document cannot be read, or they are not a mapping that can be executed; lists all errors
     */
    public static Plan read(List<Path> mapping, String base, IdentifierSystems systems, Files files) {
        String document = String.join(", ", mapping.stream().map(Path::toString).toList());
        InMemoryGraph graph = graph(mapping, base, systems, files);
        MappingDocument read = new MappingDocument(document, OldVocabulary.of(graph), Functions.with(systems));
        List<TriplesMap> maps = new MappingReader(read, base).read();
        Path folder = mapping.get(0).toAbsolutePath().getParent();
        return new Plan(document, folder == null ? "" : folder.toString(), maps, systems);
    }

    /**
     * Reads a mapping as RML, whatever it is written in, each triple with its line in its document.
     *
     * @throws MappingException if a document cannot be read, or says what RML cannot
     */
    static InMemoryGraph graph(List<Path> mapping, String base, IdentifierSystems systems, Files files) {
        List<Yarrrml.Document> documents = new ArrayList<>();
        for (Path document : mapping) {
            Optional<YamlNode> yaml =
                    Documents.isYaml(document) ? Optional.of(Documents.read(document)) : Optional.empty();
            if (yaml.filter(Sheet::isSheet).isPresent() && mapping.size() == 1) {
                return Sheet.read(document.toString(), yaml.get(), base, slug(document), systems)
                        .graph((graph, source) -> header(graph, source, systems, files));
            }
            if (yaml.isPresent()) {
                documents.add(new Yarrrml.Document(document.toString(), yarrrml(document, yaml.get())));
            } else if (mapping.size() > 1) {
                throw new MappingException(List.of(new MappingError(
                        document.toString(),
                        0,
                        "several documents are one mapping only where all are YARRRML, in .yml")));
            }
        }
        return documents.isEmpty() ? rdf(mapping.get(0), base) : Yarrrml.graph(documents, base);
    }

    /** {@return the same mapping as RML of today, in Turtle} */
    public static String rml(List<Path> mapping, String base, IdentifierSystems systems, Files files) {
        InMemoryGraph rml =
                OldVocabulary.of(graph(mapping, base, systems, files)).normalised();
        rml.addPrefixes(Prefixes.of(Map.of("rml", Rml.NAMESPACE, "csvw", Rml.CSVW, "void", VOID, "formats", FORMATS)));
        return NestedTurtle.of(rml);
    }

    /**
     * {@return a column sheet as CSVW metadata}
     *
     * @param leftOut takes what CSVW cannot say
     * @throws MappingException if the mapping is no column sheet, or is at fault
     */
    public static String csvw(
            Path mapping, String base, IdentifierSystems systems, Files files, Consumer<MappingError> leftOut) {
        String document = mapping.toString();
        if (!Documents.isYaml(mapping) || !Sheet.isSheet(Documents.read(mapping))) {
            throw new MappingException(List.of(new MappingError(
                    document, 0, "only a column sheet is written as CSVW, which has not what other mappings say")));
        }
        return Sheet.read(document, Documents.read(mapping), base, slug(mapping), systems)
                .csvw((graph, source) -> header(graph, source, systems, files), leftOut);
    }

    /** {@return the name of the dataset whose folder a sheet is in, or the sheet's own} */
    private static String slug(Path sheet) {
        Path absolute = sheet.toAbsolutePath().normalize();
        String name = String.valueOf(absolute.getFileName());
        Path folder = absolute.getParent();
        return name.startsWith("mapping.") && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : name.replaceFirst("\\.ya?ml$", "");
    }

    /** A file that cannot be read is told when it is to be mapped. */
    private static Optional<List<String>> header(
            InMemoryGraph graph, Term source, IdentifierSystems systems, Files files) {
        MappingDocument document = new MappingDocument("", OldVocabulary.of(graph), Functions.with(systems));
        return new SourceReader(document).read(source).flatMap(described -> {
            try (CsvFile file = files.open(described)) {
                return Optional.of(file.header());
            } catch (CsvException | UncheckedIOException e) {
                return Optional.empty();
            }
        });
    }

    private static InMemoryGraph rdf(Path mapping, String base) {
        String document = mapping.toString();
        try {
            return RdfReader.readGraph(mapping, base);
        } catch (SyntaxException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^.*?:[0-9]+: ", "");
            throw new MappingException(new MappingError(document, e.line(), problem), e);
        } catch (UncheckedIOException e) {
            throw new MappingException(new MappingError(document, 0, "cannot be read: " + e.getMessage()), e);
        }
    }

    private static YamlNode yarrrml(Path mapping, YamlNode root) {
        if (!Yarrrml.isYarrrml(root)) {
            throw new MappingException(List.of(new MappingError(
                    mapping.toString(),
                    root.line(),
                    Sheet.isSheet(root) ? "a column sheet is a mapping alone" : Sheet.refusal(root))));
        }
        return root;
    }
}
