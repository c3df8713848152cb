package fr.pleiade.publication;

import fr.pleiade.quads.Durable;
import fr.pleiade.release.PublishedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * For each graph, the digest of everything that it is made from: files, site base, software.
 *
 * <p>Kept in {@code made-from.txt} of a release, a line {@code slug digest} for each graph. It is no part of what the release is: other
 * software may make the same release, and then notes itself here, so that it knows its work again.
 *
 * @param digests by slug
 */
record MadeFrom(SortedMap<String, String> digests) {
    private static final String FILE = "made-from.txt";

    MadeFrom {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** {@return what is noted in a release's folder; nothing if nothing is} */
    static MadeFrom read(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                digests.put(line.substring(0, Math.max(space, 0)), line.substring(space + 1));
            }
        }
        return new MadeFrom(digests);
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        digests.forEach((slug, digest) -> lines.add(slug + " " + digest));
        Path next = Files.write(folder.resolve(FILE + ".next"), lines);
        Durable.force(next);
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return these digests for some datasets and the graphs that are no dataset's, and for other datasets those of before} */
    MadeFrom onlyFor(Set<String> slugs, MadeFrom before) {
        SortedMap<String, String> mixed = new TreeMap<>(digests);
        before.digests.forEach((slug, digest) -> {
            if (digests.containsKey(slug) && !slugs.contains(slug) && !PublishedGraph.NOT_DATASETS.contains(slug)) {
                mixed.put(slug, digest);
            }
        });
        return new MadeFrom(mixed);
    }

    /** {@return whether the graph is made from the same in both} */
    boolean agrees(MadeFrom other, String slug) {
        String digest = digests.get(slug);
        return digest != null && digest.equals(other.digests.get(slug));
    }
}
