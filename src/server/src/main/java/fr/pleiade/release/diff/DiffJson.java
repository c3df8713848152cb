package fr.pleiade.release.diff;

import fr.pleiade.rdf.Quad;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A difference as JSON.
 *
 * <pre>{@code
 * {"before": "0a1b…", "after": "2c3d…", "changes": [
 *   {"graph": "towns", "change": "changed", "entity": "http://…", "name": "Lutèce", "removed": ["<…> <…> \"…\" ."], "added": []}
 * ]}
 * }</pre>
 *
 * <p>Triples are lines of N-Triples. Written as it is found, one change a line.
 */
public final class DiffJson {
    private static final ObjectWriter ONE_LINE = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build()
            .writer()
            .with(oneLine());

    private DiffJson() {}

    /** A change as it is written; the names of its members are those of the document. */
    record Line(String graph, String change, String entity, String name, List<String> removed, List<String> added) {}

    /** Writes the difference; flushes, and leaves the writer open. */
    public static void write(Diff diff, PrintWriter out) {
        out.printf(
                "{\"before\": %s, \"after\": %s, \"changes\": [",
                json(diff.before().id()), json(diff.after().id()));
        String[] separator = {"\n"};
        diff.forEach((slug, change) -> {
            out.print(separator[0] + "  " + json(line(slug, change)));
            separator[0] = ",\n";
        });
        out.println("\n]}");
        out.flush();
    }

    private static Line line(String slug, EntityChange change) {
        return new Line(
                slug,
                change.kind().name().toLowerCase(Locale.ROOT),
                change.entity(),
                change.name(),
                triples(change.removed()),
                triples(change.added()));
    }

    private static List<String> triples(List<Quad> quads) {
        return quads.stream()
                .map(quad -> quad.in(Quad.DEFAULT_GRAPH).toNQuads())
                .toList();
    }

    /** {@return the value on one line, with a space behind each colon and comma} */
    static String json(Object value) {
        return ONE_LINE.writeValueAsString(value);
    }

    private static DefaultPrettyPrinter oneLine() {
        DefaultPrettyPrinter.NopIndenter none = DefaultPrettyPrinter.NopIndenter.instance();
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEntrySpacing(Separators.Spacing.AFTER)
                        .withArrayElementSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withArrayIndenter(none)
                .withObjectIndenter(none);
    }
}
