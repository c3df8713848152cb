package fr.pleiade.quality.identity;

import fr.pleiade.findings.Text;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which addresses of things can be asked for: by a browser, behind a proxy, from a letter in which they were printed.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, section 3.3: a path's segments</a>
 */
public final class Addresses {
    /** How many bytes an address may have behind the base, escapes counted: links to it in response headers must not be too long. */
    static final int LONGEST = 1000;

    private static final Text TOO_LONG = new Text(
            "an address of %s bytes, of which " + LONGEST + " are served at most",
            "une adresse de %s octets, alors que " + LONGEST + " au plus sont servis");
    private static final Text DOTS = new Text(
            "an address with the segment '%s', which browsers take out",
            "une adresse avec le segment « %s », que les navigateurs retirent");
    private static final Text NOTHING =
            new Text("an address with a part of nothing but blanks", "une adresse dont une partie n'est que blancs");
    private static final Text UNSEEN = new Text(
            "an address with the character U+%s, which is not seen",
            "une adresse avec le caractère U+%s, qui ne se voit pas");
    private final byte[] things;

    /** @param base the IRI that the site's addresses begin with; only those of things are judged */
    public Addresses(String base) {
        things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return why nobody could ask for an address; nothing if it can be asked for, or is not this site's} */
    public Optional<Text> refusal(byte[] bytes, int from, int to) {
        int start = from + things.length;
        if (start >= to || !startsWith(bytes, from)) {
            return Optional.empty();
        }
        boolean plain = to - start <= LONGEST && bytes[start] != '.' && bytes[start] != '/' && bytes[to - 2] != '/';
        for (int i = start; i < to - 1 && plain; i++) {
            byte b = bytes[i];
            plain = b > ' ' && b != '%' && (b != '/' || bytes[i + 1] != '.' && bytes[i + 1] != '/');
        }
        return plain ? Optional.empty() : refusal(new String(bytes, start, to - 1 - start, StandardCharsets.UTF_8));
    }

    private boolean startsWith(byte[] bytes, int from) {
        for (int i = 0; i < things.length; i++) {
            if (bytes[from + i] != things[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Text> refusal(String address) {
        String path = address.indexOf('#') < 0 ? address : address.substring(0, address.indexOf('#'));
        long length = path.chars()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 6 : Character.isSurrogate((char) c) ? 6 : 9)
                .sum();
        if (length > LONGEST) {
            return Optional.of(TOO_LONG.with(length));
        }
        for (String segment : path.split("/", -1)) {
            Optional<Text> refused = refusedSegment(segment);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static Optional<Text> refusedSegment(String segment) {
        String content = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        for (String part : content.split("[/\\\\]", -1)) {
            if (part.equals(".") || part.equals("..")) {
                return Optional.of(DOTS.with(part));
            }
        }
        if (content.isBlank()) {
            return Optional.of(NOTHING);
        }
        return content.codePoints()
                .filter(Addresses::isUnseen)
                .mapToObj(character -> UNSEEN.with("%04X".formatted(character)))
                .findFirst();
    }

    /** Blanks but the plain one, controls, characters that only format others, and what is no character. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> character == 0xFFFD;
        };
    }
}
