package fr.pleiade.sparql.result;

import fr.pleiade.findings.Text;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;

/**
 * Which answers can be XML: Jena's writers send characters that XML does not have, and fail in the middle at a predicate that no element
 * can be called by.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2: characters</a>
 * @see <a href="https://www.w3.org/TR/rdf-syntax-grammar/#section-Serialising">RDF 1.1 XML Syntax, section 8: serializing</a>
 */
public final class XmlAnswers {
    private static final int LONGEST_SHOWN = 200;

    /** Names of RDF/XML's own grammar; an element of such a name is no property, or another one. */
    private static final Set<String> GRAMMAR = Set.of(
            "RDF",
            "ID",
            "about",
            "bagID",
            "parseType",
            "resource",
            "nodeID",
            "datatype",
            "Description",
            "aboutEach",
            "aboutEachPrefix",
            "li");

    private static final Text NO_ELEMENT = new Text(
            "this answer cannot be RDF/XML: no XML element can be called by its predicate <%s>; ask for Turtle or JSON-LD",
            "cette réponse ne peut être du RDF/XML : aucun élément XML ne peut porter le nom de son prédicat <%s> ; demandez du Turtle ou"
                    + " du JSON-LD");

    private static final Text NO_CHARACTER = new Text(
            "this answer cannot be XML, which does not have the character %s that is in “%s”; ask for JSON, or Turtle for a graph",
            "cette réponse ne peut être du XML, qui n'a pas le caractère %s contenu dans « %s » ; demandez du JSON, ou du Turtle pour un"
                    + " graphe");

    private XmlAnswers() {}

    /** An answer that XML cannot hold, and what would have worked. */
    public static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Text problem;

        Unwritable(Text problem) {
            super(problem.en());
            this.problem = problem;
        }

        /** {@return why, in words for whoever asked} */
        public Text problem() {
            return problem;
        }
    }

    /** @throws Unwritable if RDF/XML cannot hold one of the triples */
    public static void requireWritable(Graph graph) {
        graph.find().forEachRemaining(triple -> {
            verifyName(triple.getPredicate().getURI());
            verifyCharacters(triple.getSubject());
            verifyCharacters(triple.getObject());
        });
    }

    /** {@return the same rows, which end with {@link Unwritable} at a value that XML cannot hold} */
    public static RowSet writable(RowSet rows) {
        return new XmlRows(rows, XmlAnswers::verifyCharacters);
    }

    private static void verifyName(String predicate) {
        boolean isGrammar = predicate.startsWith(RDF.uri) && GRAMMAR.contains(predicate.substring(RDF.uri.length()));
        int name = Util.splitNamespaceXML(predicate);
        if (isGrammar || name == 0 || name == predicate.length()) {
            throw new Unwritable(NO_ELEMENT.with(shown(predicate)));
        }
        verifyCharacters(predicate);
    }

    private static void verifyCharacters(Node node) {
        if (node.isLiteral()) {
            verifyCharacters(node.getLiteralLexicalForm());
        } else if (node.isURI()) {
            verifyCharacters(node.getURI());
        }
    }

    private static void verifyCharacters(String text) {
        text.codePoints().filter(character -> !isXml(character)).findFirst().ifPresent(character -> {
            String without = text.codePoints()
                    .map(c -> isXml(c) ? c : '\uFFFD')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            throw new Unwritable(NO_CHARACTER.with("U+%04X".formatted(character), shown(without)));
        });
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
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
