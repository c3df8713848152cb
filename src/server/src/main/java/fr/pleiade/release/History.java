package fr.pleiade.release;

import fr.pleiade.quads.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which release became current when: {@code history.txt} of a state folder, a line {@code 2026-11-23T22:00:00Z 0123456789ab} for each
 * switch.
 *
 * <p>The order of the lines is what counts; a clock that jumps does not disturb it.
 */
final class History {
    private final Path file;

    History(Path state) {
        file = state.resolve("history.txt");
    }

    /** {@return the ids of the releases that were made current, the first one first; one may be there several times} */
    List<String> ids() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.indexOf(' ') > 0)
                            .map(line -> line.substring(line.indexOf(' ') + 1))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    void add(String id) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + id + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Durable.force(file);
    }
}
