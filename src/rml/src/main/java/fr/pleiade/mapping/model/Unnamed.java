package fr.pleiade.mapping.model;

import java.util.List;

/** The default graph: a term without a text. */
public record Unnamed() implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.unnamed(this);
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }
}
