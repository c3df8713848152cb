package fr.pleiade.sparql.function;

/**
 * A text in which a regular expression is looked for: whoever reads a character of it looks at the signal, so that a search that goes
 * back and forth without end is stopped.
 */
final class WatchedText implements CharSequence {
    /** How many characters are read between two looks. */
    private static final int PAUSE = 1024;

    private final CharSequence text;
    private final Budget budget;
    private int reads;

    WatchedText(CharSequence text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    @Override
    public char charAt(int index) {
        reads++;
        if (reads >= PAUSE) {
            reads = 0;
            budget.look();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
