package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Encoded;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.sources.Packing;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.Syntax;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A target that is being written; the file appears when it is complete. */
final class TargetFile implements AutoCloseable {
    private final Path path;
    private final Path part;
    private final OutputStream out;

    private TargetFile(Path path, Path part, OutputStream out) {
        this.path = path;
        this.part = part;
        this.out = out;
    }

    static TargetFile open(Target target, Path path) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            return new TargetFile(path, part, open(target, part, path));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static OutputStream open(Target target, Path part, Path path) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        OutputStream packed = Packing.packed(file, path, target.compression());
        Charset charset = Charset.forName(target.encoding());
        OutputStream encoded = charset.equals(StandardCharsets.UTF_8) ? packed : new Encoded(packed, charset);
        return target.syntax() == Syntax.N_QUADS ? encoded : QuadStream.open(encoded, target.syntax());
    }

    void write(Bytes quads) {
        try {
            quads.writeTo(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** {@return how many triples it has without their graph, because its syntax cannot name one} */
    long graphsLeftOut() {
        return out instanceof QuadStream quads ? quads.graphsLeftOut() : 0;
    }

    /** Ends the file and gives it its name. */
    void commit() {
        try {
            out.close();
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static UncheckedIOException failed(Path path, IOException cause) {
        return new UncheckedIOException("the target " + path + " cannot be written: " + cause.getMessage(), cause);
    }
}
