package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.model.View;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One rule of a plan by which rows become triples: predicates and objects of a triples map.
 *
 * @param map the name of the triples map
 * @param source the path of the file whose rows it reads
 * @param line the line of the mapping document that says it
 * @param predicates the IRIs of its predicates that no row changes
 * @param columns the columns that make its objects; where none does, those that decide whether there is one, or that make its subject
 */
public record PlanRule(String map, String source, long line, List<String> predicates, List<String> columns) {
    public PlanRule {
        predicates = List.copyOf(predicates);
        columns = List.copyOf(columns);
    }

    /** {@return the rules of a plan in the order of their numbers: by triples map, then by pair} */
    public static List<PlanRule> of(Plan plan) {
        return plan.triplesMaps().stream()
                .flatMap(map -> map.pairs().stream().map(pair -> of(plan, map, pair)))
                .toList();
    }

    /** {@return by triples map of a plan, the number of its first rule; two maps that say the same are two} */
    static Map<TriplesMap, Integer> numbers(Plan plan) {
        Map<TriplesMap, Integer> numbers = new IdentityHashMap<>();
        int number = 0;
        for (TriplesMap map : plan.triplesMaps()) {
            numbers.put(map, number);
            number += map.pairs().size();
        }
        return numbers;
    }

    private static PlanRule of(Plan plan, TriplesMap map, PredicateObjectMap pair) {
        List<String> predicates = pair.predicates().stream()
                .filter(predicate -> predicate.expression() instanceof Constant)
                .map(predicate -> ((Constant) predicate.expression()).term().text())
                .toList();
        return new PlanRule(map.name(), map.source().path(), line(map, pair), predicates, columns(plan, map, pair));
    }

    private static long line(TriplesMap map, PredicateObjectMap pair) {
        return Stream.concat(
                        Stream.concat(pair.objects().stream(), pair.predicates().stream())
                                .map(TermMap::line),
                        pair.references().stream().map(ReferencingObjectMap::line))
                .filter(line -> line > 0)
                .findFirst()
                .orElse(map.line());
    }

    private static List<String> columns(Plan plan, TriplesMap map, PredicateObjectMap pair) {
        List<Expression> values = new ArrayList<>();
        List<Expression> conditions = new ArrayList<>();
        for (TermMap object : pair.objects()) {
            values.add(object.expression());
            conditions.addAll(object.conditions());
        }
        for (ReferencingObjectMap reference : pair.references()) {
            reference.joins().forEach(join -> values.add(join.child()));
            if (reference.joins().isEmpty()) {
                values.add(plan.triplesMap(reference.parent()).subject().expression());
            }
            conditions.addAll(reference.conditions());
        }
        Set<String> columns = columns(values);
        columns = columns.isEmpty() ? columns(conditions) : columns;
        columns = columns.isEmpty() ? columns(map.subject().conditions()) : columns;
        columns = columns.isEmpty() ? columns(List.of(map.subject().expression())) : columns;
        return List.copyOf(
                map.source().view().isEmpty() ? columns : below(map.source().view(), columns));
    }

    private static Set<String> columns(List<Expression> expressions) {
        Set<String> columns = new LinkedHashSet<>();
        for (Expression expression : expressions) {
            expression.references().stream().map(Reference::column).forEach(columns::add);
        }
        return columns;
    }

    /** {@return the columns of the file below a view that make some of the view's} */
    private static Set<String> below(List<View> views, Set<String> columns) {
        View view = views.get(0);
        Set<String> below = new LinkedHashSet<>();
        for (String column : columns) {
            List<Expression> made = view.fields().stream()
                    .filter(field -> column.equals(field.name()) || column.startsWith(field.name() + "."))
                    .flatMap(field -> field.expression().stream())
                    .toList();
            below.addAll(made.isEmpty() ? Set.of(column) : columns(made));
        }
        return view.on().view().isEmpty() ? below : below(view.on().view(), below);
    }
}
