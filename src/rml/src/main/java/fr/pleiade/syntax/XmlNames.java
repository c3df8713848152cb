package fr.pleiade.syntax;

import static fr.pleiade.rdf.Vocabulary.RDF;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Set;
import org.eclipse.rdf4j.common.xml.XMLUtil;

/**
 * What RDF/XML cannot hold: predicates that no element can be called by, and characters that XML does not have.
 *
 * @see <a href="https://www.w3.org/TR/rdf-syntax-grammar/#section-Serialising">RDF 1.1 XML Syntax, section 8: serializing</a>
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2: characters</a>
 */
final class XmlNames {

    /** Names of RDF/XML's own grammar; an element of such a name is no property, or another one. */
    private static final Set<String> GRAMMAR = Set.of(
            RDF + "RDF",
            RDF + "ID",
            RDF + "about",
            RDF + "bagID",
            RDF + "parseType",
            RDF + "resource",
            RDF + "nodeID",
            RDF + "datatype",
            RDF + "Description",
            RDF + "aboutEach",
            RDF + "aboutEachPrefix",
            RDF + "li");

    private XmlNames() {}

    /** @throws SyntaxException if RDF/XML cannot hold the triple */
    static void verify(Quad quad) {
        String predicate = quad.predicate().value();
        int name = XMLUtil.findURISplitIndex(predicate);
        if (name < 1 || GRAMMAR.contains(predicate)) {
            throw refusal("the predicate <%s>: no XML element can be called so".formatted(predicate));
        }
        if (quad.object() instanceof Term.Literal literal) {
            literal.lexical()
                    .codePoints()
                    .filter(character -> !isXml(character))
                    .findFirst()
                    .ifPresent(character -> {
                        throw refusal("the character U+%04X in a value of <%s> of %s: XML has no such character"
                                .formatted(character, predicate, quad.subject().toNTriples()));
                    });
        }
    }

    private static SyntaxException refusal(String what) {
        return new SyntaxException(
                Syntax.RDF_XML.label(), 0, "it cannot hold " + what + "; write another syntax, such as Turtle (.ttl)");
    }

    private static boolean isXml(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000 && character <= 0x10FFFF;
    }
}
