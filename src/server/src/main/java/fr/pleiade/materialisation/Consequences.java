package fr.pleiade.materialisation;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Which statements a statement follows from, that a {@link Materialisation} added to a graph. Immutable; the ontology must not change.
 */
public final class Consequences {
    /** How many things a chain is followed through. */
    private static final int MOST = 1_000;

    private final InMemoryGraph ontology;
    private final InMemoryGraph steps;
    private final SortedSet<String> declared;

    /**
     * Why a statement was added.
     *
     * @param rules the rules that declare that its property or class is stated
     * @param from what it follows from: one statement, or a chain of them, each beginning where the one before ends
     */
    public record Because(List<Term> rules, List<Quad> from) {
        public Because {
            rules = List.copyOf(rules);
            from = List.copyOf(from);
        }
    }

    public Consequences(InMemoryGraph ontology) {
        this.ontology = ontology;
        this.steps = Materialisation.steps(ontology);
        this.declared = Materialisation.declared(ontology);
    }

    /**
     * {@return why a statement follows, by the rules and what the graphs say; nothing if it does not follow}
     *
     * @param about gives what the graphs say of exactly this thing
     */
    public Optional<Because> of(Quad stated, Function<Term, Collection<Quad>> about) {
        boolean isType = stated.predicate().equals(Vocabulary.TYPE);
        String term = isType ? stated.object().text() : stated.predicate().value();
        if (!declared.contains(term)) {
            return Optional.empty();
        }
        List<Quad> from = isType ? narrowerType(stated, about) : wayTo(stated, about);
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(new Because(
                        ontology.subjects(Materialisation.STATES, new Term.Iri(term))
                                .toList(),
                        from));
    }

    private List<Quad> narrowerType(Quad stated, Function<Term, Collection<Quad>> about) {
        Collection<String> narrower =
                Materialisation.narrower(steps, stated.object().text());
        return about.apply(stated.subject()).stream()
                .filter(quad -> quad.predicate().equals(Vocabulary.TYPE)
                        && narrower.contains(quad.object().text()))
                .limit(1)
                .toList();
    }

    private List<Quad> wayTo(Quad stated, Function<Term, Collection<Quad>> about) {
        String property = stated.predicate().value();
        List<Materialisation.Reading> readings = Materialisation.readings(steps, property);
        Chain chain = Materialisation.chain(ontology, steps, property);
        List<String> forwards = readings.stream()
                .filter(reading -> !reading.isTurned())
                .map(Materialisation.Reading::property)
                .toList();
        List<String> turned = readings.stream()
                .filter(Materialisation.Reading::isTurned)
                .map(Materialisation.Reading::property)
                .toList();
        List<Quad> way = new Way(chain, stated, about).from(stated.subject(), forwards, stated.object());
        if (way.isEmpty() && !chain.isNone()) {
            way = new Way(chain, stated, about).from(stated.subject(), List.of(property), stated.object());
        }
        return way.isEmpty() ? new Way(chain, stated, about).from(stated.object(), turned, stated.subject()) : way;
    }

    /** The shortest way by a first property, then by those of a chain. */
    private record Way(Chain chain, Quad stated, Function<Term, Collection<Quad>> about) {
        List<Quad> from(Term start, Collection<String> first, Term end) {
            Map<Term, Quad> reachedBy = new HashMap<>();
            Deque<Term> open = new ArrayDeque<>();
            step(start, first, reachedBy, open);
            while (!open.isEmpty() && reachedBy.size() < MOST && !reachedBy.containsKey(end)) {
                step(open.remove(), chain.properties(), reachedBy, open);
            }
            List<Quad> way = new ArrayList<>();
            for (Quad last = reachedBy.get(end); last != null; last = reachedBy.get(last.subject())) {
                way.add(0, last);
                if (last.subject().equals(start)) {
                    break;
                }
            }
            return way;
        }

        /** What was said comes before what was stated in its turn, so that a chain leads back to rows. */
        private void step(Term at, Collection<String> properties, Map<Term, Quad> reachedBy, Deque<Term> open) {
            List<Quad> steps = about.apply(at).stream()
                    .filter(quad -> properties.contains(quad.predicate().value()) && !isStated(quad))
                    .sorted(Comparator.comparing(quad -> quad.predicate().equals(stated.predicate())))
                    .toList();
            for (Quad quad : steps) {
                if (reachedBy.putIfAbsent(quad.object(), quad) == null) {
                    open.add(quad.object());
                }
            }
        }

        private boolean isStated(Quad quad) {
            return quad.subject().equals(stated.subject())
                    && quad.predicate().equals(stated.predicate())
                    && quad.object().equals(stated.object());
        }
    }
}
