package fr.pleiade.bench;

import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sorts a file as a publication does. */
final class SortRun {
    private SortRun() {}

    /** Sorts a file of N-Quads into another with a sorter of so much memory. {@return how many lines there are} */
    static long sort(Path from, Path to, int memoryBytes) throws IOException {
        Path work = Files.createTempDirectory(to.toAbsolutePath().resolveSibling("."), "sort-");
        try (LineSorter sorter = new LineSorter(work, memoryBytes);
                InputStream in = Files.newInputStream(from)) {
            in.transferTo(sorter);
            return GraphWriter.write(sorter, to, "http://localhost:8080/").triples();
        } finally {
            Files.deleteIfExists(work);
        }
    }
}
