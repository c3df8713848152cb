package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.util.List;

/**
 * The content of a column.
 *
 * @param column the column's name, as the header has it
 * @param line the line of the mapping that names it
 */
record Reference(String column, long line) implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public Values bind(Binding binding) {
        int column = binding.column(this);
        return scope -> scope.row().isNull(column)
                ? List.of()
                : List.of(Value.of(scope.row().text(column)));
    }

    @Override
    public TermWriter writer(TermMap map, Binding binding) {
        return map.type() == TermType.LITERAL && map.annotation().isConstant()
                ? new CellLiterals(binding.column(this), map.annotation())
                : new GeneralTerms(map, binding);
    }

    @Override
    public List<Reference> references() {
        return List.of(this);
    }

    @Override
    public String describe() {
        return "{" + column + "}";
    }
}
