package fr.pleiade.publication.check;

import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.quads.GraphFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The things whose addresses differ from another one in their last part alone, for who meant one of them.
 *
 * <p>Memory: the keys of one kind, {@value #MOST_KEYS} at most; the next question about the same kind costs one pass over them.
 */
final class SimilarThings {
    /** So many addresses are helped with; a template at fault makes one for each row. */
    private static final int MOST_ANSWERS = 100;

    private static final int MOST_KEYS = 100_000;

    private final Collection<GraphFile> graphs;
    private String kind = "";
    private Set<String> keys = Set.of();
    private int answers;

    SimilarThings(Collection<GraphFile> graphs) {
        this.graphs = graphs;
    }

    /** {@return the key that a thing's address may have been meant to have, as the end of a sentence} */
    CodeList.Hint hint(String thing) {
        int end = thing.lastIndexOf('/') + 1;
        if (answers++ >= MOST_ANSWERS || end == thing.length()) {
            return CodeList.Hint.NONE;
        }
        if (!thing.substring(0, end).equals(kind)) {
            kind = thing.substring(0, end);
            keys = keys(("<" + kind).getBytes(StandardCharsets.UTF_8));
        }
        return CodeList.slip(thing.substring(end), keys);
    }

    private Set<String> keys(byte[] kind) {
        Set<String> found = new TreeSet<>();
        for (GraphFile graph : graphs) {
            GraphFile.Lines lines = graph.lines();
            lines.seek(kind);
            while (lines.begins(kind) && found.size() < MOST_KEYS) {
                byte[] line = lines.line();
                int end = kind.length;
                while (line[end] != '>' && line[end] != '#' && line[end] != '/') {
                    end++;
                }
                if (line[end] == '>') {
                    found.add(new String(line, kind.length, end - kind.length, StandardCharsets.UTF_8));
                }
                lines.next();
            }
        }
        return found;
    }
}
