package fr.pleiade.publication.count;

import static fr.pleiade.rdf.Vocabulary.ADMS;

import fr.pleiade.quads.LineReader;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The things of a graph that are shown as examples: those of its commonest kind to which most others lead.
 *
 * <p>A kind is the first part of an address below {@code <base>id/}. Found in passes over sorted files, without an index. Memory: 200
 * bytes for each of at most {@value #MOST_COMPARED} things; of a graph of more, the first things are taken.
 */
public final class ShownThings {
    private static final int SHOWN = 12;
    private static final int MOST_COMPARED = 100_000;
    private static final byte[] TYPE = predicate(Vocabulary.RDF + "type");
    private static final byte[] IDENTIFIER = predicate(ADMS + "identifier");

    private final String space;
    private final byte[] things;

    /** How many things lead to each thing that has a class; in the order of the file. */
    private final Map<String, int[]> links = new TreeMap<>();

    private String firstIdentified = "";
    private boolean isTooLarge;

    private ShownThings(String base) {
        this.space = base + "id/";
        this.things = ("<" + space).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the things of a graph, none of which has links yet} */
    public static ShownThings of(Path nquads, String base) throws IOException {
        ShownThings shown = new ShownThings(base);
        try (LineReader lines = new LineReader(nquads)) {
            while (!shown.isTooLarge && lines.next()) {
                shown.see(lines.buffer(), lines.start(), lines.end());
            }
        }
        return shown;
    }

    private void see(byte[] line, int start, int end) {
        if (!begins(line, start, end, things)) {
            return;
        }
        int predicate = space(line, start) + 1;
        boolean isTyped = begins(line, predicate, end, TYPE);
        boolean isIdentified = firstIdentified.isEmpty() && begins(line, predicate, end, IDENTIFIER);
        if ((isTyped || isIdentified) && !hasFragment(line, start, predicate)) {
            String thing = iri(line, start, predicate - 1);
            if (isTyped) {
                links.putIfAbsent(thing, new int[1]);
                isTooLarge = links.size() > MOST_COMPARED;
            } else {
                firstIdentified = thing;
            }
        }
    }

    /** Counts, in all graphs of a release, who leads to the things of some graphs; nothing is read for graphs that are too large. */
    public static void countLinks(Collection<ShownThings> shown, Collection<Path> graphs, String base)
            throws IOException {
        Map<String, int[]> counted = new HashMap<>();
        shown.stream().filter(graph -> !graph.isTooLarge).forEach(graph -> {
            graph.keepCommonest();
            graph.links.forEach((thing, links) -> counted.merge(thing, links, (one, other) -> one));
            graph.links.replaceAll((thing, links) -> counted.getOrDefault(thing, links));
        });
        if (counted.isEmpty()) {
            return;
        }
        LinkCount count = new LinkCount(counted, ("<" + base + "id/").getBytes(StandardCharsets.UTF_8));
        for (Path graph : graphs) {
            try (LineReader lines = new LineReader(graph)) {
                while (lines.next()) {
                    count.see(lines.buffer(), lines.start(), lines.end());
                }
            }
        }
    }

    private void keepCommonest() {
        Map<String, Integer> kinds = new TreeMap<>();
        links.keySet().forEach(thing -> kinds.merge(kind(thing), 1, Integer::sum));
        Optional<String> commonest = kinds.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
        commonest.ifPresent(
                kind -> links.keySet().removeIf(thing -> !kind(thing).equals(kind)));
    }

    private String kind(String thing) {
        int slash = thing.indexOf('/', space.length());
        return slash < 0 ? "" : thing.substring(space.length(), slash);
    }

    /** {@return the things to which most others lead, at most {@value #SHOWN}} */
    public List<String> mostLinked() {
        Comparator<Map.Entry<String, int[]>> byLinks = Comparator.comparing(entry -> -entry.getValue()[0]);
        return links.entrySet().stream()
                .sorted(byLinks.thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return a thing that has an identifier, or any thing where none has; to be asked before links are counted} */
    public Optional<String> typical() {
        return Optional.of(firstIdentified)
                .filter(links::containsKey)
                .or(() -> links.keySet().stream().findFirst());
    }

    /** Counts, line by line, what leads to some things; a subject that leads to one by several properties counts once in a graph. */
    private static final class LinkCount {
        private final Map<String, int[]> counted;
        private final byte[] things;
        private final Set<String> seen = new HashSet<>();
        private byte[] subject = {};

        LinkCount(Map<String, int[]> counted, byte[] things) {
            this.counted = counted;
            this.things = things;
        }

        void see(byte[] line, int start, int end) {
            if (!begins(line, start, end, things)) {
                return;
            }
            int subjectEnd = ShownThings.space(line, start);
            int object = ShownThings.space(line, subjectEnd + 1) + 1;
            if (!begins(line, object, end, things)) {
                return;
            }
            String target = iri(line, object, ShownThings.space(line, object));
            int[] links = counted.get(target);
            if (links == null || isFragmentOf(line, start, target)) {
                return;
            }
            if (!Arrays.equals(line, start, subjectEnd, subject, 0, subject.length)) {
                subject = Arrays.copyOfRange(line, start, subjectEnd);
                seen.clear();
            }
            if (seen.add(target)) {
                links[0]++;
            }
        }

        /** {@return whether the line's subject is a {@code #} fragment of the thing} */
        private static boolean isFragmentOf(byte[] line, int start, String thing) {
            byte[] bytes = thing.getBytes(StandardCharsets.UTF_8);
            int end = start + 1 + bytes.length;
            return end < line.length && line[end] == '#' && Arrays.equals(line, start + 1, end, bytes, 0, bytes.length);
        }
    }

    private static byte[] predicate(String iri) {
        return ("<" + iri + "> ").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean begins(byte[] line, int from, int end, byte[] prefix) {
        return from + prefix.length <= end && Arrays.equals(line, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static int space(byte[] line, int from) {
        int at = from;
        while (line[at] != ' ') {
            at++;
        }
        return at;
    }

    private static boolean hasFragment(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line[at] == '#') {
                return true;
            }
        }
        return false;
    }

    /** {@return what stands between the brackets of an IRI of N-Quads} */
    private static String iri(byte[] line, int start, int end) {
        return new String(line, start + 1, end - start - 2, StandardCharsets.UTF_8);
    }
}
