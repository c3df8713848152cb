package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Text;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Who is told what the rows of files are named, and says which names cannot stand.
 *
 * <p>Rows are named by the subjects of the triples maps that make things, not parts of things ({@code #…}): those of the same columns
 * together may be the ones whose things are the rows, others may make things that rows share.
 */
public interface RowNames {
    /** How many digits a line number has. */
    int LINE_DIGITS = 12;

    /**
     * {@return why a thing cannot be named so; nothing if it can} Asked by several threads at once.
     *
     * @param bytes holds the name as in N-Triples
     */
    Optional<Text> refusal(byte[] bytes, int from, int to);

    /**
     * {@return what takes a line for each name of a row: the name as in N-Triples, or nothing where the row has none; the number of the
     * triples map in the plan; and the row's first line with {@value #LINE_DIGITS} digits; with spaces between} Written to by one thread
     * at a time, in the order of the rows.
     *
     * <pre>{@code
     * <http://example.org/id/town/35238> 0 000000000002
     *  0 000000000003
     * }</pre>
     */
    OutputStream keys();
}
