package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links the things of a dataset to the things of reference graphs.
 *
 * <p>Memory: the targets' keys (see {@link ReferenceKeys}), one thing, and what could not be linked, of which the first {@value #PLACED} are told with
 * their rows; the dataset's graph is streamed once. Not thread-safe.
 */
public final class Linker {
    private static final int PLACED = 100_000;

    private final List<LinkRule> rules;
    private final ReferenceKeys keys;
    private final Function<Set<Quad>, Map<Quad, Place>> rows;

    /**
     * A linker for the rules of one dataset.
     *
     * @param keys the keys of the rules' targets, at least
     * @param rows finds the rows that triples come from, such as {@link RowPlaces#of}
     */
    public Linker(List<LinkRule> rules, ReferenceKeys keys, Function<Set<Quad>, Map<Quad, Place>> rows) {
        this.rules = List.copyOf(rules);
        this.keys = keys;
        this.rows = rows;
    }

    /**
     * Links one dataset.
     *
     * @param sortedGraph the dataset's graph as N-Quads in which the lines of a subject stand together
     * @param graph the graph that the links are to be in
     * @param links takes each link, in the order of the subjects
     * @param findings takes {@code link-missing}, {@code link-no-key}, {@code link-ambiguous}, and for a rule that cannot link anything, {@code link-rule}
     * @return what each rule did, in the rules' order
     */
    public List<LinkReport> link(Path sortedGraph, Term.Iri graph, Consumer<Quad> links, Consumer<Finding> findings) {
        List<Unlinked> unlinked = new ArrayList<>();
        List<RuleRun> runs = rules.stream()
                .map(rule -> new RuleRun(rule, keys, thing -> {
                    if (unlinked.size() < PLACED) {
                        unlinked.add(thing);
                    } else {
                        findings.accept(thing.finding(Map.of()));
                    }
                }))
                .toList();
        Subject[] current = {Subject.NONE};
        Consumer<Subject> apply =
                subject -> runs.forEach(run -> run.apply(subject, quad -> links.accept(quad.in(graph))));
        GraphLines.read(sortedGraph, predicates(), quad -> {
            if (!quad.subject().equals(current[0].term())) {
                apply.accept(current[0]);
                current[0] = new Subject(quad.subject());
            }
            current[0].add(quad);
        });
        apply.accept(current[0]);
        Map<Quad, Place> places =
                rows.apply(unlinked.stream().map(Unlinked::statement).collect(Collectors.toSet()));
        unlinked.forEach(thing -> findings.accept(thing.finding(places)));
        String name = graph.value().substring(graph.value().lastIndexOf('/') + 1);
        return runs.stream()
                .map(run -> run.finish(name, () -> ReferenceKeys.predicates(sortedGraph), findings))
                .toList();
    }

    private Set<String> predicates() {
        return rules.stream()
                .flatMap(rule -> Stream.concat(Subject.PREDICATES.stream(), Stream.of(rule.key())))
                .map(predicate -> new Term.Iri(predicate).toNTriples())
                .collect(Collectors.toSet());
    }
}
