package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;

/** The RML graph in the making. */
public final class RuleGraph {
    private final InMemoryGraph graph = new InMemoryGraph();
    private final String base;
    private int nodes;

    /** @param base what the names of triples maps, sources and targets are put behind */
    public RuleGraph(String base) {
        this.base = base;
    }

    /** {@return the graph as it is so far} */
    public InMemoryGraph graph(Prefixes prefixes) {
        graph.addPrefixes(prefixes);
        return graph;
    }

    /** {@return the resource of something that the document gives a name; the names of different kinds never meet} */
    public Term.Iri named(String kind, String name) {
        return new Term.Iri(base + kind + "/" + PercentEncoding.encode(name, false));
    }

    /** {@return the resource of a mapping} */
    public Term.Iri mapping(String name) {
        return new Term.Iri(base + PercentEncoding.encode(name, false));
    }

    /** {@return the resource of one of several triples maps of a mapping} */
    public static Term.Iri numbered(Term mapping, String kind, int number) {
        return new Term.Iri(mapping.text() + "/" + kind + number);
    }

    /** {@return a new resource without a name} */
    public Term.BlankNode node() {
        return new Term.BlankNode("y" + ++nodes);
    }

    /** {@return a new resource that is the object of a property} */
    public Term.BlankNode part(Term about, String property, long line) {
        Term.BlankNode part = node();
        add(about, property, part, line);
        return part;
    }

    public void add(Term about, String property, Term object, long line) {
        graph.add(new Quad(about, new Term.Iri(property), object), line);
    }

    public void add(Term about, String property, String text, long line) {
        add(about, property, Term.Literal.of(text), line);
    }
}
