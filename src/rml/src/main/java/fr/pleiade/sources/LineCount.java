package fr.pleiade.sources;

/** Counts physical lines: CR LF, CR and LF each end one, in any mixture. */
final class LineCount {
    private long line;
    private int before = -1;

    LineCount(long firstLine) {
        line = firstLine;
    }

    /** Takes the text's next character, or byte where it is ASCII's. */
    void count(int character) {
        if (character == '\r' || (character == '\n' && before != '\r')) {
            line++;
        }
        before = character;
    }

    /** {@return the line of the character that comes next} */
    long line() {
        return line;
    }
}
