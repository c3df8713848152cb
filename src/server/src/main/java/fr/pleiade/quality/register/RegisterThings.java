package fr.pleiade.quality.register;

import fr.pleiade.sources.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All records of a register, one after another. Memory: one record. */
public final class RegisterThings {
    /** When something ended of which the register says only that it did. */
    private static final String LONG_AGO = "0000";

    private final Register register;
    private final RecordLines lines;

    public RegisterThings(Register register) {
        this.register = register;
        this.lines = new RecordLines(register);
    }

    /**
     * Reads the records that have an IRI and a name.
     *
     * @throws IOException if the file cannot be read, or a line of it is no JSON
     */
    public void read(Path file, Consumer<RegisterThing> things) throws IOException {
        lines.read(file, json -> {
            RegisterThing thing = thing(json);
            if (!thing.address().isEmpty() && !thing.names().isEmpty()) {
                things.accept(thing);
            }
        });
    }

    private RegisterThing thing(Json json) {
        return new RegisterThing(
                lines.first(json, Register.RECORD),
                lines.values(json, Register.NAME),
                lines.values(json, Register.ACRONYM),
                lines.values(json, Register.PLACE),
                lines.values(json, Register.SITE),
                lines.values(json, Register.KIND),
                lines.first(json, Register.BEGIN),
                ended(json),
                lines.codes(json));
    }

    /** The end may be the time of the last change: it is one only of what is said to have ended, where that is said. */
    private String ended(Json json) {
        boolean hasStatus =
                !register.paths().getOrDefault(Register.STATUS, List.of()).isEmpty();
        boolean isInactive = lines.values(json, Register.STATUS).stream().anyMatch(register.inactive()::contains);
        String end = lines.first(json, Register.END);
        if (hasStatus && !isInactive) {
            return "";
        }
        return end.isEmpty() && isInactive ? LONG_AGO : end;
    }
}
