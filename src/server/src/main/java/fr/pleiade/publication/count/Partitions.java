package fr.pleiade.publication.count;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How often each class and each property occurs in a graph, counted in one pass over its sorted file, and where its links lead.
 *
 * <p>Memory: one number for each class, property, and pair of property and foreign site, and what {@link ClassProperties} needs.
 *
 * @param classes for each class, how many things are of it
 * @param properties for each property, how many triples have it
 * @param uses for each class, the properties of its things
 * @param outward for each property, how many triples lead from our things to each site outside ours, such as {@code https://ror.org/}
 * @param example the first thing below {@code <base>id/}, or {@code ""} if there is none
 * @param space what the IRIs of all things below {@code <base>id/} begin with, up to a slash, or {@code ""} if there is none
 * @see <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID, section 4.5</a>
 */
public record Partitions(
        SortedMap<String, Long> classes,
        SortedMap<String, Long> properties,
        SortedMap<String, SortedMap<String, ClassProperties.Use>> uses,
        SortedMap<String, SortedMap<String, Long>> outward,
        String example,
        String space) {
    private static final String TYPE = "<" + Vocabulary.RDF + "type>";

    public Partitions {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
        outward = Collections.unmodifiableSortedMap(new TreeMap<>(outward));
    }

    /** Counts a graph's file: sorted N-Quads without duplicates, so that each line with a class is another thing of it. */
    public static Partitions of(Path nquads, String base) throws IOException {
        return of(nquads, base, line -> {});
    }

    /** Counts likewise, and shows each line to somebody else who counts. */
    public static Partitions of(Path nquads, String base, Consumer<QuadLine> other) throws IOException {
        Count count = new Count(base);
        try (LineReader lines = new LineReader(nquads)) {
            while (lines.next()) {
                count.line(lines.quad());
                other.accept(lines.quad());
            }
        }
        return count.result();
    }

    /** The numbers so far; keys are terms as bytes of N-Quads. */
    private static final class Count {
        private final byte[] site;
        private final byte[] things;
        private final byte[] type = bytes(TYPE);
        private final Map<ByteBuffer, long[]> classes = new HashMap<>();
        private final Map<ByteBuffer, long[]> properties = new HashMap<>();
        private final ClassProperties uses = new ClassProperties();
        private final Map<ByteBuffer, Map<ByteBuffer, long[]>> outward = new HashMap<>();
        private byte[] first = {};
        private byte[] common = {};

        Count(String base) {
            this.site = bytes("<" + base);
            this.things = bytes("<" + base + "id/");
        }

        void line(QuadLine line) {
            if (line.begins(QuadLine.SUBJECT, things)) {
                countSpace(line.bytes(), line.start(), line.end(QuadLine.SUBJECT) - 1);
            }
            uses.line(line);
            int predicate = line.start(QuadLine.PREDICATE);
            int predicateEnd = line.end(QuadLine.PREDICATE);
            add(properties, line.bytes(), predicate, predicateEnd);
            if (line.is(QuadLine.PREDICATE, type)) {
                add(classes, line.bytes(), line.start(QuadLine.OBJECT), line.end(QuadLine.OBJECT));
            } else if (line.begins(QuadLine.SUBJECT, site)
                    && line.isIri(QuadLine.OBJECT)
                    && !line.begins(QuadLine.OBJECT, site)) {
                addOutward(line.bytes(), predicate, predicateEnd, line.start(QuadLine.OBJECT));
            }
        }

        private void countSpace(byte[] line, int start, int end) {
            if (first.length == 0) {
                first = Arrays.copyOfRange(line, start, end);
                common = first;
                return;
            }
            int same = Arrays.mismatch(common, 0, common.length, line, start, end);
            if (same >= 0 && same < common.length) {
                common = Arrays.copyOf(common, same);
            }
        }

        private void addOutward(byte[] line, int predicate, int predicateEnd, int object) {
            int slashes = 0;
            int at = object;
            for (; line[at] != '>' && slashes < 3; at++) {
                slashes += line[at] == '/' ? 1 : 0;
            }
            boolean isSiteItself = line[at] == '>'; // its home page, which says nothing of anything there
            if (slashes == 3 && !isSiteItself) {
                ByteBuffer key = ByteBuffer.wrap(line, predicate, predicateEnd - predicate);
                Map<ByteBuffer, long[]> sites = outward.get(key);
                if (sites == null) {
                    sites = new HashMap<>();
                    outward.put(copy(key), sites);
                }
                add(sites, line, object, at);
            }
        }

        private static void add(Map<ByteBuffer, long[]> counts, byte[] line, int start, int end) {
            ByteBuffer key = ByteBuffer.wrap(line, start, end - start);
            long[] count = counts.get(key);
            if (count == null) {
                count = new long[1];
                counts.put(copy(key), count);
            }
            count[0]++;
        }

        private static ByteBuffer copy(ByteBuffer key) {
            byte[] bytes = new byte[key.remaining()];
            key.duplicate().get(bytes);
            return ByteBuffer.wrap(bytes);
        }

        Partitions result() {
            SortedMap<String, SortedMap<String, Long>> links = new TreeMap<>();
            outward.forEach((property, sites) -> links.put(iri(property), numbers(sites)));
            String prefix = first.length == 0 ? "" : new String(common, StandardCharsets.UTF_8).substring(1);
            return new Partitions(
                    numbers(classes),
                    numbers(properties),
                    uses.result(),
                    links,
                    withoutFragment(iri(ByteBuffer.wrap(first))),
                    prefix.substring(0, prefix.lastIndexOf('/') + 1));
        }

        private static SortedMap<String, Long> numbers(Map<ByteBuffer, long[]> counts) {
            SortedMap<String, Long> numbers = new TreeMap<>();
            counts.forEach((term, count) -> numbers.put(iri(term), count[0]));
            return numbers;
        }

        private static String withoutFragment(String iri) {
            return iri.replaceFirst("#.*$", "");
        }

        private static String iri(ByteBuffer term) {
            String text = StandardCharsets.UTF_8.decode(term.duplicate()).toString();
            return text.replaceAll("^<|>$", "");
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
