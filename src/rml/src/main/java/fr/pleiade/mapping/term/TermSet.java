package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.TermMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of several maps for one place of a triple, with a fixed text around each; made once if no row changes them.
 *
 * <p>What a row changes is written to a buffer that sets share, so that a set costs its writers and no more, and a mapping of thousands
 * of columns runs in the memory that a processor has at hand.
 */
public final class TermSet {
    private final TermWriter[] writers;
    private final Around around;
    private final boolean constant;
    private @Nullable Terms made;

    private TermSet(List<TermWriter> writers, Around around, boolean constant) {
        this.writers = writers.toArray(TermWriter[]::new);
        this.around = around;
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
            this.before = before.getBytes(StandardCharsets.US_ASCII);
            this.after = after.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Buffers for the terms of one place of a triple; for one thread. */
    public static final class Place {
        private final Terms terms = new Terms();
        private final Terms bare = new Terms();
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

    /** {@return the row's terms, until the place's next ones are asked for} */
    public Terms of(RowScope scope, Place place) {
        Terms kept = made;
        if (kept != null) {
            return kept;
        }
        if (around == Around.NOTHING) {
            writeAll(scope, place.terms);
        } else {
            writeAll(scope, place.bare);
            surround(place.bare, place.terms);
        }
        if (constant) {
            made = place.terms.copy();
        }
        return place.terms;
    }

    private void surround(Terms bare, Terms terms) {
        terms.clear();
        for (int i = 0; i < bare.size(); i++) {
            int length = terms.bytes().length();
            terms.bytes().put(around.before);
            bare.copy(i, terms.bytes());
            if (terms.bytes().length() == length + around.before.length) {
                terms.bytes().truncate(length); // the default graph has no name
            }
            terms.bytes().put(around.after);
            terms.end();
        }
    }

    private void writeAll(RowScope scope, Terms out) {
        out.clear();
        for (TermWriter writer : writers) {
            writer.write(scope, out);
        }
    }
}
