package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Text;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Who is told what the rows of files are named, and says which names cannot stand.
 *
 * <p>A row is named by the subjects of the first triples map of its file that makes things, not parts of things ({@code #…}); where that
 * map is for some rows only, by the subjects of all such maps.
 */
public interface RowNames {
    /**
     * {@return why a thing cannot be named so; nothing if it can} Asked by several threads at once.
     *
     * @param bytes holds the name as in N-Triples
     */
    Optional<Text> refusal(byte[] bytes, int from, int to);

    /**
     * {@return what takes a line for each name of a row: the name as in N-Triples, the number of the source in the plan, and the row's
     * first line with {@value #LINE_DIGITS} digits, with spaces between} Written to by one thread at a time, in the order of the rows.
     */
    OutputStream keys();

    /** How many digits a line number has. */
    int LINE_DIGITS = 12;
}
