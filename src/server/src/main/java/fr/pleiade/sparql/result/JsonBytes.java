package fr.pleiade.sparql.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON as bytes of UTF-8 on their way to a stream.
 *
 * <p>Only what JSON must escape is escaped: the quotation mark, the backslash and the control characters below U+0020. Half of a surrogate
 * pair, which no RDF term has, becomes U+FFFD. The short escape of a form feed is not used: Jena's own reader of results does not know it. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
final class JsonBytes {
    private static final int FLUSHED_AT = 1 << 14;

    /** The most bytes that a character of a string, or a pair of them, takes: an escape such as backslash, u, 0, 0, 1, f. */
    private static final int LONGEST = 6;

    private static final int CHUNK = 1 << 10;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private byte[] bytes = new byte[FLUSHED_AT + CHUNK * LONGEST];
    private int length;

    /** Where the mark is, or -1: what follows it stays here. */
    private int mark = -1;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    /** {@return a string with its quotation marks, and some ASCII after it} */
    static byte[] quoted(String string, String after) {
        ByteArrayOutputStream quoted = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(quoted).string(string).raw(after);
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return quoted.toByteArray();
    }

    /** Writes ASCII that is JSON already. */
    JsonBytes raw(String json) {
        ensure(json.length());
        for (int i = 0; i < json.length(); i++) {
            bytes[length++] = (byte) json.charAt(i);
        }
        return this;
    }

    /** Writes bytes that are JSON already. */
    JsonBytes raw(byte[] json) {
        ensure(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes ascii(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** Writes a string with its quotation marks. */
    JsonBytes string(String string) {
        ascii('"');
        int at = 0;
        while (at < string.length()) {
            int end = Math.min(at + CHUNK, string.length());
            ensure((end - at + 1) * LONGEST);
            at = encode(string, at, end);
        }
        return ascii('"');
    }

    /** {@return where it stopped: a pair of surrogates may go beyond the end} */
    private int encode(String string, int from, int end) {
        int at = from;
        while (at < end) {
            char c = string.charAt(at++);
            if (c < 0x80) {
                encodeAscii(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                encodeThree(c);
            } else if (Character.isHighSurrogate(c)
                    && at < string.length()
                    && Character.isLowSurrogate(string.charAt(at))) {
                encodeFour(Character.toCodePoint(c, string.charAt(at++)));
            } else {
                encodeThree(REPLACEMENT);
            }
        }
        return at;
    }

    private void encodeAscii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            bytes[length++] = (byte) c;
            return;
        }
        bytes[length++] = '\\';
        switch (c) {
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            case '"', '\\' -> bytes[length++] = (byte) c;
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 0xF];
            }
        }
    }

    private void encodeThree(char c) {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void encodeFour(int codePoint) {
        bytes[length++] = (byte) (0xF0 | codePoint >> 18);
        bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
    }

    /** Remembers this place until {@link #sinceMark}. */
    void mark() {
        ensure(0);
        mark = length;
    }

    /**
     * Forgets the mark.
     *
     * @param spare an array that is used if it has the right length
     * @return what was written since
     */
    byte[] sinceMark(byte @Nullable [] spare) {
        int size = length - mark;
        byte[] since = spare != null && spare.length == size ? spare : new byte[size];
        System.arraycopy(bytes, mark, since, 0, size);
        mark = -1;
        return since;
    }

    /** Sends what is here. */
    void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
        out.flush();
    }

    private void ensure(int more) {
        if (length > FLUSHED_AT && mark < 0) {
            try {
                out.write(bytes, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            length = 0;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
