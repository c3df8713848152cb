package fr.pleiade.mapping.term;

import fr.pleiade.mapping.function.Value;
import java.util.List;

/** An expression whose columns are known. */
@FunctionalInterface
public interface Values {
    /** {@return the row's values, none where a cell is null} */
    List<Value> of(RowScope scope);
}
