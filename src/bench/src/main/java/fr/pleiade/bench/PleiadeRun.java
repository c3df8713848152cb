package fr.pleiade.bench;

import fr.pleiade.mapping.DistinctLines;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.MappingReport;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.syntax.Syntax;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our engine as a measured process: mapping, output file in the syntax of its name, {@code all}, {@code distinct} or {@code sorted}. */
final class PleiadeRun {
    private PleiadeRun() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path mapping = Path.of(arguments[0]).toAbsolutePath();
        Mapping plan = Mapping.read(mapping, "http://example.org/");
        if (arguments[2].equals("sorted")) {
            Measurement.report(sorted(plan, mapping.resolveSibling(""), Path.of(arguments[1])), start);
            return;
        }
        long triples;
        Path file = Path.of(arguments[1]);
        try (OutputStream out = plan.in(Syntax.ofFile(file).orElseThrow(), Files.newOutputStream(file));
                DistinctLines lines = DistinctLines.to(out)) {
            boolean distinct = arguments[2].equals("distinct");
            MappingReport report = plan.run(Run.in(mapping.resolveSibling("")), distinct ? lines : out);
            lines.finish();
            triples = distinct ? lines.count() : report.quads();
        }
        Measurement.report(triples, start);
    }

    /** Writes each line once, sorted, in N-Quads. {@return how many} */
    private static long sorted(Mapping plan, Path sources, Path file) throws IOException {
        Path work = Files.createTempDirectory("pleiade-sorted");
        long[] count = new long[1];
        try (LineSorter lines = new LineSorter(work);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            plan.run(Run.in(sources), lines);
            lines.drain((bytes, from, to) -> {
                out.write(bytes, from, to - from);
                out.write('\n');
                count[0]++;
            });
        } finally {
            Files.deleteIfExists(work);
        }
        return count[0];
    }
}
