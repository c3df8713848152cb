package fr.pleiade.mapping;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.function.Arguments;
import fr.pleiade.mapping.function.Function;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.function.Outcome;
import fr.pleiade.mapping.function.Parameter;
import fr.pleiade.mapping.function.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a function makes of other expressions' values.
 *
 * @param function the function's IRI
 * @param inputs for each parameter, in the function's order, the expressions that give its values; none for a default
 */
record FunctionCall(String function, List<List<Expression>> inputs) implements Expression {
    private static final long serialVersionUID = 1L;
    private static final Text REMEDY = new Text(
            "correct the cell, or change what the mapping makes of it",
            "corriger la cellule, ou changer ce que le mapping en fait");

    FunctionCall {
        inputs = inputs.stream().map(List::copyOf).toList();
    }

    @Override
    public Values bind(Binding binding) {
        Function called = Functions.named(function).orElseThrow();
        List<List<Values>> bound = inputs.stream()
                .map(input -> input.stream().map(e -> e.bind(binding)).toList())
                .toList();
        return scope -> {
            List<List<Optional<String>>> rows = arguments(called, bound, scope);
            List<Value> values = new ArrayList<>();
            for (List<Optional<String>> row : rows) {
                Outcome outcome = called.body().apply(new Arguments(row, binding.tables()));
                values.addAll(outcome.values());
                outcome.problem().forEach(problem -> scope.report(called.name(), references(), problem, REMEDY));
            }
            return values;
        };
    }

    /** {@return every combination of the parameters' values; none where a required one is absent} */
    private static List<List<Optional<String>>> arguments(Function called, List<List<Values>> bound, RowScope scope) {
        List<List<Optional<String>>> combinations = List.of(List.of());
        for (int i = 0; i < bound.size(); i++) {
            List<Optional<String>> alternatives =
                    alternatives(called.parameters().get(i), bound.get(i), scope);
            List<List<Optional<String>>> longer = new ArrayList<>();
            for (List<Optional<String>> combination : combinations) {
                for (Optional<String> alternative : alternatives) {
                    List<Optional<String>> extended = new ArrayList<>(combination);
                    extended.add(alternative);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static List<Optional<String>> alternatives(Parameter parameter, List<Values> input, RowScope scope) {
        List<Optional<String>> alternatives = new ArrayList<>();
        for (Values values : input) {
            values.of(scope).forEach(value -> alternatives.add(Optional.of(value.text())));
        }
        if (alternatives.isEmpty()) {
            switch (parameter.presence()) {
                case OPTIONAL -> alternatives.add(Optional.of(parameter.byDefault()));
                case NULLABLE -> alternatives.add(Optional.empty());
                case REQUIRED -> {}
            }
        }
        return alternatives;
    }

    @Override
    public List<Reference> references() {
        return inputs.stream()
                .flatMap(List::stream)
                .flatMap(e -> e.references().stream())
                .toList();
    }

    @Override
    public String describe() {
        List<String> described = inputs.stream()
                .map(input -> String.join(
                        " | ", input.stream().map(Expression::describe).toList()))
                .toList();
        return Functions.named(function).map(Function::name).orElse(function) + "(" + String.join(", ", described)
                + ")";
    }
}
