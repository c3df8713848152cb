package fr.pleiade.web.download;

import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.NQuads;
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
 * <p>Memory: a line; for JSON-LD some thousand lines. N-Quads are copied as they are. Where the syntax has no graphs their
 * names are dropped.
 */
final class Dump {
    private final List<Path> graphFiles;
    private final JsonLdContext context;

    /** @param graphFiles sorted N-Quads: a subject's lines come together */
    Dump(List<Path> graphFiles, JsonLdContext context) {
        this.graphFiles = List.copyOf(graphFiles);
        this.context = context;
    }

    void write(Syntax syntax, OutputStream out) throws IOException {
        if (syntax == Syntax.N_QUADS) {
            copy(out);
            return;
        }
        try (RdfWriter writer = RdfWriter.open(out, syntax, context)) {
            read(writer);
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
