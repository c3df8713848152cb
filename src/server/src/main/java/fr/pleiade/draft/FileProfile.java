package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.sources.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * What a file seems to hold.
 *
 * @param name the file's name
 * @param dialect how it is written
 * @param rows how many rows are below the header
 * @param columns its columns, in order
 * @param key the columns whose values together name a row; none if there are no such columns, of at most three
 * @param label the column that says what people call a row
 * @param parallel the columns whose lists belong together, item by item
 * @param notes what else there is to say: how it is written, titles, totals, keys that repeat
 */
public record FileProfile(
        String name,
        Dialect dialect,
        long rows,
        List<ColumnGuess> columns,
        List<String> key,
        Optional<String> label,
        List<List<String>> parallel,
        List<Text> notes) {
    public FileProfile {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        parallel = List.copyOf(parallel);
        notes = List.copyOf(notes);
    }

    /** {@return the same file with another key} */
    public FileProfile withKey(List<String> other) {
        return new FileProfile(name, dialect, rows, columns, other, label, parallel, notes);
    }

    /** {@return the same file with more said of its columns} */
    public FileProfile withColumns(List<ColumnGuess> others, List<Text> said) {
        return new FileProfile(name, dialect, rows, others, key, label, parallel, said);
    }

    /** {@return the same file with another label} */
    public FileProfile withLabel(Optional<String> other) {
        return new FileProfile(name, dialect, rows, columns, key, other, parallel, notes);
    }

    /** {@return the column with a header, if there is one} */
    public Optional<ColumnGuess> column(String header) {
        return columns.stream().filter(column -> column.header().equals(header)).findFirst();
    }

    /**
     * {@return the column with a header}
     *
     * @throws DraftException if there is none, or if it is personal, so that nothing can be named after it
     */
    public ColumnGuess named(String header) {
        ColumnGuess named = column(header).orElseThrow(() -> {
            List<String> headers = columns.stream().map(ColumnGuess::header).toList();
            String known = String.join(", ", headers);
            Optional<String> close = Spelling.closest(header, headers);
            return new DraftException(new Text(
                    "%s: there is no column '%s'; %s"
                            .formatted(
                                    name,
                                    header,
                                    close.map("did you mean '%s'?"::formatted).orElse("there are " + known)),
                    "%s : il n'y a pas de colonne « %s » ; %s"
                            .formatted(
                                    name,
                                    header,
                                    close.map("s'agit-il de « %s » ?"::formatted)
                                            .orElse("il y a " + known))));
        });
        named.personal().ifPresent(kind -> {
            throw new DraftException(new Text(
                    "%s: the column '%s' looks like %s, and what is personal is not published"
                            .formatted(name, header, kind.en()),
                    "%s : la colonne « %s » semble contenir %s, et ce qui est personnel n'est pas publié"
                            .formatted(name, header, kind.fr())));
        });
        return named;
    }
}
