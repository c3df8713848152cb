package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.sources.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * The doubts of a dataset for a person to look through: CSV in the columns of SSSOM, a row for each thing that one may be.
 *
 * <p>A row that is copied into {@link NameDecisions#FILE} says yes; with {@code Not} as its {@code predicate_modifier}, no.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">Simple Standard for Sharing Ontological Mappings</a>
 */
public final class ReviewTable {
    private static final List<String> HEADER = List.of(
            "subject_id",
            "subject_label",
            "predicate_id",
            "predicate_modifier",
            "object_id",
            "object_label",
            "mapping_justification",
            "confidence",
            "object_source",
            "comment");

    private ReviewTable() {}

    /**
     * Writes the doubts.
     *
     * @param sources the IRI of each dataset or register
     * @return how many things there are doubts about
     */
    public static long write(List<NameLinks> all, Function<String, String> sources, OutputStream stream)
            throws IOException {
        long doubts = 0;
        try (CsvWriter out = new CsvWriter(stream)) {
            out.write(HEADER);
            for (NameLinks links : all) {
                for (Doubt doubt : links.doubts()) {
                    doubts++;
                    for (Likely likely : doubt.likely()) {
                        out.write(row(doubt, likely, sources));
                    }
                }
            }
        }
        return doubts;
    }

    private static List<String> row(Doubt doubt, Likely likely, Function<String, String> sources) {
        NameRule rule = doubt.rule();
        Text reasons = likely.reasons();
        return List.of(
                doubt.subject(),
                oneLine(doubt.label()),
                rule.isIdentity() ? "skos:exactMatch" : rule.predicate(),
                "",
                likely.iri(),
                oneLine(likely.label()),
                NameLink.Reason.NAME.curie(),
                NameLink.decimal(likely.score() / Likely.CERTAIN),
                sources.apply(likely.source()),
                "%s: %s / %s : %s"
                        .formatted(doubt.why().en(), reasons.en(), doubt.why().fr(), reasons.fr()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
