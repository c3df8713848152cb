package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.util.List;

/** Terms that are made only where all conditions hold. */
final class Conditional implements TermWriter {
    private final List<Values> conditions;
    private final TermWriter terms;

    Conditional(List<Expression> conditions, TermWriter terms, Binding binding) {
        this.conditions = conditions.stream().map(c -> c.bind(binding)).toList();
        this.terms = terms;
    }

    @Override
    public void write(RowScope scope, Terms out) {
        for (Values condition : conditions) {
            List<Value> values = condition.of(scope);
            if (values.isEmpty() || !values.get(0).text().equals("true")) {
                return;
            }
        }
        terms.write(scope, out);
    }
}
