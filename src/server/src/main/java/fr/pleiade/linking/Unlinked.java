package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import java.util.Map;

/**
 * A thing that a rule should have linked and could not, or linked to something else than its key says.
 *
 * @param rule the finding's rule
 * @param severity how much it matters
 * @param thing the thing's IRI
 * @param name the thing's name; {@code ""} if it has none
 * @param statement the triple that tells which row it comes from: with the key, or where there is none, with the class
 * @param problem what is wrong
 * @param remedy how to mend it
 */
record Unlinked(String rule, Severity severity, String thing, String name, Quad statement, Text problem, Text remedy) {
    Unlinked(String rule, Subject subject, Quad statement, Text problem, Text remedy) {
        this(rule, Severity.WARNING, subject, statement, problem, remedy);
    }

    Unlinked(String rule, Severity severity, Subject subject, Quad statement, Text problem, Text remedy) {
        this(rule, severity, subject.term().text(), subject.name(), statement, problem, remedy);
    }

    /** {@return the finding: at the cell or row that the statement was made of, and else about the thing} */
    Finding finding(Map<Quad, Place> rows) {
        Place row = rows.get(statement);
        return row == null
                ? new Finding(rule, severity, new Place.OfThing(thing, name), problem, remedy)
                : new Finding(rule, severity, row, told(), remedy);
    }

    /** {@return the problem and the thing that has it: the place is the cell then} */
    private Text told() {
        String called = name.isEmpty() ? "<" + thing + ">" : name + " <" + thing + ">";
        return new Text(called + ": " + problem.en(), called + " : " + problem.fr());
    }
}
