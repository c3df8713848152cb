package fr.pleiade.spark;

import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.quads.LineReader;
import fr.pleiade.sources.CsvException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts the tables that a CSVW document describes, all in one task: csv2rdf numbers rows and nodes through all tables. The lines wait on
 * the disk until they are asked for. For one thread.
 */
final class CsvwPart implements Chunks.Source {
    private static final int BUFFER = 1 << 16;

    private final Request request;
    private final FindingsFile findings;
    private final List<String> sample = new ArrayList<>();
    private long count;
    private @Nullable Path file;
    private @Nullable LineReader lines;

    /**
     * What is converted.
     *
     * @param document the metadata, or a CSV file with the metadata that is found beside it, where every machine has it
     * @param base the address that the document's folder stands for
     * @param minimal whether only what cells say is written
     */
    record Request(String document, String base, boolean minimal) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** {@return whether a mapping is one that is converted so} */
        static boolean reads(Path mapping) {
            return mapping.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|csv|tsv)");
        }

        private Csvw tables() {
            Path absolute = Path.of(document).toAbsolutePath().normalize();
            Path folder = absolute.resolveSibling("").normalize();
            String address = base.endsWith("/") ? base : base + "/";
            return document.toLowerCase(Locale.ROOT).endsWith(".json")
                    ? Csvw.read(absolute, folder, address)
                    : Csvw.of(absolute, folder, address);
        }
    }

    CsvwPart(Request request, FindingsFile findings) {
        this.request = request;
        this.findings = findings;
    }

    @Override
    public boolean more(Chunks chunks) {
        try {
            LineReader open = lines;
            if (open == null) {
                open = convert(chunks);
                lines = open;
            }
            if (open.next()) {
                chunks.ready(0, open.buffer(), open.start(), open.end());
                chunks.ready(0, new byte[] {'\n'}, 0, 1);
                return true;
            }
            open.close();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (CsvException | MappingException e) {
            tell(String.valueOf(e.getMessage()), chunks);
        } catch (IOException e) {
            throw new UncheckedIOException("tables cannot be converted: " + e.getMessage(), e);
        }
        return false;
    }

    private LineReader convert(Chunks chunks) throws IOException {
        Path temporary = Files.createTempFile(SortedPart.localFolder(), "pleiade-csvw", ".lines");
        file = temporary;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
            request.tables()
                    .run(
                            request.minimal() ? Csvw.Mode.MINIMAL : Csvw.Mode.STANDARD,
                            quad -> write(out, quad.toNQuads()),
                            this::found);
        } catch (RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        tell("", chunks);
        return new LineReader(temporary);
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("tables cannot be converted: " + e.getMessage(), e);
        }
    }

    private void found(MappingError fault) {
        findings.write(fault);
        if (count++ < PartReport.MOST) {
            sample.add(fault.toString());
        }
    }

    private void tell(String failure, Chunks chunks) {
        findings.commit();
        chunks.tell(new PartReport(0, Map.of(), count, sample, failure).bytes());
    }
}
