package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.mapping.term.TermSet;
import fr.pleiade.mapping.term.TermWriter;
import fr.pleiade.quads.OriginLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One triples map at work on the rows of its source, for one thread. */
final class TriplesMapper {
    private static final Text ANOTHER_KEY = new Text(
            "make the key of letters, digits and hyphens, for instance by fn:slug",
            "faire la clé de lettres, de chiffres et de traits d'union, par exemple avec fn:slug");

    private static final byte[] TRIPLE_END = {' ', '.', '\n'};

    private final Binding binding;
    private final Execution execution;
    private final TermSet subjects;
    private final Map<List<TermMap>, TermSet> graphs = new HashMap<>();
    private final List<Pairs> pairs;
    private final List<Reference> columns;
    private final @Nullable RowNames names;
    private final boolean leavesGraphsOut;
    private final boolean tellsOrigins;
    private final Bytes triple = new Bytes();
    private final byte[] origin = new byte[OriginLine.LENGTH + 1];
    private final Terms withoutGraphs = new Terms();
    private long leftOut;
    private boolean refused;
    private @Nullable Terms named;

    private final TermSet.Place subject = new TermSet.Place();
    private final TermSet.Place predicate = new TermSet.Place();
    private final TermSet.Place object = new TermSet.Place();
    private final TermSet.Place lineEnd = new TermSet.Place();

    /** Predicates, objects and line ends that are combined, each with each, and the outputs that they go to. */
    private record Pairs(int rule, TermSet predicates, TermSet objects, TermSet graphs, List<Integer> outputs) {}

    TriplesMapper(TriplesMap map, Binding binding, Execution execution) {
        this.binding = binding;
        this.execution = execution;
        columns = map.subject().expression().references();
        names = execution.names().orElse(null);
        leavesGraphsOut = execution.leavesGraphsOut();
        subjects = TermSet.of(List.of(binding.writer(map.subject())));
        tellsOrigins = execution.tellsOrigins();
        origin[OriginLine.LENGTH] = '\n';
        pairs = bind(map, execution.firstRule(map));
    }

    private List<Pairs> bind(TriplesMap map, int firstRule) {
        List<Pairs> bound = new ArrayList<>();
        int rule = firstRule;
        for (PredicateObjectMap pair : map.pairs()) {
            for (PredicateObjectMap separated : pair.inGraphsOf(map).separatedByTarget()) {
                bound.add(bind(map, separated, rule));
            }
            rule++;
        }
        return List.copyOf(bound);
    }

    private Pairs bind(TriplesMap map, PredicateObjectMap pair, int rule) {
        List<TermWriter> objects = new ArrayList<>();
        pair.objects().forEach(each -> objects.add(binding.writer(each)));
        pair.references().forEach(reference -> objects.add(execution.objects(reference, binding)));
        return new Pairs(
                rule,
                TermSet.of(pair.predicates(), TermSet.Around.SPACES, binding),
                TermSet.of(objects),
                graphs.computeIfAbsent(pair.graphs(), this::lineEnds),
                execution.outputs(pair.targets(map)));
    }

    private TermSet lineEnds(List<TermMap> graphMaps) {
        List<TermMap> named =
                graphMaps.stream().map(execution::graph).distinct().toList();
        return TermSet.of(
                named.isEmpty() ? List.of(execution.defaultGraph()) : named, TermSet.Around.LINE_END, binding);
    }

    /**
     * Writes the row's triples, each to the outputs that it belongs to.
     *
     * @param origins takes where those of the run's own output come from, if somebody asks
     * @return how many triples
     */
    long map(RowScope scope, List<Bytes> outputs, Bytes origins) {
        Terms subjectTerms = subjects.of(scope, subject);
        named = subjectTerms;
        refused = names != null && isRefused(subjectTerms, names, scope);
        if (subjectTerms.size() == 0 || refused) {
            return 0;
        }
        long count = 0;
        for (Pairs pair : pairs) {
            Terms objects = pair.objects.of(scope, object);
            if (objects.size() > 0) {
                Terms predicates = pair.predicates.of(scope, predicate);
                Terms lineEnds = pair.graphs.of(scope, lineEnd);
                long triples = (long) subjectTerms.size() * predicates.size() * objects.size();
                for (int i = 0; i < pair.outputs.size(); i++) {
                    int output = pair.outputs.get(i);
                    boolean areTriples = leavesGraphsOut && output == Execution.OWN_OUTPUT;
                    Terms ends = areTriples ? withoutGraphs(lineEnds, triples) : lineEnds;
                    combine(subjectTerms, predicates, objects, ends, outputs.get(output));
                    if (tellsOrigins && output == Execution.OWN_OUTPUT && ends.size() > 0) {
                        OriginLine.write(scope.row().line(), pair.rule, origin, 0);
                        trace(subjectTerms, predicates, objects, origins);
                    }
                }
                count += triples * lineEnds.size();
            }
        }
        return count;
    }

    private boolean isRefused(Terms subjectTerms, RowNames judge, RowScope scope) {
        boolean isRefused = false;
        for (int s = 0; s < subjectTerms.size(); s++) {
            Optional<Text> refusal =
                    judge.refusal(subjectTerms.bytes().array(), subjectTerms.start(s), subjectTerms.endOf(s));
            if (refusal.isPresent()) {
                isRefused = true;
                scope.report("unaddressable-key", columns, refusal.get(), ANOTHER_KEY);
            }
        }
        return isRefused;
    }

    /**
     * Writes each subject of the row that was mapped last, and what follows it.
     *
     * @return whether it has one, be it one that was refused
     */
    boolean writeNames(byte[] place, Bytes out) {
        Terms subjectTerms = named;
        if (subjectTerms == null || refused) {
            return refused;
        }
        for (int s = 0; s < subjectTerms.size(); s++) {
            subjectTerms.copy(s, out);
            out.put(place);
        }
        return subjectTerms.size() > 0;
    }

    private static void combine(Terms subjects, Terms predicates, Terms objects, Terms lineEnds, Bytes out) {
        for (int s = 0; s < subjects.size(); s++) {
            for (int p = 0; p < predicates.size(); p++) {
                for (int o = 0; o < objects.size(); o++) {
                    for (int g = 0; g < lineEnds.size(); g++) {
                        subjects.copy(s, out);
                        predicates.copy(p, out);
                        objects.copy(o, out);
                        lineEnds.copy(g, out);
                    }
                }
            }
        }
    }

    /** Writes where the triples that the terms make come from: the origin has the row and the rule already. */
    private void trace(Terms subjectTerms, Terms predicates, Terms objects, Bytes origins) {
        for (int s = 0; s < subjectTerms.size(); s++) {
            for (int p = 0; p < predicates.size(); p++) {
                for (int o = 0; o < objects.size(); o++) {
                    triple.clear();
                    subjectTerms.copy(s, triple);
                    predicates.copy(p, triple);
                    objects.copy(o, triple);
                    OriginLine.write(OriginLine.hash(triple.array(), 0, triple.length()), origin, 0);
                    origins.put(origin);
                }
            }
        }
    }

    /** {@return as many line ends that name no graph; a triple stands as often as it would in some} */
    private Terms withoutGraphs(Terms lineEnds, long triples) {
        withoutGraphs.clear();
        for (int g = 0; g < lineEnds.size(); g++) {
            withoutGraphs.bytes().put(TRIPLE_END);
            withoutGraphs.end();
            leftOut += lineEnds.endOf(g) - lineEnds.start(g) > TRIPLE_END.length ? triples : 0;
        }
        return withoutGraphs;
    }

    /** {@return how many triples it wrote without their graph since it was last asked} */
    long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }
}
