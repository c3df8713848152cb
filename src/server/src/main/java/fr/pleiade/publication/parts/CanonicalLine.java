package fr.pleiade.publication.parts;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells whether a line is one of canonical N-Quads, as the stages behind it take for granted: one space between terms, absolute IRIs, no
 * escape but of what must be escaped, UTF-8, and the graph that is expected. Not thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/n-triples/#canonical-ntriples">RDF 1.1 N-Triples, section 4</a>
 */
final class CanonicalLine {
    private static final String ESCAPED = "tbnrf\"\\";

    private final byte[] graph;
    private final QuadLine line = new QuadLine();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer characters = CharBuffer.allocate(1 << 12);

    CanonicalLine(String graph) {
        this.graph = new Term.Iri(graph).toNTriples().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return what is wrong with a line, if anything is} */
    Optional<String> problem(byte[] bytes, int start, int end) {
        try {
            if (!line.cut(bytes, start, end)) {
                return Optional.of("it is no quad");
            }
        } catch (QuadLine.Malformed e) {
            return Optional.of("it is no quad: " + e.getMessage());
        }
        if (!line.is(QuadLine.GRAPH, graph)) {
            return Optional.of("it is no quad of the graph " + new String(graph, StandardCharsets.UTF_8));
        }
        if (!isSpaced(start, end)) {
            return Optional.of("its terms are not set apart by one space each");
        }
        if (!isUtf8(bytes, start, end)) {
            return Optional.of("it is not UTF-8");
        }
        for (int term = QuadLine.SUBJECT; term < QuadLine.GRAPH; term++) {
            if (!isWellFormed(bytes, term)) {
                String text = new String(line.copy(term), StandardCharsets.UTF_8);
                return Optional.of("%.80s is not written as a term is".formatted(text));
            }
        }
        return Optional.empty();
    }

    private boolean isSpaced(int start, int end) {
        boolean together = line.start(QuadLine.SUBJECT) == start && line.end(QuadLine.GRAPH) == end - 2;
        for (int term = QuadLine.SUBJECT; term < QuadLine.GRAPH; term++) {
            together &= line.end(term) + 1 == line.start(term + 1);
        }
        return together;
    }

    private boolean isUtf8(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        if (at == end) {
            return true;
        }
        if (characters.capacity() < end - at) {
            characters = CharBuffer.allocate(2 * (end - at));
        }
        return !utf8.reset()
                .decode(ByteBuffer.wrap(bytes, at, end - at), characters.clear(), true)
                .isError();
    }

    private boolean isWellFormed(byte[] bytes, int term) {
        if (line.isIri(term)) {
            return isIri(bytes, line.start(term) + 1, line.end(term) - 1);
        }
        if (line.isBlankNode(term)) {
            return true;
        }
        int datatype = line.datatypeStart();
        return (datatype == line.end(term) || isIri(bytes, datatype + 1, line.end(term) - 1))
                && isEscaped(bytes, line.start(term) + 1, line.closingQuote());
    }

    private static boolean isIri(byte[] bytes, int from, int to) {
        boolean isAbsolute = false;
        for (int at = from; at < to; at++) {
            byte each = bytes[at];
            if (each >= 0 && (each <= ' ' || "<>\"{}|^`\\".indexOf(each) >= 0)) {
                return false;
            }
            isAbsolute |= each == ':' && at > from;
        }
        return isAbsolute;
    }

    private static boolean isEscaped(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
                if (!isControl(bytes, at, to) && ESCAPED.indexOf(bytes[at]) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return whether {@code u0000} to {@code u001F} or {@code u007F} stand there} */
    private static boolean isControl(byte[] bytes, int at, int to) {
        if (at + 4 >= to || bytes[at] != 'u' || bytes[at + 1] != '0' || bytes[at + 2] != '0') {
            return false;
        }
        boolean isLow = bytes[at + 3] == '0' || bytes[at + 3] == '1';
        return isLow && Character.digit(bytes[at + 4], 16) >= 0 || bytes[at + 3] == '7' && bytes[at + 4] == 'F';
    }
}
