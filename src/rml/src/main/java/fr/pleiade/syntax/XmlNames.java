package fr.pleiade.syntax;

import static fr.pleiade.rdf.Vocabulary.RDF;

import fr.pleiade.findings.Text;
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

    private static final Text NO_ELEMENT = new Text(
            "it cannot hold the predicate <%s>: no XML element can be called so; write another syntax, such as Turtle (.ttl)",
            "RDF/XML ne peut contenir le prédicat <%s> : aucun élément XML ne peut se nommer ainsi ; choisissez une autre syntaxe,"
                    + " comme Turtle (.ttl)");
    private static final Text NO_CHARACTER = new Text(
            "it cannot hold the character %s in a value of <%s> of %s: XML has no such character; write another syntax, such as"
                    + " Turtle (.ttl)",
            "RDF/XML ne peut contenir le caractère %s dans une valeur de <%s> de %s : XML n'a pas ce caractère ; choisissez une autre"
                    + " syntaxe, comme Turtle (.ttl)");

    private XmlNames() {}

    /** @throws SyntaxException if RDF/XML cannot hold the triple */
    static void verify(Quad quad) {
        String predicate = quad.predicate().value();
        int name = XMLUtil.findURISplitIndex(predicate);
        if (name < 1 || GRAMMAR.contains(predicate)) {
            throw SyntaxException.unwritable(Syntax.RDF_XML, NO_ELEMENT.with(predicate));
        }
        if (quad.object() instanceof Term.Literal literal) {
            literal.lexical()
                    .codePoints()
                    .filter(character -> !isXml(character))
                    .findFirst()
                    .ifPresent(character -> {
                        throw SyntaxException.unwritable(
                                Syntax.RDF_XML,
                                NO_CHARACTER.with(
                                        "U+%04X".formatted(character),
                                        predicate,
                                        quad.subject().toNTriples()));
                    });
        }
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
