package fr.pleiade.quality.csv;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.model.Unnamed;
import fr.pleiade.mapping.model.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a plan does with the columns of its files. */
final class PlanColumns {
    private final Plan plan;
    private final Map<String, Map<String, ColumnUse>> byFile = new LinkedHashMap<>();

    PlanColumns(Plan plan) {
        this.plan = plan;
        for (TriplesMap map : plan.triplesMaps()) {
            if (map.source().view().isEmpty()) {
                use(map, map.source().path());
            } else {
                seen(map.source());
            }
        }
    }

    /** {@return the columns that the plan names in a file, in the order of the plan} */
    Map<String, ColumnUse> usesOf(String file) {
        return byFile.getOrDefault(file, Map.of());
    }

    private void use(TriplesMap map, String file) {
        use(map.subject(), file, true);
        map.graphs().forEach(graph -> use(graph, file, false));
        for (PredicateObjectMap pair : map.pairs()) {
            pair.predicates().forEach(predicate -> use(predicate, file, false));
            pair.objects().forEach(object -> use(object, file, false));
            pair.graphs().forEach(graph -> use(graph, file, false));
            pair.references().forEach(reference -> use(reference, file));
        }
    }

    private void use(ReferencingObjectMap reference, String file) {
        reference.conditions().forEach(condition -> use(condition, file, false));
        LogicalSource parent = plan.triplesMap(reference.parent()).source();
        for (ReferencingObjectMap.Join join : reference.joins()) {
            use(join.child(), file, false);
            if (parent.view().isEmpty()) {
                use(join.parent(), parent.path(), false);
            }
        }
    }

    private void use(TermMap map, String file, boolean key) {
        use(map.expression(), file, key);
        map.annotation().expression().forEach(annotation -> use(annotation, file, false));
        map.conditions().forEach(condition -> use(condition, file, false));
    }

    private void use(Expression expression, String file, boolean key) {
        expression.match(new Use(byFile.computeIfAbsent(file, f -> new LinkedHashMap<>()), key, List.of()));
    }

    /** A view's rows have columns of its own; those of the file below it are read by its fields. */
    private void seen(LogicalSource source) {
        for (View view : source.view()) {
            if (view.on().view().isEmpty()) {
                fields(view.fields(), view.on().path());
            } else {
                seen(view.on());
            }
            view.joins().forEach(join -> seen(join.parent()));
        }
    }

    private void fields(List<View.Field> fields, String file) {
        fields.forEach(field -> field.expression().forEach(expression -> use(expression, file, false)));
    }

    /** One expression, and the functions around it; says whether it names a column. */
    private final class Use implements Expression.Cases<Boolean> {
        private final Map<String, ColumnUse> uses;
        private final boolean key;
        private final List<FunctionCall> around;

        Use(Map<String, ColumnUse> uses, boolean key, List<FunctionCall> around) {
            this.uses = uses;
            this.key = key;
            this.around = around;
        }

        @Override
        public Boolean reference(Reference reference) {
            Set<String> functions = new TreeSet<>();
            Set<String> missing = new TreeSet<>();
            List<IdentifierSystem> systems = new ArrayList<>();
            for (FunctionCall call : around) {
                missing.addAll(missing(call));
                functions.add(call.name());
                plan.systems().systems().stream()
                        .filter(system -> isOf(system, call))
                        .forEach(systems::add);
            }
            ColumnUse use = new ColumnUse(reference.line(), key, functions, missing, systems);
            uses.merge(reference.column(), use, ColumnUse::and);
            return true;
        }

        /** {@return the texts that a function is told to take for no value: {@code fn:number} for some, {@code fn:except} for one} */
        private static List<String> missing(FunctionCall call) {
            boolean takesSome = call.name().equals("number") || call.name().equals("except");
            return takesSome && call.inputs().size() > 1
                    ? call.inputs().get(1).stream()
                            .filter(Constant.class::isInstance)
                            .map(input -> ((Constant) input).term().text())
                            .flatMap(text ->
                                    call.name().equals("except") ? Stream.of(text) : Stream.of(text.split("\\|")))
                            .toList()
                    : List.of();
        }

        private boolean isOf(IdentifierSystem system, FunctionCall call) {
            return call.name().equals(system.function())
                    || call.name().equals("code")
                            && call.inputs().get(0).stream()
                                    .anyMatch(input -> input instanceof Constant constant
                                            && constant.term().text().equals(system.slug()));
        }

        @Override
        public Boolean template(Template template) {
            template.references().forEach(reference -> reference.match(this));
            return !template.references().isEmpty();
        }

        @Override
        public Boolean call(FunctionCall call) {
            List<FunctionCall> outer = new ArrayList<>(around);
            outer.add(call);
            Use inside = new Use(uses, key, outer);
            call.inputs().forEach(input -> input.forEach(expression -> expression.match(inside)));
            return !call.references().isEmpty();
        }

        @Override
        public Boolean constant(Constant constant) {
            return false;
        }

        @Override
        public Boolean freshNode(FreshNode node) {
            return false;
        }

        @Override
        public Boolean unnamed(Unnamed graph) {
            return false;
        }
    }
}
