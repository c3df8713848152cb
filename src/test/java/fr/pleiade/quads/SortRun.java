package fr.pleiade.quads;

import fr.pleiade.release.Building;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets benchmarks, which stand in another package, sort a file as a publication does. */
public final class SortRun {
    private SortRun() {}

    /** Sorts a file of N-Quads into another with a sorter of so much memory. {@return how many lines there are} */
    public static long sort(Path from, Path to, int memoryBytes) throws IOException {
        Path work = Files.createTempDirectory(to.toAbsolutePath().resolveSibling("."), "sort-");
        try (LineSorter sorter = new LineSorter(work, memoryBytes);
                InputStream in = Files.newInputStream(from)) {
            in.transferTo(sorter);
            return GraphWriter.write(sorter, to, "http://localhost:8080/").triples();
        } finally {
            Building.delete(work);
        }
    }
}
