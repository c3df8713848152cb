package fr.pleiade.sources.json;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of records in JSON: what it is called, and where its values are in a record.
 *
 * @param name the column's name
 * @param paths the paths to its values, those of all of them in order, as records may have several forms
 */
public record Member(String name, List<String> paths) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Member {
        paths = List.copyOf(paths);
    }

    /**
     * {@return the columns that a text declares, one a line: {@code name: path | path}}
     *
     * @throws IllegalArgumentException if a line is none, a path is none, or a name stands twice
     */
    public static List<Member> all(String declaration) {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : declaration.lines().filter(l -> !l.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("'%s' is no column of records, expected name: path".formatted(line));
            }
            String name = line.substring(0, colon).strip();
            if (!names.add(name)) {
                throw new IllegalArgumentException("the column '%s' stands twice".formatted(name));
            }
            List<String> paths = List.of(line.substring(colon + 1).strip().split(" +\\| +"));
            paths.forEach(RecordPath::new);
            members.add(new Member(name, paths));
        }
        return members;
    }

    /** {@return the line that declares it} */
    public String declaration() {
        return name + ": " + String.join(" | ", paths);
    }
}
