package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.served.Served;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a property or class is used: how often in each dataset, and a few triples as examples.
 *
 * @param byDataset how many triples have the property, or how many things are of the class, by the dataset's slug; the most first
 * @param examples at most {@value #EXAMPLES} of them, of different things
 */
record TermUses(Map<String, Long> byDataset, List<Quad> examples) {
    static final int EXAMPLES = 3;

    /** Lines of a graph's file that are looked at for examples, some tens of milliseconds; a rarer term has none. */
    private static final int MOST_LINES = 200_000;

    TermUses {
        examples = List.copyOf(examples);
    }

    /** {@return the uses in a release; reads the beginning of the graphs that have the term} */
    static TermUses of(Term.Iri term, Served served) {
        Map<String, Long> counts = counts(term, served);
        List<Quad> examples = new ArrayList<>();
        for (String slug : counts.keySet()) {
            if (examples.size() < EXAMPLES) {
                addExamples(term, served.release(), slug, examples);
            }
        }
        return new TermUses(counts, examples);
    }

    /** {@return how often it is used in all} */
    long total() {
        return byDataset.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> counts(Term term, Served served) {
        InMemoryGraph catalog = served.catalog();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (PublishedGraph graph : served.release().graphs()) {
            Term dataset = new Term.Iri(graph.iri());
            long count = count(catalog, dataset, VOID + "propertyPartition", VOID + "property", VOID + "triples", term)
                    + count(catalog, dataset, VOID + "classPartition", VOID + "class", VOID + "entities", term);
            if (count > 0) {
                counts.put(graph.slug(), count);
            }
        }
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static long count(
            InMemoryGraph catalog, Term dataset, String partition, String of, String number, Term term) {
        return catalog.objects(dataset, partition).stream()
                .filter(part -> catalog.objects(part, of).contains(term))
                .flatMap(part -> catalog.objects(part, number).stream())
                .map(Term::text)
                .filter(text -> text.matches("\\d{1,15}"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static void addExamples(Term.Iri term, Release release, String slug, List<Quad> examples) {
        String between = " " + term.toNTriples() + " ";
        byte[] asProperty = between.getBytes(StandardCharsets.UTF_8);
        byte[] asClass = (" " + TYPE.toNTriples() + between).getBytes(StandardCharsets.UTF_8);
        GraphFile.Lines lines = GraphFile.of(release.graphFile(slug)).lines();
        byte[] subject = {};
        for (int i = 0; i < MOST_LINES && lines.line().length > 0 && examples.size() < EXAMPLES; i++, lines.next()) {
            byte[] line = lines.line();
            int end = endOfSubject(line);
            boolean isOfAnother = subject.length == 0 || !startsWith(line, 0, subject);
            if (isOfAnother && (startsWith(line, end, asProperty) || startsWith(line, end, asClass))) {
                subject = Arrays.copyOf(line, end + 1);
                examples.add(QuadLine.parse(new String(line, StandardCharsets.UTF_8)));
            }
        }
    }

    /** Neither an IRI nor a label of a blank node has a space in it. */
    private static int endOfSubject(byte[] line) {
        int end = 0;
        while (end < line.length && line[end] != ' ') {
            end++;
        }
        return end;
    }

    private static boolean startsWith(byte[] line, int from, byte[] begin) {
        return line.length >= from + begin.length
                && Arrays.equals(line, from, from + begin.length, begin, 0, begin.length);
    }
}
