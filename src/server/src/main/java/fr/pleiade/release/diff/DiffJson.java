package fr.pleiade.release.diff;

import fr.pleiade.rdf.Quad;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A difference as JSON.
 *
 * <pre>{@code
 * {"before": "0a1b…", "after": "2c3d…", "changes": [
 *   {"graph": "communes", "change": "changed", "entity": "http://…", "name": "Rennes", "removed": ["<…> <…> \"…\" ."], "added": []}
 * ]}
 * }</pre>
 *
 * <p>Triples are lines of N-Triples. Written as it is found, one change a line.
 */
public final class DiffJson {
    private DiffJson() {}

    /** Writes the difference; flushes, and leaves the writer open. */
    public static void write(Diff diff, PrintWriter out) {
        out.printf(
                "{\"before\": %s, \"after\": %s, \"changes\": [",
                quoted(diff.before().id()), quoted(diff.after().id()));
        String[] separator = {"\n"};
        diff.forEach((slug, change) -> {
            out.print(separator[0] + "  " + object(slug, change));
            separator[0] = ",\n";
        });
        out.println("\n]}");
        out.flush();
    }

    private static String object(String slug, EntityChange change) {
        return "{\"graph\": %s, \"change\": %s, \"entity\": %s, \"name\": %s, \"removed\": %s, \"added\": %s}"
                .formatted(
                        quoted(slug),
                        quoted(change.kind().name().toLowerCase(Locale.ROOT)),
                        quoted(change.entity()),
                        quoted(change.name()),
                        array(change.removed()),
                        array(change.added()));
    }

    private static String array(List<Quad> quads) {
        return quads.stream()
                .map(quad -> quoted(quad.in(Quad.DEFAULT_GRAPH).toNQuads()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@return the text as a JSON string} */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
