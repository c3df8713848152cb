package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.function.Value;
import java.util.List;

/** Terms that are made only where all conditions hold. */
final class Conditional implements TermWriter {
    private final List<Values> conditions;
    private final TermWriter terms;

    Conditional(List<Values> conditions, TermWriter terms) {
        this.conditions = conditions;
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
