package fr.pleiade.publication.name;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.Reading;
import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.quality.register.Register;
import fr.pleiade.quality.register.RegisterThing;
import fr.pleiade.quality.register.RegisterThings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The records of a register as named things. In memory: a kilobyte a record. */
final class RecordThings {
    private static final String PLACE = "place";

    private final Register register;
    private final List<CodeReader> readers;

    RecordThings(Register register, NameRules rules) {
        this.register = register;
        this.readers = rules.readers();
    }

    /** @throws IOException if the file cannot be read, or a line of it is no JSON */
    List<NamedThing> read(Path file) throws IOException {
        List<NamedThing> things = new ArrayList<>();
        new RegisterThings(register).read(file, thing -> things.add(named(thing)));
        return things;
    }

    private NamedThing named(RegisterThing thing) {
        List<Name> names = new ArrayList<>();
        Set<String> acronyms = new LinkedHashSet<>(thing.acronyms());
        thing.names().stream()
                .distinct()
                .filter(name -> !acronyms.contains(name))
                .forEach(name ->
                        names.add(new Name(name, "", names.isEmpty() ? Name.Role.PREFERRED : Name.Role.ALTERNATIVE)));
        acronyms.forEach(name -> names.add(new Name(name, "", Name.Role.ACRONYM)));
        return new NamedThing(
                thing.address(),
                register.iri(),
                names,
                thing.kinds().stream().map(RecordThings::kind).distinct().toList(),
                codes(thing),
                thing.places().stream()
                        .map(place -> new NamedThing.Place(PLACE, "", List.of(place)))
                        .toList(),
                List.of(),
                "",
                thing.begun(),
                thing.ended(),
                thing.sites().stream()
                        .flatMap(site -> NamedThing.host(site).stream())
                        .distinct()
                        .toList());
    }

    /** {@return a kind as rules name it: an IRI as it is, a word in small letters} */
    private static String kind(String kind) {
        return kind.indexOf(':') < 0 ? kind.toLowerCase(Locale.ROOT) : kind;
    }

    private List<NamedThing.Code> codes(RegisterThing thing) {
        Set<NamedThing.Code> codes = new LinkedHashSet<>();
        for (CodeReader reader : readers) {
            IdentifierSystem system = reader.system();
            thing.codes().getOrDefault(system.slug(), List.of()).forEach(code -> add(reader, code, codes));
            thing.codes().getOrDefault(system.iri(), List.of()).forEach(code -> add(reader, code, codes));
            int variable = system.template().indexOf('{');
            if (variable > 0 && thing.address().startsWith(system.template().substring(0, variable))) {
                add(reader, thing.address(), codes);
            }
        }
        return List.copyOf(codes);
    }

    private static void add(CodeReader reader, String text, Set<NamedThing.Code> codes) {
        Reading reading = reader.read(text);
        if (reading.isValid()) {
            codes.add(new NamedThing.Code(reader.system().slug(), reading.code()));
        }
    }
}
