package fr.pleiade.publication.check;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What has a name in the current release and would be described by no graph any more: gone, and nothing says what became of it. What is
 * replaced, or what an event has ended, is described by the graph that says so.
 *
 * <p>One pass over each graph of the current release that would change, and one over all graphs that would be there. Memory: little.
 */
public final class Departures {
    private static final int SHOWN = 3;
    private static final List<byte[]> NAMES =
            List.of(name(Vocabulary.RDFS + "label"), name(Vocabulary.SKOS + "prefLabel"));

    private final Release before;
    private final Collection<GraphFile> graphs;
    private final byte[] things;

    /**
     * @param before the current release
     * @param graphs all graphs that there would be
     * @param base the site's base
     */
    public Departures(Release before, Collection<GraphFile> graphs, String base) {
        this.before = before;
        this.graphs = List.copyOf(graphs);
        this.things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return how many things of a dataset have gone so, and some of them; nothing where none has, or where the graph is the same} */
    public Optional<Finding> of(PublishedGraph graph) throws IOException {
        Optional<PublishedGraph> current = before.graph(graph.slug());
        if (current.isEmpty() || current.get().sha256().equals(graph.sha256())) {
            return Optional.empty();
        }
        Reading reading = new Reading(graphs.stream().map(GraphFile::subjects).toList());
        try (LineReader lines = new LineReader(before.graphFile(graph.slug()))) {
            while (lines.next()) {
                reading.read(lines.quad());
            }
        }
        return reading.end(graph.slug());
    }

    private static byte[] name(String property) {
        return new Term.Iri(property).toNTriples().getBytes(StandardCharsets.UTF_8);
    }

    /** One graph, its things in ascending order. */
    private final class Reading {
        private final List<GraphFile.Subjects> remaining;
        private final List<String> shown = new ArrayList<>();
        private byte[] thing = {};
        private String named = "";
        private long gone;

        Reading(List<GraphFile.Subjects> remaining) {
            this.remaining = remaining;
        }

        void read(QuadLine line) {
            if (!line.is(QuadLine.SUBJECT, thing)) {
                count();
                thing = line.copy(QuadLine.SUBJECT);
                named = "";
            }
            boolean isWhole =
                    line.begins(QuadLine.SUBJECT, things) && new String(thing, StandardCharsets.UTF_8).indexOf('#') < 0;
            if (named.isEmpty() && isWhole && NAMES.stream().anyMatch(name -> line.is(QuadLine.PREDICATE, name))) {
                named = line.term(QuadLine.OBJECT).text();
            }
        }

        private void count() {
            if (named.isEmpty()) {
                return;
            }
            byte[] subject = Arrays.copyOf(thing, thing.length + 1);
            subject[thing.length] = ' ';
            boolean isThere = false;
            for (GraphFile.Subjects subjects : remaining) {
                isThere |= subjects.contains(subject);
            }
            if (!isThere && gone++ < SHOWN) {
                shown.add("%s %s".formatted(named, new String(thing, StandardCharsets.UTF_8)));
            }
        }

        Optional<Finding> end(String slug) {
            count();
            return gone == 0
                    ? Optional.empty()
                    : Optional.of(Rule.GONE_UNEXPLAINED.at(
                            new Place.InFile(slug),
                            "%d things of the current release are gone, and nothing says what became of them: %s%s",
                            "%d objets de la version actuelle ont disparu, et rien ne dit ce qu'ils sont devenus : %s%s",
                            gone,
                            String.join(", ", shown),
                            gone > SHOWN ? ", …" : ""));
        }
    }
}
