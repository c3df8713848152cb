package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.Alphabet;
import fr.pleiade.identifiers.Check;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystem.Sharing;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.identifiers.Letters;
import fr.pleiade.identifiers.Luhn;
import fr.pleiade.identifiers.Reading;
import fr.pleiade.identifiers.Spellings;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes of registers: brought into their canonical form and verified as their system declares, or refused. */
final class CodeFunctions {
    private static final String LUHN = "luhn";

    private CodeFunctions() {}

    /** {@return what every mapping has: digits with a check digit, whatever the register} */
    static List<Function> all() {
        IdentifierSystem luhn = new IdentifierSystem(
                Signature.FN + LUHN,
                LUHN,
                new Text(LUHN, LUHN),
                "",
                "[0-9]{2,}",
                new Spellings(List.of(), List.of(), " .-", Letters.AS_WRITTEN, List.of()),
                List.of(new Check(".*", new Luhn(Alphabet.DIGITS))),
                new Text(
                        "is not a valid LUHN: expected digits with a valid Luhn check digit",
                        "n'est pas un LUHN valide ; attendu : des chiffres dont la clé de Luhn est juste"),
                "",
                "",
                Vocabulary.OWL + "sameAs",
                Sharing.SEVERAL_THINGS,
                LUHN);
        return List.of(named(new CodeReader(luhn)));
    }

    /** {@return {@code fn:code} for all systems, and a function for each system that names one; none where no system is declared} */
    static List<Function> of(IdentifierSystems systems) {
        if (systems.systems().isEmpty()) {
            return List.of();
        }
        List<Function> functions = new ArrayList<>();
        Map<String, CodeReader> readers = new HashMap<>();
        for (IdentifierSystem system : systems.systems()) {
            CodeReader reader = new CodeReader(system);
            readers.put(system.slug(), reader);
            if (!system.function().isEmpty()) {
                functions.add(named(reader));
            }
        }
        functions.add(fn("code")
                .takesOneOf(systems.slugs(), "system")
                .takes("value")
                .does(a -> code(systems.slugs(), readers, a)));
        return functions;
    }

    private static Function named(CodeReader reader) {
        return fn(reader.system().function()).takes("value").does(a -> {
            Reading reading = reader.read(a.text(0));
            return reading.isValid() ? Outcome.of(reading.code()) : Outcome.invalid(reader.refusal(a.text(0)));
        });
    }

    private static Outcome code(List<String> slugs, Map<String, CodeReader> readers, Arguments arguments) {
        CodeReader reader = readers.get(arguments.text(0));
        if (reader == null) {
            return Outcome.invalid(
                    "'%s' is no identifier system: known are %s",
                    "« %s » n'est pas un système d'identifiants ; connus : %s",
                    arguments.text(0),
                    String.join(", ", slugs));
        }
        Reading reading = reader.read(arguments.text(1));
        return reading.isValid() ? Outcome.of(reading.code()) : Outcome.invalid(reader.explanation(arguments.text(1)));
    }
}
