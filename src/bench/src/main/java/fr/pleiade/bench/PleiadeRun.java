package fr.pleiade.bench;

import fr.pleiade.mapping.DistinctLines;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.MappingReport;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our engine as a measured process: mapping, output file in the syntax of its name, {@code all} or {@code distinct}. */
final class PleiadeRun {
    private PleiadeRun() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path mapping = Path.of(arguments[0]).toAbsolutePath();
        Mapping plan = Mapping.read(mapping, "http://example.org/");
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
}
