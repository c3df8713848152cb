package fr.pleiade.bench;

import com.sun.management.ThreadMXBean;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares the CPU time and the allocation of a triple from a very wide file with those of a triple from a narrow one: as many triples
 * from 5,000 columns with an object map each as from five. One thread, so that its own counters say it all. Reading the mapping, which
 * takes the same however many rows there are, is left out and printed by itself.
 *
 * <p>The wide file is mapped by a column sheet too, which is RML by then: its triples are to cost what those of the RML cost.
 *
 * <p>Prints a row for each shape and one with the ratios; neither of the shapes' is to be above 2, neither of the sheet's above 1.1.
 *
 * <p>System properties: {@code columns} of the wide file (default 5,000), {@code rows} of it (default 200).
 */
public final class WideBenchmark {
    private static final int COLUMNS = Integer.getInteger("columns", 5_000);
    private static final int ROWS = Integer.getInteger("rows", 200);
    private static final int NARROW = 5;
    private static final int ROUNDS = 10;

    private WideBenchmark() {}

    /** What one triple takes. */
    private record Cost(double nanoseconds, double bytes) {
        static final Cost MOST = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

        Cost orLess(Cost other) {
            return new Cost(Math.min(nanoseconds, other.nanoseconds), Math.min(bytes, other.bytes));
        }

        void printRatio(String shapes, Cost other) {
            System.out.printf("%-24s %10.2f    %10.2f%n", shapes, nanoseconds / other.nanoseconds, bytes / other.bytes);
        }

        void print(String shape) {
            System.out.printf("%-24s %10.0f ns %10.0f bytes a triple%n", shape, nanoseconds, bytes);
        }
    }

    /** The sheet that says what the mapping of the wide file says. */
    private static Path sheet(Path mapping) throws IOException {
        Path sheet = mapping.resolveSibling("mapping.yml");
        try (BufferedWriter yaml = Files.newBufferedWriter(sheet)) {
            yaml.write("url: data.csv\naboutUrl: thing/{id}\ncolumns:\n  id: { suppressOutput: true }\n");
            for (int column = 0; column < COLUMNS; column++) {
                yaml.write("  c%d: http://example.org/p%d%n".formatted(column, column));
            }
        }
        return sheet;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-wide-");
        Path narrow = write(Files.createDirectory(folder.resolve("narrow")), NARROW, ROWS * COLUMNS / NARROW);
        Path wide = write(Files.createDirectory(folder.resolve("wide")), COLUMNS, ROWS);
        Cost ofNarrow = Cost.MOST;
        Cost ofWide = Cost.MOST;
        Cost ofSheet = Cost.MOST;
        Path sheet = sheet(wide);
        for (int round = 0; round < ROUNDS; round++) {
            ofNarrow = ofNarrow.orLess(cost(narrow));
            ofWide = ofWide.orLess(cost(wide));
            ofSheet = ofSheet.orLess(cost(sheet));
        }
        System.out.printf("%d rows of %d columns, mapping read in %d ms%n", ROWS, COLUMNS, reading(wide));
        ofNarrow.print(NARROW + " columns");
        ofWide.print(COLUMNS + " columns");
        ofSheet.print("the same by a sheet");
        ofWide.printRatio("wide to narrow", ofNarrow);
        ofSheet.printRatio("sheet to RML", ofWide);
        Files.delete(sheet);
        for (Path mapping : new Path[] {narrow, wide}) {
            Files.delete(mapping.resolveSibling("data.csv"));
            Files.delete(mapping);
            Files.delete(mapping.resolveSibling(""));
        }
        Files.delete(folder);
    }

    private static Cost cost(Path mapping) {
        Path folder = mapping.resolveSibling("");
        Mapping read = Mapping.read(List.of(mapping), "http://example.org/", IdentifierSystems.NONE, folder);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        long nanoseconds = thread.getCurrentThreadCpuTime();
        double triples = read.run(Run.in(folder).withThreads(1), OutputStream.nullOutputStream())
                .quads();
        return new Cost(
                (thread.getCurrentThreadCpuTime() - nanoseconds) / triples,
                (thread.getCurrentThreadAllocatedBytes() - bytes) / triples);
    }

    private static long reading(Path mapping) {
        long start = System.nanoTime();
        Mapping.read(mapping, "http://example.org/");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Path write(Path folder, int columns, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("data.csv"))) {
            csv.write("id");
            for (int column = 0; column < columns; column++) {
                csv.write(",c" + column);
            }
            csv.write('\n');
            for (int row = 0; row < rows; row++) {
                csv.write(String.valueOf(row));
                for (int column = 0; column < columns; column++) {
                    csv.write("," + row % 1_000 * 7 + column);
                }
                csv.write('\n');
            }
        }
        Path mapping = folder.resolve("mapping.ttl");
        try (BufferedWriter turtle = Files.newBufferedWriter(mapping)) {
            turtle.write("""
                    @prefix rml: <http://w3id.org/rml/> .
                    <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "data.csv" ] ] ;
                      rml:subjectMap [ rml:template "thing/{id}" ] .
                    """);
            for (int column = 0; column < columns; column++) {
                turtle.write(
                        "<#m> rml:predicateObjectMap [ rml:predicate <http://example.org/p%d> ; rml:objectMap [ rml:reference \"c%d\" ] ] .%n"
                                .formatted(column, column));
            }
        }
        return mapping;
    }
}
