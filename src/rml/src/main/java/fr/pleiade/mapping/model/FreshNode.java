package fr.pleiade.mapping.model;

import java.util.List;

/** A blank node that no other row has: a blank node map without an expression. */
public record FreshNode(int number) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.freshNode(this);
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }
}
