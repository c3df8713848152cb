package fr.pleiade.web.download;

import fr.pleiade.syntax.NQuads;
import fr.pleiade.syntax.Prefixes;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Graph files as one document in a syntax, written as they are read.
 *
 * <p>Memory: a line; for JSON-LD a block of some thousand lines. N-Quads are copied as they are. Where the syntax has no graphs their
 * names are dropped.
 */
final class Dump {
    private final List<Path> graphFiles;
    private final Prefixes prefixes;

    /** @param graphFiles sorted N-Quads: a subject's lines come together */
    Dump(List<Path> graphFiles, Prefixes prefixes) {
        this.graphFiles = List.copyOf(graphFiles);
        this.prefixes = prefixes;
    }

    void write(Syntax syntax, OutputStream out) throws IOException {
        switch (syntax) {
            case N_QUADS -> copy(out);
            case JSON_LD -> {
                try (JsonLdBlocks blocks = new JsonLdBlocks(out, prefixes)) {
                    read(blocks);
                }
            }
            default -> {
                try (RdfWriter writer = RdfWriter.open(out, syntax, prefixes)) {
                    read(writer);
                }
            }
        }
    }

    private void copy(OutputStream out) throws IOException {
        for (Path file : graphFiles) {
            Files.copy(file, out);
        }
    }

    private void read(Consumer<Quad> quads) throws IOException {
        for (Path file : graphFiles) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    quads.accept(NQuads.parse(line));
                }
            }
        }
    }
}
