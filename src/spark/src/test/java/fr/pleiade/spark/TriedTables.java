package fr.pleiade.spark;

import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.CsvException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Tables that CSVW describes, converted both ways: the sorted lines and how many faults were found, or why they are refused. */
final class TriedTables {
    private static final String BASE = "http://www.w3.org/2013/csvw/tests/";

    private TriedTables() {}

    static String whole(Path document) {
        TreeSet<String> lines = new TreeSet<>();
        AtomicLong faults = new AtomicLong();
        try {
            Path folder =
                    document.toAbsolutePath().normalize().resolveSibling("").normalize();
            Path absolute = folder.resolve(document.getFileName());
            Csvw tables = document.toString().endsWith(".json")
                    ? Csvw.read(absolute, folder, BASE)
                    : Csvw.of(absolute, folder, BASE);
            tables.run(Csvw.Mode.STANDARD, quad -> lines.add(quad.toNQuads()), fault -> faults.incrementAndGet());
        } catch (MappingException | CsvException e) {
            return String.valueOf(e.getMessage());
        }
        return String.join("\n", lines) + "\n" + faults.get();
    }

    static String inParts(Path document, Path out) {
        SparkRun run = new SparkRun(
                LocalSpark.CONTEXT,
                new SparkRun.Request(List.of(document), ".", out.toString(), "", EmptyCells.KEPT, 1, 1, false));
        try {
            RunReport report = run.convert(new CsvwPart.Request(document.toString(), BASE, false));
            TreeSet<String> lines = new TreeSet<>(Files.readAllLines(out.resolve("part-00000.nq")));
            return String.join("\n", lines) + "\n" + report.findings();
        } catch (SparkFault e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
