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
import org.jspecify.annotations.Nullable;

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

    /** One call may be written at several places; a row is asked once. */
    @Override
    public Values call(FunctionCall call) {
        Values values = values(call);
        if (call.references().isEmpty()) {
            return new OfNoColumn(values);
        }
        int number = binding.number(call);
        return scope -> scope.remembered(number, binding, values);
    }

    /** A call that gives the same for every row; one that has something to report does so for each. */
    private static final class OfNoColumn implements Values {
        private final Values call;
        private @Nullable List<Value> known;

        OfNoColumn(Values call) {
            this.call = call;
        }

        @Override
        public List<Value> of(RowScope scope) {
            List<Value> values = known;
            if (values == null) {
                int reported = scope.findings().size();
                values = call.of(scope);
                if (!values.isEmpty() && scope.findings().size() == reported) {
                    known = values;
                }
            }
            return values;
        }
    }

    private Values values(FunctionCall call) {
        Function called = binding.functions().named(call.function()).orElseThrow();
        List<Alternatives> parameters = new ArrayList<>();
        for (int i = 0; i < call.inputs().size(); i++) {
            parameters.add(
                    alternatives(called.parameters().get(i), call.inputs().get(i)));
        }
        return scope -> {
            List<List<List<String>>> rows = arguments(parameters, scope);
            if (rows.size() == 1) {
                return outcome(called, call, rows.get(0), scope).values();
            }
            List<Value> values = new ArrayList<>();
            for (List<List<String>> row : rows) {
                values.addAll(outcome(called, call, row, scope).values());
            }
            return values;
        };
    }

    private Outcome outcome(Function called, FunctionCall call, List<List<String>> row, RowScope scope) {
        Outcome outcome = called.body().apply(new Arguments(row, binding.tables()));
        for (Text problem : outcome.problem()) {
            scope.report(called.name(), call.references(), problem, REMEDY);
        }
        return outcome;
    }

    /** What a parameter may be for a row: nothing, one text or a list of them each; none of these where the function is not called. */
    @FunctionalInterface
    private interface Alternatives {
        List<List<String>> of(RowScope scope);
    }

    private Alternatives alternatives(Parameter parameter, List<Expression> inputs) {
        List<Values> given = inputs.stream().map(input -> input.match(this)).toList();
        if (given.size() == 1 && inputs.get(0) instanceof Constant constant) {
            List<List<String>> always = List.of(List.of(constant.term().text()));
            return scope -> always;
        }
        List<List<String>> none = switch (parameter.presence()) {
            case OPTIONAL -> List.of(List.of(parameter.byDefault()));
            case NULLABLE, LIST -> List.of(List.of());
            case REQUIRED -> List.of();
        };
        return given.isEmpty() ? scope -> none : scope -> alternatives(parameter, given, none, scope);
    }

    private static List<List<String>> alternatives(
            Parameter parameter, List<Values> inputs, List<List<String>> none, RowScope scope) {
        List<String> given = new ArrayList<>(1);
        for (Values input : inputs) {
            List<Value> values = input.of(scope);
            for (int i = 0; i < values.size(); i++) {
                given.add(values.get(i).text());
            }
        }
        if (given.isEmpty()) {
            return none;
        }
        if (given.size() == 1 || parameter.presence() == Parameter.Presence.LIST) {
            return List.of(given);
        }
        return given.stream().map(List::of).toList();
    }

    /** {@return every combination of the parameters' values; none where a required one is absent} */
    private static List<List<List<String>>> arguments(List<Alternatives> parameters, RowScope scope) {
        List<List<List<String>>> combinations = List.of(new ArrayList<>(parameters.size()));
        for (Alternatives parameter : parameters) {
            List<List<String>> alternatives = parameter.of(scope);
            if (alternatives.size() == 1) {
                for (List<List<String>> combination : combinations) {
                    combination.add(alternatives.get(0));
                }
            } else {
                combinations = product(combinations, alternatives);
            }
        }
        return combinations;
    }

    private static List<List<List<String>>> product(
            List<List<List<String>>> combinations, List<List<String>> alternatives) {
        List<List<List<String>>> longer = new ArrayList<>();
        for (List<List<String>> combination : combinations) {
            for (List<String> alternative : alternatives) {
                List<List<String>> extended = new ArrayList<>(combination);
                extended.add(alternative);
                longer.add(extended);
            }
        }
        return longer;
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
