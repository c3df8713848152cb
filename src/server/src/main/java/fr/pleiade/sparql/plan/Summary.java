package fr.pleiade.sparql.plan;

import fr.pleiade.store.count.GraphCounts;
import fr.pleiade.store.count.StoreCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.RDF;

/**
 * The solutions of a pattern of one triple that says nothing of single things, put together by what the counts of a store tell apart: its
 * graph, its property or its class.
 *
 * <p>Patterns are {@code ?s ?p ?o}, {@code ?s <property> ?o}, {@code ?s a ?class} and {@code ?s a <Class>} in the union of all graphs, in
 * {@code GRAPH <g>} and in {@code GRAPH ?g}; and {@code GRAPH ?g {}}.
 *
 * @param variables the variables that the rows tell apart
 * @param others the variables of the pattern besides, of which each row has all values together
 * @param things the variable that has another value in each solution of a row, as the subject has in one graph for one property and
 *     object
 * @param rows each combination of values of the variables, once, with the number of its solutions, which is never 0
 */
record Summary(Set<Var> variables, Set<Var> others, Optional<Var> things, Map<Binding, Long> rows) {
    private static final Node TYPE = RDF.type.asNode();

    /** {@return the summary of a pattern, if it is such a one} */
    static Optional<Summary> of(Op pattern, StoreCounts counts) {
        if (!(pattern instanceof OpGraph graph)) {
            return triple(pattern).flatMap(triple -> new Builder(triple, Optional.empty()).of(counts.union()));
        }
        Node name = graph.getNode();
        if (!name.isVariable()) {
            return triple(graph.getSubOp())
                    .flatMap(triple -> Optional.ofNullable(counts.graphs().get(name.toString()))
                            .flatMap(new Builder(triple, Optional.empty())::of));
        }
        Var variable = Var.alloc(name);
        if (isNothing(graph.getSubOp())) {
            return Optional.of(graphs(variable, counts.graphs()));
        }
        return triple(graph.getSubOp())
                .flatMap(triple -> new Builder(triple, Optional.of(variable)).of(counts.graphs()));
    }

    private static boolean isNothing(Op op) {
        return op instanceof OpTable table && table.isJoinIdentity()
                || op instanceof OpBGP none && none.getPattern().isEmpty();
    }

    private static Summary graphs(Var variable, SortedMap<String, GraphCounts> graphs) {
        Map<Binding, Long> rows = new LinkedHashMap<>();
        graphs.keySet().forEach(graph -> rows.put(BindingFactory.binding(variable, iri(graph)), 1L));
        return new Summary(Set.of(variable), Set.of(), Optional.empty(), rows);
    }

    private static Optional<Triple> triple(Op op) {
        return op instanceof OpBGP pattern && pattern.getPattern().size() == 1
                ? Optional.of(pattern.getPattern().get(0))
                : Optional.empty();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** {@return whether each solution has a value for the variable} */
    boolean has(Var variable) {
        return variables.contains(variable) || others.contains(variable);
    }

    /** {@return these rows told apart by fewer variables} */
    Map<Binding, List<Map.Entry<Binding, Long>>> groupedBy(List<Var> fewer) {
        Map<Binding, List<Map.Entry<Binding, Long>>> groups = new LinkedHashMap<>();
        for (Map.Entry<Binding, Long> row : rows.entrySet()) {
            BindingBuilder key = BindingFactory.builder();
            for (Var variable : fewer) {
                key.add(variable, row.getKey().get(variable));
            }
            groups.computeIfAbsent(key.build(), k -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /** What makes the rows of one pattern. */
    private static final class Builder {
        private final Triple pattern;
        private final Optional<Var> graph;
        private final Map<Binding, Long> rows = new LinkedHashMap<>();

        Builder(Triple pattern, Optional<Var> graph) {
            this.pattern = pattern;
            this.graph = graph;
        }

        Optional<Summary> of(GraphCounts counts) {
            if (!isPlain()) {
                return Optional.empty();
            }
            add(BindingFactory.empty(), counts);
            return Optional.of(summary());
        }

        Optional<Summary> of(SortedMap<String, GraphCounts> graphs) {
            if (!isPlain() || graph.isEmpty()) {
                return Optional.empty();
            }
            graphs.forEach((name, counts) -> add(BindingFactory.binding(graph.get(), iri(name)), counts));
            return Optional.of(summary());
        }

        /** {@return whether the pattern is one of those that are counted, each of its variables another one} */
        private boolean isPlain() {
            Set<Node> seen = new LinkedHashSet<>();
            graph.ifPresent(seen::add);
            for (Node node : List.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())) {
                if (node.isVariable() && !seen.add(node)) {
                    return false;
                }
            }
            return pattern.getSubject().isVariable()
                    && (pattern.getPredicate().isVariable() || isProperty())
                    && (pattern.getObject().isVariable()
                            || isType() && pattern.getObject().isURI());
        }

        /** {@return whether the predicate is nothing but one: some are calls of functions to ARQ, such as rdfs:member} */
        private boolean isProperty() {
            return !PropertyFunctionRegistry.get()
                    .manages(pattern.getPredicate().getURI());
        }

        private boolean isType() {
            return pattern.getPredicate().equals(TYPE);
        }

        private void add(Binding of, GraphCounts counts) {
            if (pattern.getPredicate().isVariable()) {
                counts.properties().forEach((iri, n) -> add(of, pattern.getPredicate(), iri, n));
            } else if (!isType()) {
                add(of, counts.properties().getOrDefault(pattern.getPredicate().getURI(), 0L));
            } else if (pattern.getObject().isVariable()) {
                counts.classes().forEach((iri, n) -> add(of, pattern.getObject(), iri, n));
            } else {
                add(of, counts.classes().getOrDefault(pattern.getObject().getURI(), 0L));
            }
        }

        private void add(Binding of, Node variable, String iri, long solutions) {
            add(BindingFactory.binding(of, Var.alloc(variable), iri(iri)), solutions);
        }

        private void add(Binding row, long solutions) {
            if (solutions > 0) {
                rows.put(row, solutions);
            }
        }

        private Summary summary() {
            Set<Var> variables = new LinkedHashSet<>(graph.stream().toList());
            Set<Var> others = new LinkedHashSet<>();
            others.add(Var.alloc(pattern.getSubject()));
            if (pattern.getPredicate().isVariable()) {
                variables.add(Var.alloc(pattern.getPredicate()));
            }
            if (pattern.getObject().isVariable()) {
                (isType() ? variables : others).add(Var.alloc(pattern.getObject()));
            }
            return new Summary(
                    variables,
                    others,
                    isType() ? Optional.of(Var.alloc(pattern.getSubject())) : Optional.empty(),
                    rows);
        }
    }
}
