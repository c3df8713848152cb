package fr.pleiade.linking.byname;

import fr.pleiade.linking.names.NameRules;
import java.util.Map;
import java.util.Set;

/**
 * Among which things it is looked for one by its name.
 *
 * @param kind whether they are a dataset's or a register's
 * @param name the dataset's slug, or the IRI of the register's declaration
 * @param classes the classes of which a thing of a dataset must have one; none for a register
 * @param read the properties of a dataset's things that alone are compared, by what they are evidence of
 */
public record NameTarget(Kind kind, String name, Set<String> classes, Map<NameRules.Evidence, Set<String>> read) {
    /** Whose things they are. */
    public enum Kind {
        /** Those of a dataset of the site. */
        DATASET,
        /** The records of a register that the site holds. */
        REGISTER
    }

    public NameTarget {
        classes = Set.copyOf(classes);
        read = Map.copyOf(read);
    }
}
