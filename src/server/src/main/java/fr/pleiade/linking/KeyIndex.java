package fr.pleiade.linking;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The things of one target by their key: add the graph's triples, {@link #finish}, then look keys up. */
final class KeyIndex {

    private final LinkTarget target;
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final Map<String, List<String>> thingsByKey = new HashMap<>();
    private boolean hasMembers;

    KeyIndex(LinkTarget target) {
        this.target = target;
    }

    void add(Quad quad) {
        if (quad.predicate().value().equals(target.key()) && quad.subject() instanceof Term.Iri thing) {
            keys.computeIfAbsent(thing.value(), t -> new ArrayList<>(1))
                    .add(quad.object().text());
        } else if (quad.predicate().equals(Vocabulary.TYPE)) {
            if (target.classes().contains(quad.object().text())) {
                members.add(quad.subject().text());
            } else {
                classes.add(quad.object().text());
            }
        }
    }

    void finish() {
        keys.forEach((thing, values) -> {
            if (members.contains(thing)) {
                values.forEach(key -> put(key, thing));
            }
        });
        hasMembers = !members.isEmpty();
        keys.clear();
        members.clear();
    }

    private void put(String key, String thing) {
        List<String> things = thingsByKey.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!things.contains(thing)) {
            things.add(thing);
        }
    }

    /** {@return the keys of its things} */
    Set<String> keys() {
        return Collections.unmodifiableSet(thingsByKey.keySet());
    }

    /** {@return the IRIs of the things with the key, none twice} */
    List<String> things(String key) {
        return thingsByKey.getOrDefault(key, List.of());
    }

    /**
     * {@return what is wrong with the target if nothing can be found in it}
     *
     * @param predicates the properties that are in its graph; asked for only if they are needed
     */
    Optional<Misfit> misfit(Supplier<Set<String>> predicates) {
        if (!hasMembers) {
            String named = target.classes().stream().sorted().findFirst().orElseThrow();
            return Optional.of(Misfit.noClass(target.name(), named, Spelling.slip(named, classes)));
        }
        return thingsByKey.isEmpty()
                ? Optional.of(Misfit.noKey(target.name(), target.key(), Spelling.slip(target.key(), predicates.get())))
                : Optional.empty();
    }
}
