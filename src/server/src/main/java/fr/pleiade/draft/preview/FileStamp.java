package fr.pleiade.draft.preview;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether files were saved, by their names, sizes and times: some thousand files in a hundredth of a second. */
final class FileStamp {
    private static final int DIGITS = 16;

    private FileStamp() {}

    /** {@return what changes when one of the files does, or one in one of the folders, or one comes or goes} */
    static String of(Collection<Path> places) {
        List<String> lines = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files(place).forEach(file -> lines.add(line(file)));
            } else {
                lines.add(line(place));
            }
        }
        return Sha256.of(String.join("\n", lines)).substring(0, DIGITS);
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s".formatted(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return file + " absent"; // an editor that saves takes the file away for a moment
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }
}
