package fr.pleiade.mapping.model;

import java.util.List;

/**
 * The content of a column.
 *
 * @param column the column's name, as the header has it
 * @param line the line of the mapping that names it
 */
public record Reference(String column, long line) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.reference(this);
    }

    @Override
    public List<Reference> references() {
        return List.of(this);
    }
}
