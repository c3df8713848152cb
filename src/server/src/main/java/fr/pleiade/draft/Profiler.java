package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.Hash64;
import fr.pleiade.quality.csv.DateForm;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CSV file, first for its columns, then again for its keys and lists, and says what it seems to hold.
 *
 * <p>Memory: a bounded sample of each column's values, and of hashes of rows; the same for files of any length.
 */
public final class Profiler {
    private static final int MOST_COLUMNS = 1000;
    private static final int KEPT_VALUES = 1024;
    private static final int KEPT_IN_ALL = 200_000;

    private final IdentifierSystems systems;
    private final PublishedKeys keys;

    /**
     * @param systems the identifier systems that the site declares
     * @param keys the keys of what is published, with which codes are compared
     */
    public Profiler(IdentifierSystems systems, PublishedKeys keys) {
        this.systems = systems;
        this.keys = keys;
    }

    /**
     * {@return how a table seems to be written, of one column too}
     *
     * @throws DraftException if it is no CSV file, or empty
     */
    public static Dialect dialect(Path path) {
        return DialectGuess.of(path, ",").dialect();
    }

    /**
     * Reads a file.
     *
     * @throws DraftException if no dataset can be made of it
     */
    public FileProfile profile(Path path) {
        DialectGuess start = DialectGuess.of(path);
        Reading reading = new Reading(path, start);
        reading.columns();
        List<ColumnGuess> columns = samePerson(reading.guesses());
        KeySearch search = new KeySearch(columns, reading.rows, reading.repeating(), reading.firstRows, reading::rows);
        ParallelLists lists = new ParallelLists(columns);
        if (lists.isAsked()) {
            reading.rows(row -> {
                lists.add(row);
                return true;
            });
        }
        List<String> key = search.key();
        List<String> naming = key.isEmpty() ? search.nearlyKey().map(List::of).orElse(List.of()) : key;
        List<Text> notes = new ArrayList<>(start.evidence());
        notes.addAll(reading.notes);
        if (key.isEmpty()) {
            notes.add(
                    search.repeating()
                            .orElse(
                                    new Text(
                                            "no column, and no two or three of them, name a row; add a column that numbers the rows",
                                            "aucune colonne, ni deux ni trois ensemble, ne nomme une ligne ; ajouter une colonne qui les numérote")));
        }
        return new FileProfile(
                String.valueOf(path.getFileName()),
                start.dialect(),
                reading.rows,
                columns,
                key,
                LabelSearch.of(columns, naming),
                lists.groups(),
                notes);
    }

    /** What else is said of a person whose name a column has is as personal: {@code titre_du_responsable}. */
    private static List<ColumnGuess> samePerson(List<ColumnGuess> columns) {
        Pattern of = Pattern.compile("(?:nom|prenom) (du .*|de l .*|de la .*|des .*)");
        List<ColumnGuess> all = new ArrayList<>(columns);
        for (ColumnGuess named : columns) {
            Matcher person = of.matcher(Looks.words(named.header()));
            if (named.personal().isPresent() && person.matches()) {
                all.replaceAll(column -> column.personal().isEmpty()
                                && Looks.words(column.header()).endsWith(" " + person.group(1))
                        ? column.as(named.personal().orElseThrow())
                        : column);
            }
        }
        return all;
    }

    /** One file that is being read. */
    private final class Reading {
        private final String name;
        private final Path path;
        private final DialectGuess start;
        private final List<DistinctValues> values = new ArrayList<>();
        private final List<Text> notes = new ArrayList<>();
        private List<String> header = List.of();
        private List<String> first = List.of();
        private List<String> last = List.of();
        private FirstRows firstRows = new FirstRows(1);
        private long rows;

        Reading(Path path, DialectGuess start) {
            this.name = String.valueOf(path.getFileName());
            this.path = path;
            this.start = start;
        }

        void columns() {
            rows(this::look);
            if (rows == 0) {
                throw new DraftException(
                        "%s: there is a header and no row below it",
                        "%s : il y a un en-tête, et aucune ligne en dessous", name);
            }
            if (rows > 1 && last.stream().limit(3).anyMatch(Looks::isTotal)) {
                notes.add(new Text(
                        "the last row is a total, and would become a thing like the others",
                        "la dernière ligne est un total, et deviendrait une chose comme les autres"));
            }
        }

        private boolean look(Row row) {
            if (rows++ == 0) {
                first = cells(row);
                refuseMissingHeader();
            }
            byte[] bytes = row.bytes();
            boolean isKept = firstRows.hasRoom();
            for (int column = 0; column < header.size(); column++) {
                int from = row.start(column);
                int to = row.end(column);
                if (from < to) {
                    long hash = Hash64.of(bytes, from, to);
                    values.get(column).add(bytes, from, to, hash, row.line());
                    if (isKept) {
                        firstRows.set(column, hash);
                    }
                }
            }
            if (isKept) {
                firstRows.endRow();
            }
            return true;
        }

        /** {@return the columns in which a value is known to repeat} */
        Set<String> repeating() {
            Set<String> repeating = new HashSet<>();
            for (int column = 0; column < header.size(); column++) {
                if (values.get(column).hasRepeats()) {
                    repeating.add(header.get(column));
                }
            }
            return repeating;
        }

        /** Reads the rows as long as one more is wanted; the last of the first reading is kept. */
        void rows(Predicate<Row> each) {
            boolean isFirstTime = header.isEmpty();
            try (CsvFile file = CsvFile.open(name, path, start.dialect())) {
                if (isFirstTime) {
                    begin(file.header());
                }
                Row row = new Row(List.of());
                boolean isWanted = true;
                for (Optional<RowBlock> block = file.nextBlock();
                        block.isPresent() && isWanted;
                        block = file.nextBlock()) {
                    boolean any = false;
                    while (isWanted && block.get().next(row)) {
                        isWanted = each.test(row);
                        any = true;
                    }
                    last = any && isFirstTime ? cells(row) : last;
                    block.get().recycle();
                }
            } catch (CsvException e) {
                throw new DraftException("%s", "lecture impossible : %s", String.valueOf(e.getMessage()));
            }
        }

        private List<String> cells(Row row) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(row.text(column));
            }
            return cells;
        }

        private void begin(List<String> columns) {
            header = columns;
            if (columns.size() > MOST_COLUMNS) {
                throw new DraftException(
                        "%s: it has %d columns; up to %d can be drafted: is it turned by 90°, or is the delimiter another one?",
                        "%s : %d colonnes ; une ébauche en prend %d au plus : le tableau est-il couché, ou le séparateur est-il un autre ?",
                        name,
                        columns.size(),
                        MOST_COLUMNS);
            }
            Set<String> seen = new HashSet<>();
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).isBlank()) {
                    throw new DraftException(
                            "%s: column %d has no name; give it one in the header",
                            "%s : la colonne %d n'a pas de nom ; lui en donner un dans l'en-tête", name, column + 1);
                }
                if (!seen.add(columns.get(column))) {
                    throw new DraftException(
                            "%s: two columns are called '%s'; give them different names",
                            "%s : deux colonnes s'appellent « %s » ; leur donner des noms différents",
                            name,
                            columns.get(column));
                }
            }
            int kept = Math.min(KEPT_VALUES, KEPT_IN_ALL / columns.size());
            columns.forEach(column -> values.add(new DistinctValues(kept)));
            firstRows = new FirstRows(columns.size());
        }

        /** A header is words; what looks like a value, as the cell below it does, is one. */
        private void refuseMissingHeader() {
            if (first.equals(header)) {
                throw new DraftException(
                        "%s: the header is there twice; delete one of the two lines",
                        "%s : l'en-tête est là deux fois ; supprimer une des deux lignes", name);
            }
            int values = 0;
            int alike = 0;
            for (int column = 0; column < header.size(); column++) {
                String cell = header.get(column);
                boolean value = Looks.isNumber(cell) && !cell.matches("(?:19|20)[0-9]{2}")
                        || Looks.hasMail(cell)
                        || DateForm.of(cell) == DateForm.DAY
                        || DateForm.of(cell) == DateForm.DAY_FIRST
                        || cell.matches("https?://.*");
                values += value ? 1 : 0;
                boolean code = cell.matches(".*[0-9].*") && !cell.matches("(?:19|20)[0-9]{2}");
                alike += code && shape(cell).equals(shape(first.get(column))) ? 1 : 0;
            }
            if (values > 0 && values * 4 >= header.size() || alike > 0 && alike * 4 >= header.size()) {
                throw new DraftException(
                        "%s: the first line looks like values (%s), not like the names of columns; write a header above it",
                        "%s : la première ligne ressemble à des valeurs (%s), non à des noms de colonnes ; écrire un en-tête au-dessus",
                        name,
                        String.join(", ", header.subList(0, Math.min(4, header.size()))));
            }
        }

        private String shape(String cell) {
            return cell.replaceAll("[0-9]", "9").replaceAll("\\p{L}", "a");
        }

        List<ColumnGuess> guesses() {
            List<CodeReader> readers =
                    systems.systems().stream().map(CodeReader::new).toList();
            List<ColumnGuess> guesses = new ArrayList<>();
            for (int column = 0; column < header.size(); column++) {
                guesses.add(new ColumnGuesser(header.get(column), values.get(column)).guess(readers, keys));
            }
            return guesses;
        }
    }
}
