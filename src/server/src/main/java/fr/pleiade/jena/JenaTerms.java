package fr.pleiade.jena;

import fr.pleiade.rdf.Term;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms as Jena has them, and back. */
public final class JenaTerms {
    private JenaTerms() {}

    /** {@return the node for a term} */
    public static Node node(Term term) {
        if (term instanceof Term.Literal literal) {
            return literal.language().isEmpty()
                    ? NodeFactory.createLiteralDT(
                            literal.lexical(), TypeMapper.getInstance().getSafeTypeByName(literal.datatype()))
                    : NodeFactory.createLiteralLang(literal.lexical(), literal.language());
        }
        return term instanceof Term.Iri iri
                ? NodeFactory.createURI(iri.value())
                : NodeFactory.createBlankNode(((Term.BlankNode) term).label());
    }

    /**
     * {@return the term for a node}
     *
     * @throws IllegalArgumentException if the node is a quoted triple, which no graph of ours holds
     */
    public static Term term(Node node) {
        if (node.isURI()) {
            return new Term.Iri(node.getURI());
        }
        if (node.isBlank()) {
            return new Term.BlankNode(node.getBlankNodeLabel());
        }
        if (!node.isLiteral()) {
            throw new IllegalArgumentException("not an RDF 1.1 term: " + node);
        }
        String language = node.getLiteralLanguage();
        return language.isEmpty()
                ? Term.Literal.typed(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI())
                : Term.Literal.inLanguage(node.getLiteralLexicalForm(), language);
    }
}
