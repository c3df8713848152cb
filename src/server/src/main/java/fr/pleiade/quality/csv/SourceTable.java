package fr.pleiade.quality.csv;

import fr.pleiade.mapping.model.Plan;
import fr.pleiade.sources.Dialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A source file, and what a mapping does with it.
 *
 * @param name the file's path, as the mapping writes it
 * @param path where it is
 * @param dialect how it is declared to be written
 * @param mapping the mapping document's name
 * @param uses what is done with each of the columns that the mapping names, in the order in which it names them
 * @param personal the columns that are declared to hold personal data that may be published
 */
public record SourceTable(
        String name, Path path, Dialect dialect, String mapping, Map<String, ColumnUse> uses, Set<String> personal) {
    public SourceTable {
        personal = Set.copyOf(personal);
    }

    /** {@return a file of a plan, with what the plan does with its columns} */
    public static SourceTable of(Plan plan, String name, Path path, Dialect dialect, Set<String> personal) {
        return new SourceTable(name, path, dialect, plan.document(), new PlanColumns(plan).usesOf(name), personal);
    }

    /** {@return the columns that things are named by} */
    public Set<String> keys() {
        return uses.entrySet().stream()
                .filter(use -> use.getValue().key())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return what is done with a column: nothing, if the mapping does not name it} */
    ColumnUse use(String column) {
        return uses.getOrDefault(column, ColumnUse.NONE);
    }

    /** {@return the same, with another name for the mapping document in findings} */
    public SourceTable mappedBy(String document) {
        return new SourceTable(name, path, dialect, document, uses, personal);
    }
}
