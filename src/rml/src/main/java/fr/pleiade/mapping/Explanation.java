package fr.pleiade.mapping;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.model.View;
import fr.pleiade.sources.Dialect;
import java.util.ArrayList;
import java.util.List;

/** A plan as text: each source, what its rows become, and by which expressions. */
final class Explanation {
    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    Explanation(Plan plan) {
        this.plan = plan;
    }

    String text() {
        plan.triplesMaps().forEach(this::explain);
        return text.toString();
    }

    private void explain(TriplesMap map) {
        line(0, "%s:%d  triples map <%s>", plan.document(), map.line(), map.name());
        source(map.source());
        line(1, "subject %s", map.subject().describe());
        graphs(1, map.graphs());
        for (PredicateObjectMap pair : map.pairs()) {
            String predicates = String.join(
                    ", ",
                    pair.predicates().stream()
                            .map(p -> p.expression().describe())
                            .toList());
            pair.objects().forEach(object -> line(2, "%s → %s", predicates, object.describe()));
            pair.references().forEach(reference -> line(2, "%s → %s", predicates, describe(reference)));
            graphs(3, pair.graphs());
        }
    }

    private void source(LogicalSource source) {
        line(1, "rows of %s (%s)", source.path(), describe(source.dialect()));
        for (View view : source.view()) {
            line(2, "seen as %s", String.join(", ", view.columns()));
        }
    }

    /** {@return the dialect as how it differs from plain CSV in UTF-8} */
    private static String describe(Dialect dialect) {
        Dialect plain = Dialect.RFC_4180;
        List<String> differences = new ArrayList<>(List.of(dialect.encoding()));
        if (dialect.isJson()) {
            differences.add("a record in JSON on each line");
        }
        if (dialect.compression() != plain.compression()) {
            differences.add("packed with " + dialect.compression());
        }
        if (!dialect.delimiter().equals(plain.delimiter())) {
            differences.add("delimiter '" + dialect.delimiter() + "'");
        }
        if (dialect.quote() != plain.quote()) {
            differences.add(dialect.quote() == '\0' ? "no quotes" : "quote " + dialect.quote());
        }
        if (!dialect.header()) {
            differences.add("no header");
        }
        if (!dialect.nulls().isEmpty()) {
            differences.add("null: '" + String.join("', '", dialect.nulls()) + "'");
        }
        return String.join("; ", differences);
    }

    private static String describe(ReferencingObjectMap reference) {
        List<String> joins = reference.joins().stream()
                .map(join -> join.child().describe() + " = " + join.parent().describe())
                .toList();
        return "subjects of <" + reference.parent() + ">"
                + (joins.isEmpty() ? " for the same row" : " where " + String.join(" and ", joins));
    }

    private void graphs(int depth, List<TermMap> graphs) {
        graphs.forEach(graph -> line(depth, "in graph %s", graph.expression().describe()));
    }

    private void line(int depth, String format, Object... values) {
        text.append("  ".repeat(depth)).append(format.formatted(values)).append('\n');
    }
}
