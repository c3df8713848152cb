package fr.pleiade.mapping.reader;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Reads RML documents. */
public final class PlanReader {
    private PlanReader() {}

    /**
     * Reads an RML document, by its suffix in any syntax, Turtle where it has none.
     *
     * @param base the IRI against which the document's relative IRIs, and the relative IRIs that it makes, are resolved
     * @param systems the identifier systems whose codes its functions can read
     * @throws MappingException if the document is not RDF or not a mapping that can be executed; lists all errors
     */
    public static Plan read(Path mapping, String base, IdentifierSystems systems) {
        String document = mapping.toString();
        InMemoryGraph graph;
        try {
            graph = RdfReader.readGraph(mapping, base);
        } catch (SyntaxException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^.*?:[0-9]+: ", "");
            throw new MappingException(new MappingError(document, e.line(), problem), e);
        } catch (UncheckedIOException e) {
            throw new MappingException(new MappingError(document, 0, "cannot be read: " + e.getMessage()), e);
        }
        MappingDocument read = new MappingDocument(document, OldVocabulary.of(graph), Functions.with(systems));
        List<TriplesMap> maps = new MappingReader(read, base).read();
        Path folder = mapping.toAbsolutePath().getParent();
        return new Plan(document, folder == null ? "" : folder.toString(), maps, systems);
    }
}
