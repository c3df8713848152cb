package fr.pleiade.web.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file around one that is at fault.
 *
 * @param file the file's name
 * @param line the line that is at fault, from 1
 * @param problems what is wrong there
 * @param lines it and those around it
 */
record Excerpt(String file, long line, List<String> problems, List<Line> lines) {
    private static final int AROUND = 2;

    Excerpt {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    /** One line of it. */
    record Line(long number, String text, boolean isMeant) {}

    /** {@return the part of a file; without lines if the file is not there} */
    static Excerpt of(Path file, long line, List<String> problems) {
        List<Line> lines = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            List<String> all = read(file);
            for (long i = Math.max(1, line - AROUND); i <= Math.min(all.size(), line + AROUND); i++) {
                lines.add(new Line(i, all.get((int) i - 1), i == line));
            }
        }
        return new Excerpt(String.valueOf(file.getFileName()), line, problems, lines);
    }

    /** Bytes that are no UTF-8 may be what is wrong. */
    private static List<String> read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
