package fr.pleiade.syntax;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.function.UnaryOperator;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Terms as RDF4J has them, and back. */
public final class Rdf4j {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private Rdf4j() {}

    public static Statement statement(Quad quad) {
        Resource subject = (Resource) value(quad.subject());
        IRI predicate = VALUES.createIRI(quad.predicate().value());
        Value object = value(quad.object());
        return quad.graph().equals(Quad.DEFAULT_GRAPH)
                ? VALUES.createStatement(subject, predicate, object)
                : VALUES.createStatement(subject, predicate, object, (Resource) value(quad.graph()));
    }

    /** {@return the statement as a quad, its blank nodes named anew by {@code label}} */
    static Quad quad(Statement statement, UnaryOperator<String> label) {
        Term graph = statement.getContext() == null ? Quad.DEFAULT_GRAPH : term(statement.getContext(), label);
        return new Quad(
                term(statement.getSubject(), label),
                new Term.Iri(statement.getPredicate().stringValue()),
                term(statement.getObject(), label),
                graph);
    }

    private static Value value(Term term) {
        if (term instanceof Term.Iri iri) {
            return VALUES.createIRI(iri.value());
        }
        if (term instanceof Term.BlankNode node) {
            return VALUES.createBNode(node.label());
        }
        Term.Literal literal = (Term.Literal) term;
        return literal.language().isEmpty()
                ? VALUES.createLiteral(literal.lexical(), VALUES.createIRI(literal.datatype()))
                : VALUES.createLiteral(literal.lexical(), literal.language());
    }

    private static Term term(Value value, UnaryOperator<String> label) {
        if (value instanceof IRI iri) {
            return new Term.Iri(iri.stringValue());
        }
        if (value instanceof BNode node) {
            return new Term.BlankNode(label.apply(node.getID()));
        }
        org.eclipse.rdf4j.model.Literal literal = (org.eclipse.rdf4j.model.Literal) value;
        return new Term.Literal(
                literal.getLabel(),
                literal.getDatatype().stringValue(),
                literal.getLanguage().orElse(""));
    }
}
