package fr.pleiade.rdf;

/**
 * A triple in a graph.
 *
 * @param subject an IRI or a blank node
 * @param predicate the property
 * @param object any term
 * @param graph the graph's name, or {@link #DEFAULT_GRAPH}
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
public record Quad(Term subject, Term.Iri predicate, Term object, Term graph) {
    /** Stands for the graph without a name; never written. */
    public static final Term.Iri DEFAULT_GRAPH = new Term.Iri("urn:x-arq:DefaultGraph");

    /** @throws IllegalArgumentException if the subject or the graph is a literal */
    public Quad {
        if (subject instanceof Term.Literal || graph instanceof Term.Literal) {
            throw new IllegalArgumentException("a subject or a graph cannot be a literal: " + subject + ", " + graph);
        }
    }

    /** A triple of the default graph. */
    public Quad(Term subject, Term.Iri predicate, Term object) {
        this(subject, predicate, object, DEFAULT_GRAPH);
    }

    /** {@return the same triple in another graph} */
    public Quad in(Term otherGraph) {
        return graph == otherGraph ? this : new Quad(subject, predicate, object, otherGraph);
    }

    /** {@return one line of canonical N-Quads, without its line end} */
    public String toNQuads() {
        String triple = subject.toNTriples() + " " + predicate.toNTriples() + " " + object.toNTriples();
        return graph.equals(DEFAULT_GRAPH) ? triple + " ." : triple + " " + graph.toNTriples() + " .";
    }
}
