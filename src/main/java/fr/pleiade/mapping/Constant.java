package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import fr.pleiade.syntax.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same term for every row. */
record Constant(Term term) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public Values bind(Binding binding) {
        List<Value> values = List.of(Value.of(term.text()));
        return scope -> values;
    }

    @Override
    public TermWriter writer(TermMap map, Binding binding) {
        byte[] encoded = term.toNTriples().getBytes(StandardCharsets.UTF_8);
        return (scope, out) -> {
            out.bytes().put(encoded);
            out.end();
        };
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
        return term.toNTriples();
    }
}
