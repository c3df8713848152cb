package fr.pleiade.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request's path as IRIs have it, and back.
 *
 * <p>A path on the wire is ASCII with {@code %XX}; an IRI has letters such as {@code é} as they are and keeps the {@code %XX} of
 * everything that is not a letter, a digit or one of {@code -._~}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-3.2">RFC 3987, section 3.2</a>
 */
public final class RequestPath {
    private RequestPath() {}

    /**
     * {@return whether no segment leads upwards, no control character is hidden in it, every escape is complete, and it does not begin
     * as the address of another host does, {@code //host}}
     */
    public static boolean isSafe(String rawPath) {
        Optional<String> decoded = decode(rawPath);
        if (decoded.isEmpty() || decoded.get().chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        String[] segments = decoded.get().split("[/\\\\]", -1);
        if (segments.length > 2 && segments[0].isEmpty() && segments[1].isEmpty()) {
            return false;
        }
        for (String segment : segments) {
            if (segment.equals("..") || segment.equals(".")) {
                return false;
            }
        }
        return true;
    }

    /** {@return the segment with all escapes undone, or nothing if they are not UTF-8} */
    public static Optional<String> decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return Optional.of(segment);
        }
        byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** {@return a path on the wire as an IRI has it: escaped letters beyond ASCII become letters, other escapes stay} */
    public static String toIri(String rawPath) {
        StringBuilder out = new StringBuilder(rawPath.length());
        int at = 0;
        while (at < rawPath.length()) {
            int end = at;
            while (end + 2 < rawPath.length() && rawPath.charAt(end) == '%' && rawPath.charAt(end + 1) >= '8') {
                end += 3;
            }
            if (end == at) {
                out.append(rawPath.charAt(at++));
                continue;
            }
            String escaped = rawPath.substring(at, end);
            out.append(decode(escaped).map(RequestPath::encode).orElse(escaped));
            at = end;
        }
        return out.toString();
    }

    /** {@return a segment's text as an IRI has it: letters as they are, everything that is not unreserved escaped} */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isUnreserved(c)) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append("%%%02X".formatted(b & 0xFF));
                }
            }
        });
        return out.toString();
    }

    /** {@return an IRI as it goes into a header or a link: everything beyond ASCII escaped} */
    public static String toUri(String iri) {
        int plain = 0;
        while (plain < iri.length() && isPrintableAscii(iri.charAt(plain))) {
            plain++;
        }
        if (plain == iri.length()) {
            return iri;
        }
        StringBuilder out = new StringBuilder(iri.length());
        iri.codePoints().forEach(c -> {
            if (isPrintableAscii(c)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append("%%%02X".formatted(b & 0xFF));
                }
            }
        });
        return out.toString();
    }

    private static boolean isPrintableAscii(int c) {
        return c > 0x20 && c < 0x7F;
    }

    private static boolean isUnreserved(int c) {
        return c < 128
                ? Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0
                : c >= 0xA0 && !Character.isSpaceChar(c);
    }
}
