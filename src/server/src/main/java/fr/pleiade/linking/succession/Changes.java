package fr.pleiade.linking.succession;

import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The changes of a dataset, by what they lead from and to, and which of these things exist now. Memory: all changes, some 500 bytes each. */
final class Changes {
    private final Succession succession;
    private final Map<String, NavigableMap<String, List<Step>>> leading = new HashMap<>();
    private final Map<String, NavigableMap<String, List<Step>>> coming = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, List<Quad>> said = new HashMap<>();
    private final Map<String, String> present = new HashMap<>();

    private Changes(Succession succession) {
        this.succession = succession;
    }

    /**
     * Reads the changes, and then which things exist.
     *
     * @param graph the sorted graph of the changes' dataset
     * @param graphs the sorted graph of each dataset that the succession names as a register
     */
    static Changes read(Succession succession, Path graph, Function<String, Path> graphs) {
        Changes changes = new Changes(succession);
        Set<String> wanted = new HashSet<>(Set.of(succession.date(), succession.key()));
        succession.copies().forEach(copy -> wanted.add(copy.from()));
        succession.kinds().forEach(kind -> wanted.addAll(List.of(kind.before(), kind.after())));
        List<Quad> current = new ArrayList<>();
        GraphLines.read(graph, written(wanted), quad -> {
            if (!current.isEmpty() && !current.get(0).subject().equals(quad.subject())) {
                changes.add(current);
                current.clear();
            }
            current.add(quad);
        });
        changes.add(current);
        for (String slug : succession.registers()) {
            GraphLines.read(graphs.apply(slug), written(Set.of(Vocabulary.TYPE.value())), quad -> {
                String thing = quad.subject().text();
                Integer kind = changes.kinds.get(thing);
                if (kind != null
                        && changes.isRegistered(kind, slug, quad.object().text())) {
                    changes.present.put(thing, slug);
                }
            });
        }
        return changes;
    }

    private static Set<String> written(Set<String> properties) {
        Set<String> written = new HashSet<>();
        properties.forEach(property -> written.add(new Term.Iri(property).toNTriples()));
        return written;
    }

    private boolean isRegistered(int kind, String slug, String type) {
        return succession.kinds().get(kind).registers().stream()
                .anyMatch(register ->
                        register.dataset().equals(slug) && register.classes().contains(type));
    }

    /** Adds one change; one without a day is none, for nobody knows what came before it. */
    private void add(List<Quad> change) {
        Optional<String> date = change.stream()
                .filter(quad -> quad.predicate().value().equals(succession.date()))
                .map(quad -> quad.object().text())
                .findFirst();
        if (date.isEmpty()) {
            return;
        }
        String iri = change.get(0).subject().text();
        said.put(iri, List.copyOf(change));
        List<Kind> all = succession.kinds();
        for (int from = 0; from < all.size(); from++) {
            for (int to = 0; to < all.size(); to++) {
                for (String before : values(change, all.get(from).before())) {
                    for (String after : values(change, all.get(to).after())) {
                        add(new Step(iri, date.get(), before, from, after, to));
                    }
                }
            }
        }
    }

    private void add(Step step) {
        kinds.putIfAbsent(step.from(), step.fromKind());
        kinds.putIfAbsent(step.to(), step.toKind());
        put(leading, step.from(), step);
        put(coming, step.to(), step);
    }

    private static void put(Map<String, NavigableMap<String, List<Step>>> steps, String thing, Step step) {
        steps.computeIfAbsent(thing, t -> new TreeMap<>())
                .computeIfAbsent(step.date(), d -> new ArrayList<>())
                .add(step);
    }

    private static List<String> values(List<Quad> change, String property) {
        return change.stream()
                .filter(quad -> quad.predicate().value().equals(property) && quad.object() instanceof Term.Iri)
                .map(quad -> quad.object().text())
                .toList();
    }

    /** {@return the steps that lead from a thing, by day} */
    NavigableMap<String, List<Step>> from(String thing) {
        return leading.getOrDefault(thing, Collections.emptyNavigableMap());
    }

    /** {@return the steps that lead to a thing, by day} */
    NavigableMap<String, List<Step>> to(String thing) {
        return coming.getOrDefault(thing, Collections.emptyNavigableMap());
    }

    /** {@return the things that are led from, in the order of their IRIs} */
    SortedSet<String> changed() {
        return new TreeSet<>(leading.keySet());
    }

    /** {@return the place of a thing's kind, if a change names it} */
    Optional<Integer> kind(String thing) {
        return Optional.ofNullable(kinds.get(thing));
    }

    Kind kind(int place) {
        return succession.kinds().get(place);
    }

    /** {@return the dataset that says that the thing exists now} */
    Optional<String> register(String thing) {
        return Optional.ofNullable(present.get(thing));
    }

    boolean isPresent(String thing) {
        return present.containsKey(thing);
    }

    /** {@return what a change says by a property} */
    List<Term> values(String change, String property) {
        return said.getOrDefault(change, List.of()).stream()
                .filter(quad -> quad.predicate().value().equals(property))
                .map(Quad::object)
                .toList();
    }

    /** {@return whether a thing was there before a day, as far as the changes tell: the last of them before it left it there} */
    boolean wasThere(String thing, String day) {
        String last = Optional.ofNullable(to(thing).lowerKey(day)).orElse("");
        String left = Optional.ofNullable(from(thing).lowerKey(day)).orElse("");
        return !last.isEmpty() && last.compareTo(left) >= 0;
    }
}
