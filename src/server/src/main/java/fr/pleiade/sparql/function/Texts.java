package fr.pleiade.sparql.function;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;

/** The lengths of texts, and what is in them. */
final class Texts {
    private Texts() {}

    /** {@return the same value, if it is not too long a text} */
    static NodeValue measured(NodeValue value, Budget budget) {
        if (value.isString() || value.isLangString()) {
            budget.requireLength(value.asString().length());
        }
        return value;
    }

    /** {@return in UTF-16 units, 0 for what is no text} */
    static int length(NodeValue value) {
        return value.isLiteral() ? value.asString().length() : 0;
    }

    /** {@return a text of the same language or type} */
    static NodeValue like(Node literal, String text) {
        String language = literal.getLiteralLanguage();
        return NodeValue.makeNode(
                language.isEmpty()
                        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
                        : NodeFactory.createLiteralDirLang(text, language, literal.getLiteralBaseDirection()));
    }

    /**
     * {@return where a part is in a text for the first time, or -1}, in time that grows with the sum of their lengths.
     *
     * @see <a href="https://doi.org/10.1137/0206024">Knuth, Morris, Pratt: Fast Pattern Matching in Strings</a>
     */
    static int find(String part, String text) {
        int[] fallback = fallbacks(part);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && part.charAt(matched) != text.charAt(i)) {
                matched = fallback[matched - 1];
            }
            if (part.charAt(matched) == text.charAt(i)) {
                matched++;
            }
            if (matched == part.length()) {
                return i + 1 - matched;
            }
        }
        return -1;
    }

    /** {@return for each prefix of the part, how long the longest shorter one is that it ends in} */
    private static int[] fallbacks(String part) {
        int[] fallback = new int[part.length()];
        for (int i = 1; i < fallback.length; i++) {
            int length = fallback[i - 1];
            while (length > 0 && part.charAt(length) != part.charAt(i)) {
                length = fallback[length - 1];
            }
            fallback[i] = part.charAt(length) == part.charAt(i) ? length + 1 : length;
        }
        return fallback;
    }
}
