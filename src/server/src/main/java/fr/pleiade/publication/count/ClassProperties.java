package fr.pleiade.publication.count;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts which properties the things of each class have, and of which datatypes their literals are: an editor completes from that.
 *
 * <p>Memory: one number for each class, property and datatype that occur together, and the triples of one thing.
 */
final class ClassProperties {
    private static final byte[] TYPE = bytes("<" + Vocabulary.RDF + "type>");
    private static final ByteBuffer NO_LITERAL = ByteBuffer.allocate(0);
    private static final ByteBuffer STRING = ByteBuffer.wrap(bytes("<" + Vocabulary.XSD + "string>"));
    private static final ByteBuffer LANGUAGE_STRING = ByteBuffer.wrap(bytes("<" + Vocabulary.RDF + "langString>"));

    private final Map<ByteBuffer, Map<ByteBuffer, Count>> byClass = new HashMap<>();

    /** Each property and datatype once, so that a line makes no garbage. */
    private final Map<ByteBuffer, ByteBuffer> terms = new HashMap<>();

    private byte[] subject = {};
    private final List<ByteBuffer> classes = new ArrayList<>();
    private final List<ByteBuffer> properties = new ArrayList<>();
    private final List<ByteBuffer> datatypes = new ArrayList<>();

    /**
     * How things of a class use a property.
     *
     * @param triples how often
     * @param datatypes how many literals of each datatype, by its IRI
     */
    record Use(long triples, SortedMap<String, Long> datatypes) {}

    private static final class Count {
        private long triples;
        private final Map<ByteBuffer, long[]> datatypes = new HashMap<>();

        void add(ByteBuffer datatype) {
            triples++;
            if (datatype != NO_LITERAL) {
                datatypes.computeIfAbsent(datatype, d -> new long[1])[0]++;
            }
        }

        Use result() {
            SortedMap<String, Long> byIri = new TreeMap<>();
            datatypes.forEach((datatype, count) -> byIri.put(iri(datatype), count[0]));
            return new Use(triples, byIri);
        }
    }

    /** Takes in one line of a file that is sorted. */
    void line(QuadLine line) {
        if (!line.is(QuadLine.SUBJECT, subject)) {
            countThing();
            subject = line.copy(QuadLine.SUBJECT);
        }
        properties.add(term(line.bytes(), line.start(QuadLine.PREDICATE), line.end(QuadLine.PREDICATE)));
        datatypes.add(line.isLiteral(QuadLine.OBJECT) ? datatype(line) : NO_LITERAL);
        if (line.is(QuadLine.PREDICATE, TYPE)) {
            classes.add(term(line.bytes(), line.start(QuadLine.OBJECT), line.end(QuadLine.OBJECT)));
        }
    }

    /** {@return for each class the properties of its things} */
    SortedMap<String, SortedMap<String, Use>> result() {
        countThing();
        SortedMap<String, SortedMap<String, Use>> result = new TreeMap<>();
        byClass.forEach((type, counts) -> {
            SortedMap<String, Use> uses = new TreeMap<>();
            counts.forEach((property, count) -> uses.put(iri(property), count.result()));
            result.put(iri(type), uses);
        });
        return result;
    }

    private void countThing() {
        for (ByteBuffer type : classes) {
            Map<ByteBuffer, Count> uses = byClass.computeIfAbsent(type, t -> new HashMap<>());
            for (int i = 0; i < properties.size(); i++) {
                uses.computeIfAbsent(properties.get(i), p -> new Count()).add(datatypes.get(i));
            }
        }
        classes.clear();
        properties.clear();
        datatypes.clear();
    }

    private ByteBuffer datatype(QuadLine line) {
        int end = line.end(QuadLine.OBJECT);
        int start = line.datatypeStart();
        if (start < end) {
            return term(line.bytes(), start, end);
        }
        return line.bytes()[end - 1] == '"' ? STRING : LANGUAGE_STRING;
    }

    private ByteBuffer term(byte[] line, int start, int end) {
        ByteBuffer key = ByteBuffer.wrap(line, start, end - start);
        ByteBuffer known = terms.get(key);
        if (known == null) {
            known = ByteBuffer.wrap(Arrays.copyOfRange(line, start, end));
            terms.put(known, known);
        }
        return known;
    }

    private static String iri(ByteBuffer term) {
        String text = StandardCharsets.UTF_8.decode(term.duplicate()).toString();
        return text.substring(1, text.length() - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
