package fr.pleiade.mapping.model;

import fr.pleiade.identifiers.IdentifierSystems;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A checked mapping as data: everything that can be decided without a row is decided.
 *
 * @param document the mapping document's name, as errors cite it
 * @param folder the document's folder, which paths may be relative to; {@code ""} for none
 * @param triplesMaps what it says, in the document's order
 * @param systems the identifier systems whose codes its functions read
 */
public record Plan(String document, String folder, List<TriplesMap> triplesMaps, IdentifierSystems systems)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Plan {
        triplesMaps = List.copyOf(triplesMaps);
    }

    /** {@return the triples map with a name that the plan is known to have} */
    public TriplesMap triplesMap(String name) {
        return triplesMaps.stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no triples map " + name));
    }

    /** {@return all sources, each once} */
    public List<LogicalSource> sources() {
        return triplesMaps.stream().map(TriplesMap::source).distinct().toList();
    }

    /** {@return all targets, each once, in the order of the document} */
    public List<Target> targets() {
        return triplesMaps.stream()
                .flatMap(map -> map.pairs().stream().flatMap(pair -> pair.inGraphsOf(map).targets(map).stream()))
                .distinct()
                .toList();
    }

    /** {@return the maps of graphs that may be others than one graph and the default graph} */
    public List<TermMap> otherGraphs(String graph) {
        Set<String> allowed = Set.of(graph, Rml.DEFAULT_GRAPH);
        return triplesMaps.stream()
                .flatMap(map -> Stream.concat(
                        map.graphs().stream(), map.pairs().stream().flatMap(pair -> pair.graphs().stream())))
                .filter(map -> !(map.expression() instanceof Constant constant
                        && allowed.contains(constant.term().text())))
                .distinct()
                .toList();
    }

    /** {@return the references that need a join, each with the triples map that it belongs to} */
    public Map<ReferencingObjectMap, TriplesMap> joinedReferences() {
        Map<ReferencingObjectMap, TriplesMap> joined = new LinkedHashMap<>();
        for (TriplesMap map : triplesMaps) {
            for (PredicateObjectMap pair : map.pairs()) {
                pair.references().stream()
                        .filter(reference -> !reference.joins().isEmpty())
                        .forEach(reference -> joined.put(reference, map));
            }
        }
        return joined;
    }

    /** {@return the constant texts that functions are given, among them the paths of the tables that they look values up in; each once} */
    public List<String> textsOfCalls() {
        return triplesMaps.stream()
                .flatMap(Plan::expressions)
                .flatMap(Plan::textsOfCalls)
                .distinct()
                .toList();
    }

    private static Stream<String> textsOfCalls(Expression expression) {
        return expression instanceof FunctionCall call
                ? call.inputs().stream()
                        .flatMap(List::stream)
                        .flatMap(input -> input instanceof Constant constant
                                ? Stream.of(constant.term().text())
                                : textsOfCalls(input))
                : Stream.empty();
    }

    private static Stream<Expression> expressions(TriplesMap map) {
        Stream<TermMap> ofPairs = map.pairs().stream()
                .flatMap(pair -> Stream.of(pair.predicates(), pair.objects(), pair.graphs()))
                .flatMap(List::stream);
        Stream<Expression> ofTerms = Stream.concat(
                        Stream.concat(Stream.of(map.subject()), map.graphs().stream()), ofPairs)
                .flatMap(term -> Stream.of(
                        List.of(term.expression()),
                        term.conditions(),
                        term.annotation().expression()))
                .flatMap(List::stream);
        Stream<Expression> ofReferences = map.pairs().stream()
                .flatMap(pair -> pair.references().stream())
                .flatMap(reference -> Stream.concat(reference.conditions().stream(), sides(reference.joins())));
        Stream<Expression> ofViews = map.source().view().stream().flatMap(Plan::expressions);
        return Stream.of(ofTerms, ofReferences, ofViews).flatMap(each -> each);
    }

    private static Stream<Expression> expressions(View view) {
        Stream<Expression> own = view.fields().stream().flatMap(field -> field.expression().stream());
        Stream<Expression> ofJoins = view.joins().stream()
                .flatMap(join -> Stream.concat(
                        Stream.concat(
                                sides(join.conditions()),
                                join.fields().stream().flatMap(field -> field.expression().stream())),
                        join.parent().view().stream().flatMap(Plan::expressions)));
        Stream<Expression> below = view.on().view().stream().flatMap(Plan::expressions);
        return Stream.of(own, ofJoins, below).flatMap(each -> each);
    }

    private static Stream<Expression> sides(List<ReferencingObjectMap.Join> joins) {
        return joins.stream().flatMap(join -> Stream.of(join.child(), join.parent()));
    }

    /** {@return whether a triple may be put into another graph than the default one} */
    public boolean namesGraphs() {
        return triplesMaps.stream()
                .flatMap(map -> Stream.concat(
                        map.graphs().stream(), map.pairs().stream().flatMap(pair -> pair.graphs().stream())))
                .anyMatch(graph -> !(graph.expression() instanceof Constant constant)
                        || !constant.term().text().equals(Rml.DEFAULT_GRAPH));
    }
}
