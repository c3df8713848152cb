package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a UTF-8 text: a byte order mark and lines before the header are left out, whatever quotes they hold; so is a first
 * line {@code sep=;} that names the declared delimiter, as spreadsheet programs write it.
 */
final class TextStart {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
    private final PushbackInputStream in;
    private long line = 1;
    private long bytes;

    private TextStart(InputStream text) {
        this.in = new PushbackInputStream(text, 1 << 13);
    }

    /** What follows the skipped lines, its first physical line, and how many bytes were skipped. */
    record Rest(InputStream text, long firstLine, long bytes) {}

    /** {@return the text behind the mark, a line that names the delimiter, and some physical lines, counted from the first} */
    static Rest skip(InputStream text, int lines, String delimiter) throws IOException {
        TextStart start = new TextStart(text);
        start.skipMark();
        if (lines == 0 && start.namesDelimiter(delimiter)) {
            start.skipFirstLine();
        }
        while (start.line <= lines && start.skipLines(lines)) {
            // The next piece of the lines.
        }
        return new Rest(start.in, start.line, start.bytes);
    }

    private boolean namesDelimiter(String delimiter) throws IOException {
        byte[] named = ("sep=" + delimiter).getBytes(StandardCharsets.UTF_8);
        byte[] first = in.readNBytes(named.length + 1);
        in.unread(first);
        return first.length > named.length
                && Arrays.equals(named, Arrays.copyOf(first, named.length))
                && (first[named.length] == '\n' || first[named.length] == '\r');
    }

    private void skipFirstLine() throws IOException {
        while (line == 1 && skipLines(1)) {
            // The next piece of the line.
        }
    }

    private void skipMark() throws IOException {
        byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
        boolean mark = first.length == BYTE_ORDER_MARK.length;
        for (int i = 0; mark && i < first.length; i++) {
            mark = (first[i] & 0xFF) == BYTE_ORDER_MARK[i];
        }
        if (mark) {
            bytes += first.length;
        } else {
            in.unread(first);
        }
    }

    /** Goes over lines in the next piece of the text. {@return whether there was one} */
    private boolean skipLines(int lines) throws IOException {
        byte[] piece = in.readNBytes(1 << 12);
        int i = 0;
        while (i < piece.length && line <= lines) {
            if (piece[i] == '\n' || piece[i] == '\r') {
                line++;
                if (piece[i] == '\r' && i + 1 < piece.length && piece[i + 1] == '\n') {
                    i++;
                } else if (piece[i] == '\r' && i + 1 == piece.length) {
                    skipLineFeed();
                }
            }
            i++;
        }
        bytes += Math.min(i, piece.length);
        in.unread(piece, i, piece.length - i);
        return piece.length > 0;
    }

    private void skipLineFeed() throws IOException {
        byte[] next = in.readNBytes(1);
        if (next.length == 1 && next[0] != '\n') {
            in.unread(next);
        } else {
            bytes += next.length;
        }
    }
}
