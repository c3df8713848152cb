package fr.pleiade.mapping.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value for each parameter, in the order of the function's parameters; an absent one is empty.
 *
 * @param values the values
 * @param tables gives a table of the site by its path
 */
public record Arguments(List<Optional<String>> values, Tables tables) {
    public Arguments {
        values = List.copyOf(values);
    }

    boolean isAbsent(int parameter) {
        return values.get(parameter).isEmpty();
    }

    /** {@return a value, {@code ""} where it is absent} */
    String text(int parameter) {
        return values.get(parameter).orElse("");
    }

    Map<String, String> table(int parameter) {
        return tables.table(text(parameter));
    }
}
