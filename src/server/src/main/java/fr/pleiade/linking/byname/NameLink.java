package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A link that was made by names, by a code or by a person, and why.
 *
 * @param subject the linked thing
 * @param label what it is called
 * @param target what it is linked to
 * @param predicate the property that the link is written with
 * @param reason how that is known
 * @param confidence how sure that is, from 0 to 1
 */
public record NameLink(
        String subject, String label, Target target, String predicate, Reason reason, double confidence) {
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final String SEMAPV = "https://w3id.org/semapv/vocab/";
    private static final Term.Iri PROPERTY = new Term.Iri(Vocabulary.OWL + "annotatedProperty");
    private static final Term.Iri TARGET = new Term.Iri(Vocabulary.OWL + "annotatedTarget");
    private static final int DIGITS = 3;

    /** How a link is known, in the words of SEMAPV. */
    public enum Reason {
        /** A person decided it. */
        DECISION("ManualMappingCuration"),
        /** Both bear one code of one system. */
        CODE("MappingChaining"),
        /** They are called alike. */
        NAME("LexicalMatching");

        private final String justification;

        Reason(String justification) {
            this.justification = justification;
        }

        /** {@return the justification as a CURIE} */
        String curie() {
            return "semapv:" + justification;
        }

        Term.Iri iri() {
            return new Term.Iri(SEMAPV + justification);
        }
    }

    /**
     * What a link leads to.
     *
     * @param iri its IRI
     * @param source the dataset's slug, or the register's IRI
     * @param label what it is called
     * @param evidence what speaks for it, in words; empty where nothing was compared
     */
    public record Target(String iri, String source, String label, Text evidence) {}

    /** {@return the link itself, and what it rests on: a mapping of SSSOM, derived from what was compared} */
    List<Quad> triples(NameRule rule, String sourceIri) {
        Term thing = new Term.Iri(subject);
        Term other = new Term.Iri(target.iri());
        Term.Iri property = new Term.Iri(predicate);
        Term.Iri mapping = mapping(subject, rule);
        List<Quad> triples = new ArrayList<>();
        triples.add(new Quad(thing, property, other));
        triples.add(new Quad(mapping, Vocabulary.TYPE, new Term.Iri(SSSOM + "Mapping")));
        triples.add(new Quad(mapping, Vocabulary.TYPE, new Term.Iri(Vocabulary.PROV + "Entity")));
        triples.add(new Quad(mapping, new Term.Iri(Vocabulary.OWL + "annotatedSource"), thing));
        triples.add(new Quad(mapping, PROPERTY, property));
        triples.add(new Quad(mapping, TARGET, other));
        triples.add(new Quad(mapping, new Term.Iri(SSSOM + "mapping_justification"), reason.iri()));
        triples.add(new Quad(
                mapping,
                new Term.Iri(SSSOM + "confidence"),
                Term.Literal.typed(decimal(confidence), Vocabulary.XSD + "decimal")));
        triples.add(new Quad(mapping, new Term.Iri(Vocabulary.PROV + "wasDerivedFrom"), new Term.Iri(sourceIri)));
        triples.add(new Quad(mapping, new Term.Iri(Vocabulary.LINK + "rule"), new Term.Iri(rule.iri())));
        if (!target.evidence().en().isEmpty()) {
            Term.Iri comment = new Term.Iri(Vocabulary.RDFS + "comment");
            triples.add(new Quad(
                    mapping, comment, Term.Literal.inLanguage(target.evidence().en(), "en")));
            triples.add(new Quad(
                    mapping, comment, Term.Literal.inLanguage(target.evidence().fr(), "fr")));
        }
        return triples;
    }

    /** {@return the resource of what a rule's link of a thing rests on} */
    private static Term.Iri mapping(String subject, NameRule rule) {
        return new Term.Iri(subject + (subject.indexOf('#') < 0 ? "#match-" : "-match-") + rule.name());
    }

    /**
     * {@return what a link rests on, so that it can go where the link goes; nothing of one that no rule by names made}
     *
     * @param rules those that may have made it
     * @param graph the sorted graph that has both
     */
    public static List<Quad> evidence(Quad link, List<NameRule> rules, GraphFile graph) {
        List<Quad> evidence = new ArrayList<>();
        for (NameRule rule : rules) {
            List<Quad> said = new ArrayList<>();
            graph.about(mapping(link.subject().text(), rule), said::add);
            if (says(said, PROPERTY, link.predicate()) && says(said, TARGET, link.object())) {
                evidence.addAll(said);
            }
        }
        return evidence;
    }

    private static boolean says(List<Quad> said, Term.Iri property, Term value) {
        return said.stream()
                .anyMatch(quad ->
                        quad.predicate().equals(property) && quad.object().equals(value));
    }

    /** {@return a number with three digits behind the point, without zeros at its end but one} */
    static String decimal(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1).toPlainString() : rounded.toPlainString();
    }
}
