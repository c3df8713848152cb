package fr.pleiade.quality.register;

import fr.pleiade.sources.json.Json;
import fr.pleiade.sources.json.RecordPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The records of a register as they stand in its file, a JSON object on each line, and the values in them. Memory: one record. */
final class RecordLines {
    private final Map<String, List<RecordPath>> paths = new TreeMap<>();
    private final Map<String, List<RecordPath>> codes = new TreeMap<>();

    RecordLines(Register register) {
        register.paths().forEach((property, texts) -> paths.put(property, compiled(texts)));
        register.codes().forEach((system, texts) -> codes.put(system, compiled(texts)));
    }

    private static List<RecordPath> compiled(List<String> texts) {
        return texts.stream().map(RecordPath::new).toList();
    }

    /** @throws IOException if the file cannot be read, or a line of it is no JSON */
    void read(Path file, Consumer<Json> records) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    records.accept(parsed(file, line, number));
                }
            }
        }
    }

    private static Json parsed(Path file, String line, int number) throws IOException {
        try {
            return Json.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s:%d: a JSON object was expected: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    /** {@return the values of a property, in the order of its paths} */
    List<String> values(Json record, String property) {
        return values(record, paths.getOrDefault(property, List.of()));
    }

    /** {@return the first value of a property; {@code ""} if there is none} */
    String first(Json record, String property) {
        return values(record, property).stream().findFirst().orElse("");
    }

    /** {@return the codes that a record gives, by their systems as the register names them} */
    Map<String, List<String>> codes(Json record) {
        Map<String, List<String>> given = new TreeMap<>();
        codes.forEach((system, at) -> given.put(system, values(record, at)));
        return given;
    }

    private static List<String> values(Json record, List<RecordPath> at) {
        return at.stream().flatMap(path -> path.values(record).stream()).toList();
    }
}
