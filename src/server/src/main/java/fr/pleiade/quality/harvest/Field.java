package fr.pleiade.quality.harvest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A property of a dataset, or of its distributions, and what becomes of it.
 *
 * @param level whose property
 * @param property its IRI
 * @param values how many values it has; of all distributions together
 * @param fates what each harvester does with it
 */
public record Field(Level level, String property, int values, Map<Harvester, Fate> fates) {
    /** Whose a property is. */
    public enum Level {
        DATASET,
        DISTRIBUTION
    }

    public Field {
        fates = Collections.unmodifiableMap(new EnumMap<>(fates));
    }

    /** {@return what a harvester does with it} */
    public Fate at(Harvester harvester) {
        return fates.getOrDefault(harvester, Fate.dropped());
    }
}
