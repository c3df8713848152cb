package fr.pleiade.web.download;

import fr.pleiade.syntax.Prefixes;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.syntax.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JSON-LD document of any size: an array of small documents, each of some hundred whole subjects.
 *
 * <p>JSON-LD lets the top level be an array of objects with contexts of their own, so that no more than one block is in memory.
 * Subjects must come one after another; blank nodes must not be shared between blocks (published data has none).
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#json-ld-grammar">JSON-LD 1.1, section 9</a>
 */
final class JsonLdBlocks implements Consumer<Quad>, AutoCloseable {
    private static final int BLOCK = 2000;

    private final OutputStream out;
    private final Prefixes prefixes;
    private final List<Quad> block = new ArrayList<>();
    private boolean isFirst = true;

    JsonLdBlocks(OutputStream out, Prefixes prefixes) {
        this.out = out;
        this.prefixes = prefixes;
        write("[");
    }

    @Override
    public void accept(Quad quad) {
        if (block.size() >= BLOCK && !quad.subject().equals(lastSubject())) {
            flushBlock();
        }
        block.add(quad);
    }

    private Term lastSubject() {
        return block.get(block.size() - 1).subject();
    }

    private void flushBlock() {
        if (block.isEmpty()) {
            return;
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (RdfWriter writer = RdfWriter.open(document, Syntax.JSON_LD, prefixes)) {
            block.forEach(writer);
        }
        write(isFirst ? "\n" : ",\n");
        isFirst = false;
        write(document.toString(StandardCharsets.UTF_8));
        block.clear();
    }

    @Override
    public void close() {
        flushBlock();
        write("\n]\n");
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
