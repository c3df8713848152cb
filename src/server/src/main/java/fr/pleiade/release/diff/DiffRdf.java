package fr.pleiade.release.diff;

import static fr.pleiade.rdf.Vocabulary.ACTIVITY;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A difference as RDF: an ActivityStreams activity for each thing, and the triples that went and came in two graphs.
 *
 * <p>Shape, in TriG: {@code <release/R2#change-1> a as:Update ; as:object <id/…> ; as:origin <release/R1> ; as:target <release/R2> .
 * <release/R2#removed> { … } <release/R2#added> { … }}.
 *
 * @see <a href="https://www.w3.org/TR/activitystreams-vocabulary/#activity-types">Activity Vocabulary, section 3.1</a>
 */
public final class DiffRdf {

    private DiffRdf() {}

    /** Writes the difference as it is found; the syntax should be one with graphs, else the triples lose theirs. */
    public static void write(Diff diff, Syntax syntax, OutputStream out) {
        String before = diff.before().base() + "release/" + diff.before().id();
        String after = diff.after().base() + "release/" + diff.after().id();
        AtomicLong number = new AtomicLong();
        try (RdfWriter writer = RdfWriter.open(out, syntax, Prefixes.of(Map.of("as", ACTIVITY)))) {
            diff.forEach((slug, change) -> {
                Description activity =
                        Description.of(new InMemoryGraph(), after + "#change-" + number.incrementAndGet());
                activity.a(ACTIVITY + type(change.kind()))
                        .say(ACTIVITY + "object", entity(change))
                        .link(ACTIVITY + "origin", before)
                        .link(ACTIVITY + "target", after)
                        .text(Vocabulary.DCT + "identifier", slug);
                if (!change.name().isEmpty()) {
                    activity.text(ACTIVITY + "summary", change.name());
                }
                activity.graph().triples().forEach(writer);
                write(change, new Term.Iri(after + "#removed"), new Term.Iri(after + "#added"), writer);
            });
        }
    }

    private static void write(EntityChange change, Term.Iri removed, Term.Iri added, RdfWriter writer) {
        for (Quad quad : change.removed()) {
            writer.accept(quad.in(removed));
        }
        for (Quad quad : change.added()) {
            writer.accept(quad.in(added));
        }
    }

    private static Term entity(EntityChange change) {
        return change.entity().startsWith("_:")
                ? new Term.BlankNode(change.entity().substring(2))
                : new Term.Iri(change.entity());
    }

    private static String type(EntityChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "Create";
            case REMOVED -> "Delete";
            case CHANGED -> "Update";
        };
    }
}
