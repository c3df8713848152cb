package fr.pleiade.quality.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All records of a register, one after another. Memory: one record. */
public final class RegisterThings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** When something ended of which the register says only that it did. */
    private static final String LONG_AGO = "0000";

    private final Register register;
    private final Map<String, List<RecordPath>> paths = new TreeMap<>();
    private final Map<String, List<RecordPath>> codes = new TreeMap<>();

    public RegisterThings(Register register) {
        this.register = register;
        register.paths().forEach((property, texts) -> paths.put(property, compiled(texts)));
        register.codes().forEach((system, texts) -> codes.put(system, compiled(texts)));
    }

    private static List<RecordPath> compiled(List<String> texts) {
        return texts.stream().map(RecordPath::new).toList();
    }

    /**
     * Reads the records that have an IRI and a name.
     *
     * @throws IOException if the file cannot be read, or a line of it is no JSON
     */
    public void read(Path file, Consumer<RegisterThing> things) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    RegisterThing thing = thing(parsed(file, line, number));
                    if (!thing.address().isEmpty() && !thing.names().isEmpty()) {
                        things.accept(thing);
                    }
                }
            }
        }
    }

    private static JsonNode parsed(Path file, String line, int number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(
                    "%s:%d: a JSON object was expected: %s".formatted(file, number, e.getOriginalMessage()), e);
        }
    }

    private RegisterThing thing(JsonNode json) {
        Map<String, List<String>> given = new TreeMap<>();
        codes.forEach((system, at) -> given.put(
                system, at.stream().flatMap(path -> path.values(json).stream()).toList()));
        return new RegisterThing(
                first(json, Register.RECORD),
                values(json, Register.NAME),
                values(json, Register.ACRONYM),
                values(json, Register.PLACE),
                values(json, Register.SITE),
                values(json, Register.KIND),
                first(json, Register.BEGIN),
                ended(json),
                given);
    }

    /** The end may be the time of the last change: it is one only of what is said to have ended, where that is said. */
    private String ended(JsonNode json) {
        boolean hasStatus = !paths.getOrDefault(Register.STATUS, List.of()).isEmpty();
        boolean isInactive = values(json, Register.STATUS).stream().anyMatch(register.inactive()::contains);
        String end = first(json, Register.END);
        if (hasStatus && !isInactive) {
            return "";
        }
        return end.isEmpty() && isInactive ? LONG_AGO : end;
    }

    private String first(JsonNode json, String property) {
        return values(json, property).stream().findFirst().orElse("");
    }

    private List<String> values(JsonNode json, String property) {
        List<String> values = new ArrayList<>();
        paths.getOrDefault(property, List.of()).forEach(path -> values.addAll(path.values(json)));
        return values;
    }
}
