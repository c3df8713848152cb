package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A blank node that no other row has: a blank node map without an expression. */
record FreshNode(int number) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public Values bind(Binding binding) {
        String prefix = binding.sourceNumber() + "." + number + ".";
        return scope -> List.of(Value.of(prefix + scope.rowNumber()));
    }

    @Override
    public TermWriter writer(TermMap map, Binding binding) {
        Values names = bind(binding);
        return (scope, out) -> {
            String label = "_:n" + names.of(scope).get(0).text();
            out.bytes().put(label.getBytes(StandardCharsets.US_ASCII));
            out.end();
        };
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public String describe() {
        return "[]";
    }
}
