package fr.pleiade.publication.check;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a graph says to be replaced by what replaced it, by {@code dct:isReplacedBy} and {@code dct:replaces} over any number of steps: then
 * nobody can say what it is today. Memory: what is replaced.
 */
public final class Replacements {
    /** The properties that say it. */
    public static final Set<String> PROPERTIES = Set.of(DCT + "isReplacedBy", DCT + "replaces");

    private final SortedMap<String, SortedSet<String>> successors = new TreeMap<>();
    private final Map<String, Quad> statements = new TreeMap<>();

    private Replacements() {}

    /** {@return those of a graph} */
    public static Replacements in(Path graph) {
        Replacements read = new Replacements();
        Set<String> properties = PROPERTIES.stream()
                .map(property -> new Term.Iri(property).toNTriples())
                .collect(Collectors.toSet());
        GraphLines.read(graph, properties, read::add);
        return read;
    }

    private void add(Quad quad) {
        boolean isForward = quad.predicate().value().equals(DCT + "isReplacedBy");
        String from = (isForward ? quad.subject() : quad.object()).text();
        String to = (isForward ? quad.object() : quad.subject()).text();
        successors.computeIfAbsent(from, thing -> new TreeSet<>()).add(to);
        if (isForward || !statements.containsKey(from)) {
            statements.put(from, quad.in(Quad.DEFAULT_GRAPH));
        }
    }

    /**
     * Tells each circle once.
     *
     * @param rows finds the rows that triples of the default graph come from
     */
    public void check(Function<Set<Quad>, Map<Quad, Place>> rows, Consumer<Finding> findings) {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>();
        Map<String, List<String>> leading = new HashMap<>();
        successors.forEach((from, to) -> {
            left.put(from, new TreeSet<>(to));
            to.forEach(thing ->
                    leading.computeIfAbsent(thing, key -> new ArrayList<>()).add(from));
        });
        Deque<String> gone = new ArrayDeque<>(leading.keySet());
        gone.removeIf(left::containsKey);
        takeAway(gone, left, leading);
        while (!left.isEmpty()) {
            List<String> circle = circle(left);
            findings.accept(finding(circle, rows));
            circle.forEach(left::remove);
            gone.addAll(circle);
            takeAway(gone, left, leading);
        }
    }

    /** Takes away what leads to nothing but what is gone: each thing that is left leads into a circle. */
    private static void takeAway(
            Deque<String> gone, SortedMap<String, SortedSet<String>> left, Map<String, List<String>> leading) {
        while (!gone.isEmpty()) {
            String thing = gone.remove();
            for (String from : leading.getOrDefault(thing, List.of())) {
                SortedSet<String> to = left.getOrDefault(from, new TreeSet<>());
                if (to.remove(thing) && to.isEmpty()) {
                    left.remove(from);
                    gone.add(from);
                }
            }
        }
    }

    private static List<String> circle(SortedMap<String, SortedSet<String>> left) {
        Set<String> way = new LinkedHashSet<>();
        String thing = left.firstKey();
        while (way.add(thing)) {
            thing = Objects.requireNonNull(left.get(thing)).first();
        }
        List<String> all = new ArrayList<>(way);
        return all.subList(all.indexOf(thing), all.size());
    }

    private Finding finding(List<String> circle, Function<Set<Quad>, Map<Quad, Place>> rows) {
        String first = circle.get(0);
        Quad statement = Objects.requireNonNull(statements.get(first));
        Place place = Objects.requireNonNullElseGet(
                rows.apply(Set.of(statement)).get(statement), () -> new Place.OfThing(first, ""));
        return Rule.REPLACED_CIRCULAR.at(
                place,
                "<%s> is replaced by itself in the end: %s",
                "<%s> est finalement remplacé par lui-même : %s",
                first,
                circle.stream().skip(1).map(thing -> "<" + thing + "> → ").collect(Collectors.joining()) + "<" + first
                        + ">");
    }
}
