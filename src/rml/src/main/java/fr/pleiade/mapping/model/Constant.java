package fr.pleiade.mapping.model;

import fr.pleiade.rdf.Term;
import java.util.List;

/** The same term for every row. */
public record Constant(Term term) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.constant(this);
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
