package fr.pleiade.mapping.bytes;

import java.nio.charset.StandardCharsets;

/**
 * The IRI-safe version of a text: what is not {@code iunreserved} becomes the percent-encoded bytes of its UTF-8 form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-2.2">RFC 3987, section 2.2</a>
 */
public final class PercentEncoding {
    private static final boolean[] UNRESERVED = new boolean[128];
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    static {
        for (char c = 0; c < 128; c++) {
            UNRESERVED[c] =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
        }
    }

    private PercentEncoding() {}

    public static String encode(String text, boolean ascii) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Bytes out = new Bytes();
        encode(bytes, 0, bytes.length, ascii, out);
        return out.toString();
    }

    /** Appends the encoded form of a slice of well-formed UTF-8; {@code ascii} encodes letters beyond ASCII too. */
    public static void encode(byte[] bytes, int from, int to, boolean ascii, Bytes out) {
        int i = from;
        while (i < to) {
            int start = i;
            while (i < to && bytes[i] >= 0 && UNRESERVED[bytes[i]]) {
                i++;
            }
            out.put(bytes, start, i);
            if (i < to) {
                int length = lengthOfCharacter(bytes[i]);
                if (bytes[i] < 0 && !ascii && IriSyntax.isUcsChar(character(bytes, i, length))) {
                    out.put(bytes, i, i + length);
                } else {
                    encodeBytes(bytes, i, i + length, out);
                }
                i += length;
            }
        }
    }

    private static void encodeBytes(byte[] bytes, int from, int to, Bytes out) {
        for (int i = from; i < to; i++) {
            out.put((byte) '%');
            out.put(DIGITS[(bytes[i] & 0xF0) >> 4]);
            out.put(DIGITS[bytes[i] & 0x0F]);
        }
    }

    private static int lengthOfCharacter(byte first) {
        return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
    }

    private static int character(byte[] bytes, int i, int length) {
        int character = bytes[i] & (0xFF >> (length + 1));
        for (int k = i + 1; k < i + length; k++) {
            character = character << 6 | bytes[k] & 0x3F;
        }
        return character;
    }
}
