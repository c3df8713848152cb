package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links the things of a dataset to the things of reference graphs.
 *
 * <p>Memory: the targets' keys (see {@link ReferenceKeys}) and one thing; the dataset's graph is streamed once. Not thread-safe.
 */
public final class Linker {
    private final List<RuleRun> runs;
    private final Set<String> predicates;

    private Linker(List<RuleRun> runs) {
        this.runs = runs;
        this.predicates = runs.stream()
                .flatMap(run -> Stream.concat(
                        Subject.PREDICATES.stream(), Stream.of(run.rule().key())))
                .map(predicate -> new Term.Iri(predicate).toNTriples())
                .collect(Collectors.toSet());
    }

    /**
     * {@return a linker for the rules of one dataset}
     *
     * @param keys the keys of the rules' targets, at least
     */
    public static Linker of(List<LinkRule> rules, ReferenceKeys keys) {
        return new Linker(rules.stream().map(rule -> new RuleRun(rule, keys)).toList());
    }

    /**
     * Links one dataset.
     *
     * @param sortedGraph the dataset's graph as N-Quads in which the lines of a subject stand together
     * @param graph the graph that the links are to be in
     * @param links takes each link, in the order of the subjects
     * @param findings takes {@code link-missing}, {@code link-no-key} and {@code link-ambiguous}
     * @return what each rule did, in the rules' order
     */
    public List<LinkReport> link(Path sortedGraph, Term.Iri graph, Consumer<Quad> links, Consumer<Finding> findings) {
        Subject[] current = {Subject.NONE};
        Consumer<Subject> apply =
                subject -> runs.forEach(run -> run.apply(subject, quad -> links.accept(quad.in(graph)), findings));
        GraphLines.read(sortedGraph, predicates, quad -> {
            if (!quad.subject().equals(current[0].term())) {
                apply.accept(current[0]);
                current[0] = new Subject(quad.subject());
            }
            current[0].add(quad);
        });
        apply.accept(current[0]);
        return runs.stream().map(run -> run.finish(findings)).toList();
    }
}
