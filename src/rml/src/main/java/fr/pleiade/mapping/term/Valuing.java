package fr.pleiade.mapping.term;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.mapping.function.Arguments;
import fr.pleiade.mapping.function.Function;
import fr.pleiade.mapping.function.Outcome;
import fr.pleiade.mapping.function.Parameter;
import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.Unnamed;
import java.util.ArrayList;
import java.util.List;

/** Expressions as the values of a row. */
final class Valuing implements Expression.Cases<Values> {
    private static final Text REMEDY = new Text(
            "correct the cell, or change what the mapping makes of it",
            "corriger la cellule, ou changer ce que le mapping en fait");

    private final Binding binding;

    Valuing(Binding binding) {
        this.binding = binding;
    }

    @Override
    public Values constant(Constant constant) {
        List<Value> values = List.of(Value.of(constant.term().text()));
        return scope -> values;
    }

    @Override
    public Values reference(Reference reference) {
        int column = binding.column(reference);
        return scope -> scope.row().isNull(column)
                ? List.of()
                : List.of(Value.of(scope.row().text(column)));
    }

    @Override
    public Values template(Template template) {
        List<Values> parts = template.segments().stream()
                .map(segment -> segment.isText()
                        ? fixed(segment.text())
                        : encoded(segment.reference().get(0).match(this), template))
                .toList();
        return scope -> {
            StringBuilder filled = new StringBuilder();
            for (Values part : parts) {
                List<Value> values = part.of(scope);
                if (values.isEmpty()) {
                    return List.of();
                }
                filled.append(values.get(0).text());
            }
            return List.of(Value.of(filled.toString()));
        };
    }

    private static Values fixed(String text) {
        List<Value> values = List.of(Value.of(text));
        return scope -> values;
    }

    private static Values encoded(Values values, Template template) {
        boolean ascii = template.encoding().isAscii();
        return template.encoding().encodes()
                ? scope -> values.of(scope).stream()
                        .map(v -> Value.of(PercentEncoding.encode(v.text(), ascii)))
                        .toList()
                : values;
    }

    @Override
    public Values call(FunctionCall call) {
        Function called = binding.functions().named(call.function()).orElseThrow();
        List<List<Values>> bound = call.inputs().stream()
                .map(input -> input.stream().map(e -> e.match(this)).toList())
                .toList();
        return scope -> {
            List<List<List<String>>> rows = arguments(called, bound, scope);
            List<Value> values = new ArrayList<>();
            for (List<List<String>> row : rows) {
                Outcome outcome = called.body().apply(new Arguments(row, binding.tables()));
                values.addAll(outcome.values());
                outcome.problem().forEach(problem -> scope.report(called.name(), call.references(), problem, REMEDY));
            }
            return values;
        };
    }

    /** {@return every combination of the parameters' values; none where a required one is absent} */
    private static List<List<List<String>>> arguments(Function called, List<List<Values>> bound, RowScope scope) {
        List<List<List<String>>> combinations = List.of(List.of());
        for (int i = 0; i < bound.size(); i++) {
            List<List<String>> alternatives = alternatives(called.parameters().get(i), bound.get(i), scope);
            List<List<List<String>>> longer = new ArrayList<>();
            for (List<List<String>> combination : combinations) {
                for (List<String> alternative : alternatives) {
                    List<List<String>> extended = new ArrayList<>(combination);
                    extended.add(alternative);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static List<List<String>> alternatives(Parameter parameter, List<Values> input, RowScope scope) {
        List<String> given = new ArrayList<>();
        for (Values values : input) {
            values.of(scope).forEach(value -> given.add(value.text()));
        }
        if (parameter.presence() == Parameter.Presence.LIST) {
            return List.of(given);
        }
        if (given.isEmpty()) {
            return switch (parameter.presence()) {
                case OPTIONAL -> List.of(List.of(parameter.byDefault()));
                case NULLABLE -> List.of(List.of());
                case REQUIRED, LIST -> List.of();
            };
        }
        return given.stream().map(List::of).toList();
    }

    @Override
    public Values freshNode(FreshNode node) {
        String prefix = binding.sourceNumber() + "." + node.number() + ".";
        return scope -> List.of(Value.of(prefix + scope.rowNumber()));
    }

    @Override
    public Values unnamed(Unnamed graph) {
        return fixed("");
    }
}
