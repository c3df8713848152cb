package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystem.Sharing;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.identifiers.Reading;
import fr.pleiade.quality.register.RegisterFile;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What identifies a thing, in one form for all the ways of saying it: a code of a system whose codes are one thing's, or the target of an
 * {@code owl:sameAs}. Codes of systems that several things may share identify nothing. Thread-safe.
 */
final class BorneCodes implements RegisterFile.Forms {
    static final String SAME_AS = OWL + "sameAs";
    static final String IDENTIFIER = ADMS + "identifier";
    static final String NOTATION = SKOS + "notation";
    static final String IN_SCHEME = SKOS + "inScheme";

    private final Map<String, CodeReader> bySystem = new HashMap<>();
    private final Map<String, List<CodeReader>> byHost = new HashMap<>();
    private final List<KeyProperty> keys;
    private final Set<String> matches = new TreeSet<>(Set.of(SAME_AS));

    BorneCodes(IdentifierSystems systems, List<KeyProperty> keys) {
        this.keys = keys.stream().filter(key -> isOneThings(key.system())).toList();
        for (IdentifierSystem system : systems.systems()) {
            CodeReader reader = new CodeReader(system);
            bySystem.put(system.iri(), reader);
            Set<String> hosts = new TreeSet<>();
            system.spellings().addresses().forEach(address -> hosts.add(host(address)));
            if (!system.template().isEmpty()) {
                hosts.add(host(system.template()));
            }
            matches.add(system.match());
            hosts.forEach(
                    host -> byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(reader));
        }
    }

    private static boolean isOneThings(IdentifierSystem system) {
        return system.sharing() == Sharing.ONE_THING;
    }

    /** {@return the properties by which things are said to be what others have in their registers: {@code owl:sameAs} and those of the systems} */
    Set<String> matches() {
        return Collections.unmodifiableSet(matches);
    }

    /** {@return whether a statement says so: by another property than {@code owl:sameAs}, of what is in a register that is known} */
    boolean isMatch(Quad quad) {
        return quad.object() instanceof Term.Iri target
                && (quad.predicate().value().equals(SAME_AS)
                        || matches.contains(quad.predicate().value())
                                && system(target.value()).isPresent());
    }

    /** {@return the properties whose values identify} */
    List<KeyProperty> keys() {
        return keys;
    }

    /** {@return the properties by which a graph can say what identifies its things} */
    Set<String> identifying() {
        Set<String> properties = new TreeSet<>(Set.of(SAME_AS, IDENTIFIER));
        keys.forEach(key -> properties.add(key.property()));
        return properties;
    }

    /** {@return the properties that must be read to know} */
    Set<String> read() {
        Set<String> properties = identifying();
        properties.addAll(Set.of(NOTATION, IN_SCHEME));
        if (keys.stream().anyMatch(key -> !key.classes().isEmpty())) {
            properties.add(TYPE.value());
        }
        return properties;
    }

    /** {@return the system that types a notation; {@code ""} if none that is known does} */
    String systemOf(Term notation) {
        return notation instanceof Term.Literal literal && bySystem.containsKey(literal.datatype())
                ? literal.datatype()
                : "";
    }

    /** {@return what a code identifies by, if its system is known and no two things may bear it} */
    @Override
    public Optional<String> ofCode(String system, String code) {
        return Optional.ofNullable(bySystem.get(system))
                .filter(reader -> isOneThings(reader.system()))
                .map(reader -> {
                    Reading reading = reader.read(code);
                    return form(reader.system(), reading.isValid() ? reading.code() : code);
                });
    }

    /** {@return what the target of an {@code owl:sameAs} identifies by; nothing if it is of a system whose codes are shared} */
    Optional<String> ofTarget(String iri) {
        for (CodeReader reader : byHost.getOrDefault(host(iri), List.of())) {
            Reading reading = reader.read(iri);
            if (reading.isValid()) {
                return isOneThings(reader.system())
                        ? Optional.of(form(reader.system(), reading.code()))
                        : Optional.empty();
            }
        }
        return Optional.of(iri);
    }

    @Override
    public Optional<String> ofAddress(String address) {
        return ofTarget(address);
    }

    /** {@return the system in whose register the target of an {@code owl:sameAs} is} */
    Optional<String> system(String iri) {
        return byHost.getOrDefault(host(iri), List.of()).stream()
                .filter(reader -> reader.read(iri).isValid())
                .map(reader -> reader.system().iri())
                .findFirst();
    }

    /** {@return the thing that an IRI is of, be it one of its parts} */
    static String bearer(String iri) {
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
    }

    private static String form(IdentifierSystem system, String code) {
        return system.address(code).orElse(system.slug() + " " + code);
    }

    private static String host(String address) {
        int scheme = address.indexOf("://");
        String behind = scheme < 0 ? address : address.substring(scheme + 3);
        int end = 0;
        while (end < behind.length() && "/:?#".indexOf(behind.charAt(end)) < 0) {
            end++;
        }
        String host = behind.substring(0, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
