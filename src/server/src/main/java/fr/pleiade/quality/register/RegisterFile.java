package fr.pleiade.quality.register;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystems;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A register's records in its file, a JSON object on each line. Memory: the records that are asked for. */
public final class RegisterFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Register register;
    private final Path file;
    private final Forms codes;
    private final Map<String, List<RecordPath>> paths = new TreeMap<>();
    private final Map<String, List<RecordPath>> codePaths = new TreeMap<>();

    /** The forms in which what identifies a thing is compared. */
    public interface Forms {
        /** {@return the form of an address; nothing if it identifies nothing} */
        Optional<String> ofAddress(String address);

        /** {@return the form of a code; nothing if it identifies nothing} */
        Optional<String> ofCode(String system, String code);
    }

    /**
     * @param file its records
     * @param systems the systems that the register may name
     */
    public RegisterFile(Register register, Path file, IdentifierSystems systems, Forms codes) {
        this.register = register;
        this.file = file;
        this.codes = codes;
        register.paths().forEach((property, texts) -> paths.put(property, compiled(texts)));
        register.codes().forEach((name, texts) -> codePaths.put(iri(systems, name), compiled(texts)));
    }

    private static String iri(IdentifierSystems systems, String name) {
        return systems.named(name)
                .map(IdentifierSystem::iri)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no system of identifiers is called '%s'; there are %s".formatted(name, systems.slugs())));
    }

    private static List<RecordPath> compiled(List<String> texts) {
        return texts.stream().map(RecordPath::new).toList();
    }

    /**
     * {@return the records of some IRIs in the form of {@link Forms}, by it; what the register does not have is absent}
     *
     * @throws IOException if the file cannot be read, or a line of it is no JSON
     */
    public Map<String, RegisterRecord> records(Set<String> wanted) throws IOException {
        Map<String, RegisterRecord> records = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    JsonNode json = parsed(line, number);
                    Optional<String> address =
                            values(json, Register.RECORD).stream().findFirst().flatMap(codes::ofAddress);
                    if (address.isPresent() && wanted.contains(address.get())) {
                        records.put(address.get(), record(address.get(), json));
                    }
                }
            }
        }
        return records;
    }

    private JsonNode parsed(String line, int number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(
                    "%s:%d: a JSON object was expected: %s".formatted(file, number, e.getOriginalMessage()), e);
        }
    }

    private RegisterRecord record(String address, JsonNode json) {
        Map<String, Set<String>> given = new TreeMap<>();
        codePaths.forEach((system, at) -> {
            Set<String> forms = at.stream()
                    .flatMap(path -> path.values(json).stream())
                    .flatMap(code -> codes.ofCode(system, code).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!forms.isEmpty()) {
                given.put(system, forms);
            }
        });
        return new RegisterRecord(
                address,
                values(json, Register.NAME),
                values(json, Register.LABEL).stream().findFirst().orElse(""),
                values(json, Register.STATUS).stream().findFirst().orElse(""),
                values(json, Register.PLACE),
                values(json, Register.STATUS).stream().anyMatch(register.inactive()::contains),
                addresses(json, Register.PARENT),
                addresses(json, Register.SUCCESSOR),
                given);
    }

    private List<String> addresses(JsonNode json, String property) {
        return values(json, property).stream()
                .flatMap(address -> codes.ofAddress(address).stream())
                .toList();
    }

    private List<String> values(JsonNode json, String property) {
        List<String> values = new ArrayList<>();
        paths.getOrDefault(property, List.of()).forEach(path -> values.addAll(path.values(json)));
        return values;
    }
}
