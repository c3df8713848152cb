package fr.pleiade.linking.table;

import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has decided of rows and things, in the columns of SSSOM: it is asked only once.
 *
 * <pre>{@code
 * subject_id,object_id,predicate_modifier
 * 17,https://data.example.org/id/school/a,        row 17 is this thing
 * 18,https://data.example.org/id/school/b,Not     row 18 is not that one
 * }</pre>
 *
 * <p>Other columns are not looked at. In memory.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">Simple Standard for Sharing Ontological Mappings</a>
 */
public final class Decisions {
    /** Nothing was decided yet. */
    public static final Decisions NONE = new Decisions(Map.of(), Map.of());

    private static final String SUBJECT = "subject_id";
    private static final String OBJECT = "object_id";
    private static final String MODIFIER = "predicate_modifier";
    private static final String NOT = "Not";

    private final Map<String, String> accepted;
    private final Map<String, Set<String>> rejected;

    private Decisions(Map<String, String> accepted, Map<String, Set<String>> rejected) {
        this.accepted = accepted;
        this.rejected = rejected;
    }

    /**
     * {@return the decisions in a table}
     *
     * @param file the table's name, for what is said of it
     * @throws CsvException if it lacks a column, a row is not well formed, its modifier is neither empty nor {@code Not}, or one row is two
     *     things
     */
    public static Decisions read(String file, CsvFile table) {
        List<String> header = table.header();
        TableColumns.require(file, header, SUBJECT);
        TableColumns.require(file, header, OBJECT);
        Map<String, String> accepted = new HashMap<>();
        Map<String, Set<String>> rejected = new HashMap<>();
        TableRows rows = new TableRows(table);
        while (rows.next()) {
            Map<String, String> cells = rows.cells();
            String subject = cells.getOrDefault(SUBJECT, "");
            String object = cells.getOrDefault(OBJECT, "");
            String modifier = cells.getOrDefault(MODIFIER, "");
            if (!modifier.isEmpty() && !modifier.equals(NOT)) {
                throw new CsvException(
                        file,
                        rows.row().line(),
                        "%s is '%s'; it is empty for a match and %s for none".formatted(MODIFIER, modifier, NOT));
            }
            if (modifier.equals(NOT)) {
                rejected.computeIfAbsent(subject, key -> new HashSet<>()).add(object);
            } else if (accepted.putIfAbsent(subject, object) != null && !object.equals(accepted.get(subject))) {
                throw new CsvException(
                        file,
                        rows.row().line(),
                        "'%s' is %s already, and cannot be %s too".formatted(subject, accepted.get(subject), object));
            }
        }
        return new Decisions(accepted, rejected);
    }

    /** {@return the thing that a row was decided to be} */
    Optional<String> accepted(String subject) {
        return Optional.ofNullable(accepted.get(subject));
    }

    /** {@return the things that a row was decided not to be} */
    Set<String> rejected(String subject) {
        return rejected.getOrDefault(subject, Set.of());
    }
}
