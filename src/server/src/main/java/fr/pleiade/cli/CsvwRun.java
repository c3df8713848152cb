package fr.pleiade.cli;

import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.model.MappingError;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Tables converted as their CSVW metadata says, by the command {@code map}. One use. */
final class CsvwRun {
    private final PrintStream messages;
    private final Consumer<MappingError> onFault;
    private long triples;
    private long faults;

    /** @param onFault takes what was passed over, and each cell that is not of its datatype */
    CsvwRun(PrintStream messages, Consumer<MappingError> onFault) {
        this.messages = messages;
        this.onFault = onFault;
    }

    /** {@return whether a file is metadata, or a CSV file that may have some beside it} */
    static boolean reads(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|csv|tsv)");
    }

    /**
     * Converts the tables that a document describes, or a CSV file.
     *
     * @param base the address that the file's folder stands for
     * @return whether nothing was at fault
     */
    boolean run(Path file, String base, Csvw.Mode mode, String output, boolean quiet) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.resolveSibling("").normalize();
        String address = base.endsWith("/") ? base : base + "/";
        Csvw tables = absolute.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? Csvw.read(absolute, folder, address)
                : Csvw.of(absolute, folder, address);
        try (MapOutput out = MapOutput.ofTriples(output)) {
            tables.run(
                    mode,
                    quad -> {
                        triples++;
                        write(out, quad.toNQuads());
                    },
                    fault -> {
                        faults++;
                        onFault.accept(fault);
                    });
            out.commit();
        }
        if (!quiet) {
            messages.printf(Locale.ROOT, "%,d triples, %,d findings%n", triples, faults);
        }
        return faults == 0;
    }

    private static void write(MapOutput out, String line) {
        try {
            out.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }
}
