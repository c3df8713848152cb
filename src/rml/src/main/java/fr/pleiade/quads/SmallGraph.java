package fr.pleiade.quads;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts the triples of documents into one graph: their blank nodes are renamed so that those of two documents stay apart. */
public final class SmallGraph {
    private final Term.Iri name;
    private final LineSorter sorter;

    /** @param name the graph's name */
    public SmallGraph(Term.Iri name, LineSorter sorter) {
        this.name = name;
        this.sorter = sorter;
    }

    /** @param document a name that does not change from build to build; blank nodes are named after it */
    public void add(String document, InMemoryGraph graph) throws IOException {
        String prefix = "d" + Sha256.of(document).substring(0, 8);
        for (Quad quad : graph.triples()) {
            Quad renamed =
                    new Quad(rename(quad.subject(), prefix), quad.predicate(), rename(quad.object(), prefix), name);
            sorter.write((renamed.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Term rename(Term term, String prefix) {
        return term instanceof Term.BlankNode node ? new Term.BlankNode(prefix + node.label()) : term;
    }
}
