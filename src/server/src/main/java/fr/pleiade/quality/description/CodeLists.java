package fr.pleiade.quality.description;

import fr.pleiade.findings.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The lists that DCAT-AP takes its terms from, read from {@code code-lists.tsv}. Immutable and thread-safe.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/#controlled-vocs">DCAT-AP 3.0.1, controlled vocabularies</a>
 */
public final class CodeLists {
    private static final String FILE = "code-lists.tsv";
    private static final int COLUMNS = 5;

    private final List<CodeList> all;

    private CodeLists(List<CodeList> all) {
        this.all = List.copyOf(all);
    }

    /** {@return the bundled lists} */
    public static CodeLists bundled() {
        try (InputStream stream = Objects.requireNonNull(CodeLists.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new CodeLists(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(CodeLists::list)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static CodeList list(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": expected " + COLUMNS + " cells: " + line);
        }
        return new CodeList(cells[0], cells[1], new Text(cells[2], cells[3]), Set.of(cells[4].split(" ")));
    }

    /** {@return the list that has a term; none for an IRI that only looks like one of its terms} */
    public Optional<CodeList> of(String term) {
        return all.stream().filter(list -> list.has(term)).findFirst();
    }
}
