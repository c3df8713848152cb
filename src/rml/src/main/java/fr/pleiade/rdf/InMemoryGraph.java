package fr.pleiade.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small set of triples held in memory, in the order in which they came: a mapping, a catalogue, one thing's description.
 *
 * <p>Graph names are dropped. Memory: about 300 bytes a triple. Not thread-safe while it is being filled; safe to read afterwards.
 */
public final class InMemoryGraph {
    private final Map<Quad, Long> lines = new LinkedHashMap<>();
    private final Map<Term, List<Quad>> bySubject = new LinkedHashMap<>();
    private final Map<Term, List<Quad>> byObject = new LinkedHashMap<>();
    private Prefixes prefixes = new Prefixes(new TreeMap<>());

    /** Adds a triple that has no line. */
    public void add(Quad quad) {
        add(quad, 0);
    }

    /** Adds a triple with the line on which it ends, from 1; one that is there already keeps its first line. */
    public void add(Quad quad, long line) {
        Quad triple = quad.in(Quad.DEFAULT_GRAPH);
        if (lines.putIfAbsent(triple, line) == null) {
            bySubject.computeIfAbsent(triple.subject(), s -> new ArrayList<>()).add(triple);
            byObject.computeIfAbsent(triple.object(), o -> new ArrayList<>()).add(triple);
        }
    }

    /** Adds all triples of another graph. */
    public void addAll(InMemoryGraph other) {
        other.lines.forEach(this::add);
        prefixes = prefixes.and(other.prefixes);
    }

    /** Adds prefixes; where both have one, the present ones win. */
    public void addPrefixes(Prefixes more) {
        prefixes = prefixes.and(more);
    }

    public void setPrefixes(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /** {@return the prefixes that the document declares} */
    public Prefixes prefixes() {
        return prefixes;
    }

    /** {@return all triples, in the order in which they came} */
    public Collection<Quad> triples() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    /** {@return how many triples there are} */
    public int size() {
        return lines.size();
    }

    /** {@return the triples with this subject} */
    public List<Quad> about(Term subject) {
        return Collections.unmodifiableList(bySubject.getOrDefault(subject, List.of()));
    }

    /** {@return the triples with this object} */
    public List<Quad> pointingTo(Term object) {
        return Collections.unmodifiableList(byObject.getOrDefault(object, List.of()));
    }

    /** {@return the objects of a subject's property} */
    public List<Term> objects(Term subject, String predicate) {
        List<Term> objects = new ArrayList<>(0);
        for (Quad triple : bySubject.getOrDefault(subject, List.of())) {
            if (triple.predicate().value().equals(predicate)) {
                objects.add(triple.object());
            }
        }
        return Collections.unmodifiableList(objects);
    }

    /** {@return the first object of a subject's property, if there is one} */
    public Optional<Term> object(Term subject, String predicate) {
        return objects(subject, predicate).stream().findFirst();
    }

    /** {@return the subjects that have this object for the property} */
    public Stream<Term> subjects(String predicate, Term object) {
        return byObject.getOrDefault(object, List.of()).stream()
                .filter(t -> t.predicate().value().equals(predicate))
                .map(Quad::subject);
    }

    /** {@return whether the triple is there, whatever its graph} */
    public boolean contains(Quad quad) {
        return lines.containsKey(quad.in(Quad.DEFAULT_GRAPH));
    }

    /** {@return the line on which the first triple about the subject ends, from 1, or 0 where it is not known} */
    public long line(Term subject) {
        return about(subject).stream().findFirst().map(this::line).orElse(0L);
    }

    /** {@return the line on which the triple ends in its document, from 1, or 0 where it is not known} */
    public long line(Quad quad) {
        return lines.getOrDefault(quad.in(Quad.DEFAULT_GRAPH), 0L);
    }
}
