package fr.pleiade.sparql.function;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** The regular expression of one REGEX or REPLACE: compiled anew only where a row has another one than the row before. */
final class Patterns {
    /** The longest regular expression, in UTF-16 units. */
    static final int LONGEST = 10_000;

    private static final String FLAGS = "smixq";

    private final String function;
    private String source = "";
    private String flags = "";
    private @Nullable Pattern pattern;
    private ZeroWidth zeroWidth = new ZeroWidth(1);

    Patterns(String function) {
        this.function = function;
    }

    /**
     * {@return a search in a text}
     *
     * @param arguments a regular expression, and flags or nothing
     */
    Matcher in(String text, List<NodeValue> arguments, Budget budget) {
        Pattern current = of(arguments);
        zeroWidth.requireFew(text.length());
        return current.matcher(new WatchedText(text, budget));
    }

    private Pattern of(List<NodeValue> arguments) {
        String newSource = text(arguments.get(0));
        String newFlags = arguments.size() > 1 ? text(arguments.get(1)) : "";
        Pattern last = pattern;
        if (last != null && newSource.equals(source) && newFlags.equals(flags)) {
            return last;
        }
        if (newSource.length() > LONGEST || newFlags.chars().anyMatch(flag -> FLAGS.indexOf(flag) < 0)) {
            throw new ExprEvalException(function + ": a regular expression that is too long, or an unknown flag");
        }
        Pattern compiled = guarded(() -> RegexEngine.makePattern(function, newSource, newFlags));
        pattern = compiled;
        source = newSource;
        flags = newFlags;
        zeroWidth = ZeroWidth.of(compiled);
        return compiled;
    }

    /** Does what recurses as deep as the pattern or the text wants; too deep is an error of the expression. */
    static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw new ExprEvalException("a regular expression is nested too deeply, or its text is too long for it");
        }
    }

    private String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
