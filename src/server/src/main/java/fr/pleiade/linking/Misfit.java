package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import java.util.Optional;

/**
 * Why a rule can link nothing, whatever the rows say: it names a class or a property that no graph has.
 *
 * @param problem what is wrong
 */
record Misfit(Text problem) {
    private static final Text REMEDY = new Text(
            "correct the class or the property there, or publish what has it",
            "corrigez-y la classe ou la propriété, ou publiez ce qui la porte");

    /** No thing of a graph is of the class that the rule names. */
    static Misfit noClass(String graph, String named, Optional<String> meant) {
        return of("nothing in %s is a <%s>", "rien dans %s n'est un <%s>", graph, named, meant);
    }

    /** No thing that could be linked, or linked to, has the key that the rule names. */
    static Misfit noKey(String graph, String key, Optional<String> meant) {
        return of(
                "nothing in %s that could be linked has a <%s>",
                "rien de ce qui pourrait être lié dans %s n'a de <%s>", graph, key, meant);
    }

    private static Misfit of(String en, String fr, String graph, String named, Optional<String> meant) {
        Text problem = new Text(en, fr).with(graph, named);
        return new Misfit(meant.map(iri -> new Text(
                        problem.en() + "; did you mean <" + iri + ">?",
                        problem.fr() + " ; vouliez-vous <" + iri + "> ?"))
                .orElse(problem));
    }

    /** {@return the finding, at the rule's line} */
    Finding of(LinkRule rule) {
        return new Finding(
                "link-rule", Severity.WARNING, new Place.InLine(rule.document(), rule.line()), problem, REMEDY);
    }
}
