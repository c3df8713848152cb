package fr.pleiade.mapping.table;

import java.util.List;

/**
 * The things of a dataset that links may lead to.
 *
 * @param classes their classes; none if the dataset does not say it
 * @param key the property that holds their code; {@code ""} if the dataset does not say it
 */
public record Keyed(List<String> classes, String key) {
    public Keyed {
        classes = List.copyOf(classes);
    }
}
