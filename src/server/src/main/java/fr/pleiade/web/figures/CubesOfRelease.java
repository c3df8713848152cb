package fr.pleiade.web.figures;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.release.Release;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The cubes of the releases that are served, opened when they are first asked for. Thread-safe. */
@Component
public final class CubesOfRelease {
    private final PerRelease<SortedMap<String, Cube>> opened;

    CubesOfRelease(ServedReleases served) {
        this.opened = new PerRelease<>(release -> open(release, served));
    }

    private static SortedMap<String, Cube> open(Release release, ServedReleases served) {
        Path folder = release.cubes();
        SortedMap<String, Cube> cubes = new TreeMap<>();
        Relations relations = new Relations(release);
        try {
            for (String word : CubeTable.words(folder)) {
                cubes.put(word, new Cube(CubeTable.open(folder, word), served.of(release), relations));
            }
            return Collections.unmodifiableSortedMap(cubes);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** {@return the cubes of a release in the order of their words; none of one that an earlier version made} */
    public Collection<Cube> of(Release release) {
        return opened.of(release).values();
    }

    /** {@return the cube that addresses call so} */
    public Optional<Cube> of(Release release, String word) {
        return Optional.ofNullable(opened.of(release).get(word));
    }
}
