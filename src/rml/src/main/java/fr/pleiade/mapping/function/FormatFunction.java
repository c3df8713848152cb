package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.Kept;
import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.datatype.Format;
import java.util.List;
import java.util.Optional;

/**
 * The function from formats of CSVW to typed values.
 *
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#parsing-cells">Tabular data model, section 6.4</a>
 */
final class FormatFunction {
    private static final Kept<List<String>, Reading> READINGS = new Kept<>(Reading::of);

    private FormatFunction() {}

    /** How texts of a datatype are read. */
    private record Reading(Builtin builtin, Format format) {
        /** @throws IllegalArgumentException if the datatype or the format is none */
        static Reading of(List<String> said) {
            Builtin builtin = Builtin.named(said.get(0))
                    .orElseThrow(() ->
                            new IllegalArgumentException("'%s' is not a datatype of CSVW".formatted(said.get(0))));
            return new Reading(builtin, Format.of(builtin, said.get(1), said.get(2), said.get(3)));
        }
    }

    static List<Function> all() {
        return List.of(fn("formatted")
                .takes("value")
                .takes("datatype")
                .or("", "format")
                .or(".", "decimal")
                .or("", "group")
                .does(FormatFunction::formatted));
    }

    private static Outcome formatted(Arguments arguments) {
        List<String> said = List.of(arguments.text(1), arguments.text(2), arguments.text(3), arguments.text(4));
        try {
            return formatted(READINGS.of(said), arguments.text(0), said);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Outcome.invalid("%s", "%s", why);
        }
    }

    private static Outcome formatted(Reading reading, String value, List<String> said) {
        Builtin builtin = reading.builtin();
        Optional<String> lexical = reading.format()
                .lexical(builtin.trimmed(value))
                .filter(text -> Datatype.of(builtin.iri())
                        .map(datatype -> datatype.has(text))
                        .orElse(true));
        return lexical.map(text -> Outcome.of(builtin.isString() ? Value.of(text) : new Value(text, builtin.iri())))
                .orElseGet(() -> Outcome.invalid(
                        "'%s' is not of the datatype %s in the format '%s'",
                        "« %s » n'est pas du type %s au format « %s »", value, said.get(0), said.get(1)));
    }
}
