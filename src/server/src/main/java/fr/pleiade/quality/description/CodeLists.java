package fr.pleiade.quality.description;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.BundledTable;
import java.util.List;
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
    private static final CodeLists BUNDLED = new CodeLists(BundledTable.rows(CodeLists.class, FILE, COLUMNS).stream()
            .map(CodeLists::list)
            .toList());

    private final List<CodeList> all;

    private CodeLists(List<CodeList> all) {
        this.all = List.copyOf(all);
    }

    /** {@return the bundled lists} */
    public static CodeLists bundled() {
        return BUNDLED;
    }

    private static CodeList list(List<String> cells) {
        return new CodeList(
                cells.get(0),
                cells.get(1),
                new Text(cells.get(2), cells.get(3)),
                Set.of(cells.get(4).split(" ")));
    }

    /** {@return the list that has a term; none for an IRI that only looks like one of its terms} */
    public Optional<CodeList> of(String term) {
        return all.stream().filter(list -> list.has(term)).findFirst();
    }
}
