package fr.pleiade.linking.byname;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import java.io.Closeable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The things that others may be, found by their names, and by the codes that one thing alone can bear.
 *
 * <p>In memory: two kilobytes a thing. Not thread-safe; the index is given back when it is closed.
 */
public final class NameCandidates implements Closeable {
    private final Names names;
    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Set<String> iris;

    /** The systems of which a code is one thing's. */
    private final Set<String> unique;

    private NameCandidates(Names names, Set<String> iris, Set<String> unique) {
        this.names = names;
        this.iris = iris;
        this.unique = unique;
    }

    /**
     * {@return the candidates}
     *
     * @param things the things, each with its dataset's slug or its register's IRI for a graph; one that is there twice counts once
     * @param rules what the site says of names
     */
    public static NameCandidates of(List<NamedThing> things, NameRules rules) {
        Map<String, NamedThing> each = new LinkedHashMap<>();
        things.forEach(thing -> each.putIfAbsent(thing.iri(), thing));
        NameCandidates candidates = new NameCandidates(
                Names.inMemory(
                        each.values().stream().map(NameCandidates::comparable).toList(), rules),
                Set.copyOf(each.keySet()),
                unique(rules));
        each.values()
                .forEach(thing -> candidates
                        .codes(thing)
                        .forEach(code -> candidates
                                .byCode
                                .computeIfAbsent(code, c -> new TreeSet<>())
                                .add(thing.iri())));
        return candidates;
    }

    private static Set<String> unique(NameRules rules) {
        Set<String> unique = new TreeSet<>();
        for (CodeReader reader : rules.readers()) {
            if (reader.system().sharing() == IdentifierSystem.Sharing.ONE_THING) {
                unique.add(reader.system().slug());
            }
        }
        return unique;
    }

    /** {@return the codes of a thing that tell it, each with its system: a code of another system is another code} */
    List<String> codes(NamedThing thing) {
        return thing.codes().stream()
                .filter(code -> unique.contains(code.system()))
                .map(code -> code.system() + ":" + code.code())
                .toList();
    }

    /** Codes are looked up apart, strictly; kinds narrow as classes do. */
    private static NamedThing comparable(NamedThing thing) {
        Set<String> kinds = new LinkedHashSet<>(thing.types());
        thing.kinds().forEach(kind -> kinds.add(kind.iri()));
        return new NamedThing(
                thing.iri(),
                thing.graph(),
                thing.names(),
                List.copyOf(kinds),
                List.of(),
                thing.places().stream()
                        .map(place -> new NamedThing.Place(place.property(), "", place.names()))
                        .toList(),
                List.of(),
                thing.point(),
                thing.begun(),
                thing.ended(),
                thing.hosts());
    }

    Names names() {
        return names;
    }

    /** {@return how many things there are} */
    public int size() {
        return iris.size();
    }

    /** {@return whether a thing is among them} */
    public boolean contains(String iri) {
        return iris.contains(iri);
    }

    /** {@return the things that bear one of some codes} */
    Set<String> bearing(List<String> codes) {
        Set<String> bearing = new TreeSet<>();
        codes.forEach(code -> bearing.addAll(byCode.getOrDefault(code, Set.of())));
        return bearing;
    }

    /** {@return a thing as a candidate of which nothing was compared} */
    Optional<Likely> find(String iri) {
        return names.find(iri)
                .map(thing -> new Likely(
                        thing.iri(), thing.graph(), thing.name("fr").text(), Likely.CERTAIN, true, Map.of()));
    }

    @Override
    public void close() {
        names.close();
    }
}
