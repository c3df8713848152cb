package fr.pleiade.mapping.bytes;

import java.nio.charset.StandardCharsets;

/**
 * The content of an N-Quads string, from UTF-8 to UTF-8, in the canonical form of {@link fr.pleiade.rdf.Term#toNTriples()}.
 *
 * @see <a href="https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples">RDF 1.2 N-Triples, section 4</a>
 */
public final class StringEscapes {
    private static final byte[][] ESCAPES = new byte[128][];
    private static final boolean[] IS_ESCAPED = new boolean[256];

    static {
        for (int c = 0; c < 128; c++) {
            String plain = String.valueOf((char) c);
            String quoted = fr.pleiade.rdf.Term.Literal.of(plain).toNTriples();
            ESCAPES[c] = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.US_ASCII);
            IS_ESCAPED[c] = ESCAPES[c].length > 1;
        }
    }

    private StringEscapes() {}

    public static void put(byte[] source, int from, int to, Bytes out) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (IS_ESCAPED[source[i] & 0xFF]) {
                out.put(source, start, i);
                out.put(ESCAPES[source[i]]);
                start = i + 1;
            }
        }
        out.put(source, start, to);
    }
}
