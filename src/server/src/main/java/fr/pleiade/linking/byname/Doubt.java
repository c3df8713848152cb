package fr.pleiade.linking.byname;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A thing that a person must look at.
 *
 * @param rule the rule that did not link it
 * @param subject the thing
 * @param label what it is called
 * @param why why it was not linked
 * @param likely what it may be, the most likely first
 */
record Doubt(NameRule rule, String subject, String label, Text why, List<Likely> likely) {
    private static final int TOLD = 3;
    private static final Text REMEDY = new Text(
            "decide it in decisions.csv of the dataset's folder: subject_id, object_id, and Not as predicate_modifier for no",
            "décider dans decisions.csv du dossier du jeu : subject_id, object_id, et Not dans predicate_modifier pour non");

    Doubt {
        likely = List.copyOf(likely);
    }

    /** {@return the statement by whose row the thing is told} */
    Quad statement() {
        return new Quad(new Term.Iri(subject), Vocabulary.TYPE, new Term.Iri(rule.subjectClass()));
    }

    Finding finding(Map<Quad, Place> rows) {
        Place row = rows.get(statement());
        String named = label + " <" + subject + ">";
        String all = likely.stream()
                .limit(TOLD)
                .map(candidate -> "%s <%s> %s"
                        .formatted(
                                candidate.label(),
                                candidate.iri(),
                                String.format(Locale.ROOT, "%.1f", candidate.score())))
                .collect(Collectors.joining("; "));
        return new Finding(
                "name-doubtful",
                Severity.INFO,
                row == null ? new Place.OfThing(subject, label) : row,
                new Text(
                        "%s: %s (%s)%s".formatted(named, why.en(), rule.label().en(), all.isEmpty() ? "" : ": " + all),
                        "%s : %s (%s)%s"
                                .formatted(named, why.fr(), rule.label().fr(), all.isEmpty() ? "" : " : " + all)),
                REMEDY);
    }
}
