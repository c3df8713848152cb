package fr.pleiade.mapping.function;

import java.util.List;

/**
 * The values of each parameter, in the order of the function's parameters: none where it is absent, one, or several of a list.
 *
 * @param values the values
 * @param tables gives a table of the site by its path
 */
public record Arguments(List<List<String>> values, Tables tables) {
    public Arguments {
        values = values.stream().map(List::copyOf).toList();
    }

    boolean isAbsent(int parameter) {
        return values.get(parameter).isEmpty();
    }

    /** {@return a value, {@code ""} where it is absent} */
    String text(int parameter) {
        return isAbsent(parameter) ? "" : values.get(parameter).get(0);
    }

    /** {@return all values of a parameter} */
    List<String> list(int parameter) {
        return values.get(parameter);
    }

    /** {@return the table of two columns with a header whose path is a parameter's value} */
    Tables.Table table(int parameter) {
        return tables.table(Tables.Columns.two(text(parameter)));
    }
}
