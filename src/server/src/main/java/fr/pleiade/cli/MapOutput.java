package fr.pleiade.cli;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.Syntax;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Where N-Quads go: standard output, or a file that appears only when it is complete, in the syntax of its name. */
final class MapOutput implements AutoCloseable {
    private final OutputStream stream;
    private final @Nullable Path temporary;
    private final @Nullable Path target;

    private MapOutput(OutputStream stream, @Nullable Path temporary, @Nullable Path target) {
        this.stream = stream;
        this.temporary = temporary;
        this.target = target;
    }

    /** @throws Misuse if a name is none that a file can have, or its suffix promises a syntax that is not written */
    static void check(String name) {
        Path file = Misuse.checked("--output", () -> Path.of(name));
        if (name.isBlank() || file.getFileName() == null || Files.isDirectory(file)) {
            throw new Misuse("--output must be a file, or - for standard output, not '%s'".formatted(name));
        }
        boolean hasSuffix =
                file.getFileName().toString().replaceFirst("(?i)\\.gz$", "").contains(".");
        if (!name.equals("-") && hasSuffix && Syntax.ofFile(file).isEmpty()) {
            throw new Misuse("%s: no syntax has this suffix; expected %s, each with .gz if wanted"
                    .formatted(
                            name,
                            Arrays.stream(Syntax.values())
                                    .map(syntax -> "." + syntax.suffix())
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** @param mapping the mapping whose N-Quads are written to it */
    static MapOutput open(String name, Mapping mapping) {
        return open(name, (below, syntax) -> mapping.in(syntax, below));
    }

    /** Likewise, for triples without graphs. */
    static MapOutput ofTriples(String name) {
        return open(name, QuadStream::ofTriples);
    }

    private static MapOutput open(String name, BiFunction<OutputStream, Syntax, OutputStream> converted) {
        if (name.equals("-")) {
            return new MapOutput(new FileOutputStream(FileDescriptor.out), null, null);
        }
        Path target = Path.of(name);
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            OutputStream file = Files.newOutputStream(temporary);
            OutputStream packed = Syntax.isGzipped(target) ? new GZIPOutputStream(file, 1 << 16) : file;
            Syntax syntax = Syntax.ofFile(target).orElse(Syntax.N_QUADS);
            return new MapOutput(converted.apply(packed, syntax), temporary, target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    /** {@return how many triples lost their graph, because the syntax cannot name one} */
    long graphsLeftOut() {
        return stream instanceof QuadStream converted ? converted.graphsLeftOut() : 0;
    }

    /** {@return what N-Quads are written to} */
    OutputStream stream() {
        return stream;
    }

    /** Says that the output is complete: the file takes its name. */
    void commit() {
        try {
            stream.close();
            if (temporary != null && target != null) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() {
        try {
            stream.close();
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be closed: " + e.getMessage(), e);
        }
    }
}
