package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.util.List;

/** The default graph: a term without a text. */
record Unnamed() implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public Values bind(Binding binding) {
        List<Value> values = List.of(Value.of(""));
        return scope -> values;
    }

    @Override
    public TermWriter writer(TermMap map, Binding binding) {
        return (scope, out) -> out.end();
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public String describe() {
        return "the default graph";
    }
}
