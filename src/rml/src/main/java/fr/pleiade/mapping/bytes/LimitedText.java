package fr.pleiade.mapping.bytes;

/**
 * A text that may be looked at only so often: a regular expression can need more steps than there are atoms for forty characters.
 *
 * <p>One value, one use: the steps that remain are counted down over all of it. Not thread-safe.
 */
public final class LimitedText implements CharSequence {
    /** A pattern that reads a text once or a few times needs some steps a character; what needs a thousand times as many never ends. */
    private static final long STEPS = 5_000_000;

    private static final long STEPS_PER_CHARACTER = 200;

    private final String text;
    private long steps;

    public LimitedText(String text) {
        this.text = text;
        this.steps = STEPS + STEPS_PER_CHARACTER * text.length();
    }

    /** The steps are used up. */
    public static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--steps < 0) {
            throw new TooManyStepsException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
