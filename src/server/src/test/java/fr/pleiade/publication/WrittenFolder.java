package fr.pleiade.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder whose files a test writes. */
record WrittenFolder(Path path) {
    /** Writes a file below it, and the folders that lead there. */
    void file(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
