package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.TermMap;
import java.util.List;

/** The terms of several maps for one place of a triple, with a fixed text around each; made once if no row changes them. */
public final class TermSet {
    private final List<TermWriter> writers;
    private final byte[] before;
    private final byte[] after;
    private final Terms terms = new Terms();
    private final Terms bare = new Terms();
    private final boolean constant;
    private boolean made;

    private TermSet(List<TermWriter> writers, Around around, boolean constant) {
        this.writers = writers;
        this.before = around.before;
        this.after = around.after;
        this.constant = constant;
    }

    /** What is written around each term. */
    public enum Around {
        NOTHING("", ""),
        /** A predicate, between subject and object. */
        SPACES(" ", " "),
        /** A graph, before the line's end. */
        LINE_END(" ", " .\n");

        private final byte[] before;
        private final byte[] after;

        Around(String before, String after) {
            this.before = before.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            this.after = after.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    public static TermSet of(List<TermMap> maps, Around around, Binding binding) {
        boolean constant = maps.stream()
                .allMatch(m -> m.expression().isConstant() && m.conditions().isEmpty());
        return new TermSet(maps.stream().map(binding::writer).toList(), around, constant);
    }

    /** Terms that depend on the row, with nothing around them. */
    public static TermSet of(List<TermWriter> writers) {
        return new TermSet(writers, Around.NOTHING, false);
    }

    /** {@return the row's terms, until the next row's are asked for} */
    public Terms of(RowScope scope) {
        if (made) {
            return terms;
        }
        made = constant;
        if (before.length == 0) {
            writeAll(scope, terms);
            return terms;
        }
        writeAll(scope, bare);
        terms.clear();
        for (int i = 0; i < bare.size(); i++) {
            int length = terms.bytes().length();
            terms.bytes().put(before);
            bare.copy(i, terms.bytes());
            if (terms.bytes().length() == length + before.length) {
                terms.bytes().truncate(length); // the default graph has no name
            }
            terms.bytes().put(after);
            terms.end();
        }
        return terms;
    }

    private void writeAll(RowScope scope, Terms out) {
        out.clear();
        for (TermWriter writer : writers) {
            writer.write(scope, out);
        }
    }
}
