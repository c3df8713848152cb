package fr.pleiade.quality.register;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.sources.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A register's records in its file, a JSON object on each line. Memory: the records that are asked for. */
public final class RegisterFile {
    private final Register register;
    private final Path file;
    private final Forms codes;
    private final RecordLines lines;
    private final Map<String, String> systems = new TreeMap<>();

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
        this.lines = new RecordLines(register);
        register.codes().keySet().forEach(name -> this.systems.put(name, iri(systems, name)));
    }

    private static String iri(IdentifierSystems systems, String name) {
        return systems.named(name)
                .map(IdentifierSystem::iri)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no system of identifiers is called '%s'; there are %s".formatted(name, systems.slugs())));
    }

    /**
     * {@return the records of some IRIs in the form of {@link Forms}, by it; what the register does not have is absent}
     *
     * @throws IOException if the file cannot be read, or a line of it is no JSON
     */
    public Map<String, RegisterRecord> records(Set<String> wanted) throws IOException {
        Map<String, RegisterRecord> records = new TreeMap<>();
        lines.read(file, json -> {
            Optional<String> address = codes.ofAddress(lines.first(json, Register.RECORD));
            if (address.isPresent() && wanted.contains(address.get())) {
                records.put(address.get(), record(address.get(), json));
            }
        });
        return records;
    }

    private RegisterRecord record(String address, Json json) {
        Map<String, Set<String>> given = new TreeMap<>();
        lines.codes(json).forEach((name, texts) -> {
            String system = Objects.requireNonNull(systems.get(name));
            Set<String> forms = texts.stream()
                    .flatMap(code -> codes.ofCode(system, code).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!forms.isEmpty()) {
                given.put(system, forms);
            }
        });
        return new RegisterRecord(
                address,
                lines.values(json, Register.NAME),
                lines.first(json, Register.LABEL),
                lines.first(json, Register.STATUS),
                lines.values(json, Register.PLACE),
                lines.values(json, Register.STATUS).stream().anyMatch(register.inactive()::contains),
                addresses(json, Register.PARENT),
                addresses(json, Register.SUCCESSOR),
                given);
    }

    private List<String> addresses(Json json, String property) {
        return lines.values(json, property).stream()
                .flatMap(address -> codes.ofAddress(address).stream())
                .toList();
    }
}
