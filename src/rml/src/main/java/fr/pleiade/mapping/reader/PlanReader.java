package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.FORMATS;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.yaml.YamlException;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.mapping.yaml.YamlReader;
import fr.pleiade.mapping.yarrrml.Yarrrml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.syntax.NestedTurtle;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads mapping documents. */
public final class PlanReader {
    private PlanReader() {}

    /**
     * Reads a mapping: an RML document, by its suffix in any syntax, Turtle where it has none; or YARRRML, of which several documents are
     * one mapping.
     *
     * @param base the IRI against which the documents' relative IRIs, and the relative IRIs that they make, are resolved
     * @param systems the identifier systems whose codes its functions can read
     * @throws MappingException if a document cannot be read, or they are not a mapping that can be executed; lists all errors
     */
    public static Plan read(List<Path> mapping, String base, IdentifierSystems systems) {
        String document = String.join(", ", mapping.stream().map(Path::toString).toList());
        InMemoryGraph graph = graph(mapping, base);
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
    static InMemoryGraph graph(List<Path> mapping, String base) {
        List<Yarrrml.Document> documents = new ArrayList<>();
        for (Path document : mapping) {
            if (isYaml(document)) {
                documents.add(new Yarrrml.Document(document.toString(), yarrrml(document)));
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
    public static String rml(List<Path> mapping, String base) {
        InMemoryGraph rml = OldVocabulary.of(graph(mapping, base)).normalised();
        rml.addPrefixes(Prefixes.of(Map.of("rml", Rml.NAMESPACE, "csvw", Rml.CSVW, "void", VOID, "formats", FORMATS)));
        return NestedTurtle.of(rml);
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

    private static boolean isYaml(Path mapping) {
        return mapping.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    private static YamlNode yarrrml(Path mapping) {
        String document = mapping.toString();
        try {
            YamlNode root = YamlReader.read(mapping);
            if (!Yarrrml.isYarrrml(root)) {
                throw new MappingException(List.of(new MappingError(
                        document,
                        root.line(),
                        "this is not a mapping: YARRRML has the key mappings, and this document has not")));
            }
            return root;
        } catch (YamlException e) {
            throw new MappingException(new MappingError(document, e.line(), e.problem()), e);
        } catch (UncheckedIOException e) {
            throw new MappingException(new MappingError(document, 0, "cannot be read: " + e.getMessage()), e);
        }
    }
}
