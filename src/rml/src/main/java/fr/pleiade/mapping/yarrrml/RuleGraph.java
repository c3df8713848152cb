package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;

/** The RML graph in the making. */
final class RuleGraph {
    private final InMemoryGraph graph = new InMemoryGraph();
    private final String base;
    private int nodes;

    /** @param base what the names of triples maps, sources and targets are put behind */
    RuleGraph(String base) {
        this.base = base;
    }

    /** {@return the graph as it is so far} */
    InMemoryGraph graph(Prefixes prefixes) {
        graph.addPrefixes(prefixes);
        return graph;
    }

    /** {@return the resource of something that the document gives a name; the names of different kinds never meet} */
    Term.Iri named(String kind, String name) {
        return new Term.Iri(base + kind + "/" + PercentEncoding.encode(name, false));
    }

    /** {@return the resource of a mapping} */
    Term.Iri mapping(String name) {
        return new Term.Iri(base + PercentEncoding.encode(name, false));
    }

    /** {@return the resource of one of several triples maps of a mapping} */
    static Term.Iri numbered(Term mapping, String kind, int number) {
        return new Term.Iri(mapping.text() + "/" + kind + number);
    }

    /** {@return a new resource without a name} */
    Term.BlankNode node() {
        return new Term.BlankNode("y" + ++nodes);
    }

    /** {@return a new resource that is the object of a property} */
    Term.BlankNode part(Term about, String property, long line) {
        Term.BlankNode part = node();
        add(about, property, part, line);
        return part;
    }

    void add(Term about, String property, Term object, long line) {
        graph.add(new Quad(about, new Term.Iri(property), object), line);
    }

    void add(Term about, String property, String text, long line) {
        add(about, property, Term.Literal.of(text), line);
    }
}
