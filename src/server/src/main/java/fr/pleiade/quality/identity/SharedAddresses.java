package fr.pleiade.quality.identity;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells things that two datasets describe: whoever asks for the address would get a mixture, and each dataset would lose its own.
 *
 * <p>A thing is described by the dataset that says of what class it is. Memory: the sorter's, and {@value #TOLD} things for each dataset.
 */
public final class SharedAddresses {
    /** How many are told for each dataset. */
    private static final int TOLD = 10_000;

    private SharedAddresses() {}

    /**
     * {@return what is wrong, by the slug of the last dataset that describes the thing}
     *
     * @param graphs the sorted N-Quads of each dataset, by its slug
     * @param base the IRI that the site's addresses begin with; parts of things ({@code #…}) go with their things
     * @param work a folder for what does not fit into memory
     */
    public static SortedMap<String, List<Finding>> of(Map<String, Path> graphs, String base, Path work)
            throws IOException {
        SortedMap<String, List<Finding>> findings = new TreeMap<>();
        try (LineSorter things = new LineSorter(work)) {
            graphs.forEach((slug, file) ->
                    GraphLines.read(file, Set.of(Vocabulary.TYPE.toNTriples()), quad -> add(quad, slug, base, things)));
            String[] last = {"", ""};
            things.drain((bytes, from, to) -> {
                String line = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
                int end = line.lastIndexOf(' ');
                String thing = line.substring(0, end);
                String slug = line.substring(end + 1);
                List<Finding> told = findings.computeIfAbsent(slug, s -> new ArrayList<>());
                if (thing.equals(last[0]) && told.size() < TOLD) {
                    told.add(shared(thing, last[1], slug));
                }
                last[0] = thing;
                last[1] = slug;
            });
        }
        return Collections.unmodifiableSortedMap(findings);
    }

    private static void add(Quad quad, String slug, String base, LineSorter things) {
        String thing = quad.subject().text();
        if (thing.startsWith(base) && thing.indexOf('#') < 0) {
            try {
                things.write((thing + " " + slug + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Finding shared(String thing, String one, String other) {
        return Rule.SHARED_ADDRESS.at(
                new Place.OfThing(thing, ""),
                "the datasets %s and %s both describe it",
                "les jeux de données %s et %s le décrivent tous deux",
                one,
                other);
    }
}
