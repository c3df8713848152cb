package fr.pleiade.mapping.function;

import java.util.Map;

/** The tables that a site keeps beside its mapping. */
@FunctionalInterface
public interface Tables {
    /** {@return the second column by the first one of a CSV file whose path is relative to the mapping} */
    Map<String, String> table(String path);
}
