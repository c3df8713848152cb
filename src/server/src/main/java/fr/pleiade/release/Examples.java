package fr.pleiade.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A few things of each dataset to begin with, chosen when the release was made: {@code pages/examples.tsv}, a line
 * {@code slug linked|typical iri}, parted by tabs, for each.
 *
 * @param linked for each dataset's slug, the things to which most others lead, the first one first
 * @param typical for each dataset's slug, a thing that has an identifier, or any thing where none has
 */
public record Examples(SortedMap<String, List<String>> linked, SortedMap<String, String> typical) {
    private static final String LINKED = "linked";
    private static final String TYPICAL = "typical";

    public Examples {
        linked = Collections.unmodifiableSortedMap(new TreeMap<>(linked));
        typical = Collections.unmodifiableSortedMap(new TreeMap<>(typical));
    }

    /** {@return the things of a dataset to which most others lead; none if it has no things} */
    public List<String> linked(String slug) {
        return linked.getOrDefault(slug, List.of());
    }

    /** {@return a thing of a dataset, if it has things} */
    public Optional<String> typical(String slug) {
        return Optional.ofNullable(typical.get(slug));
    }

    /** Writes them into a release in the making. */
    public void write(Building building) throws IOException {
        List<String> lines = new ArrayList<>();
        linked.forEach((slug, things) -> things.forEach(thing -> lines.add(String.join("\t", slug, LINKED, thing))));
        typical.forEach((slug, thing) -> lines.add(String.join("\t", slug, TYPICAL, thing)));
        Path file = file(building.folder());
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** {@return those of a release} */
    static Examples read(Path release) {
        SortedMap<String, List<String>> linked = new TreeMap<>();
        SortedMap<String, String> typical = new TreeMap<>();
        Path file = file(release);
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 3);
                if (parts[1].equals(LINKED)) {
                    linked.computeIfAbsent(parts[0], slug -> new ArrayList<>()).add(parts[2]);
                } else {
                    typical.put(parts[0], parts[2]);
                }
            }
        } catch (NoSuchFileException e) {
            throw ReleaseException.damaged(file, "the release was made with it, but it is missing");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
        return new Examples(linked, typical);
    }

    private static Path file(Path release) {
        return release.resolve("pages").resolve("examples.tsv");
    }
}
