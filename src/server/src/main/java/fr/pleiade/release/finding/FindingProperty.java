package fr.pleiade.release.finding;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file says of a finding, as N-Triples writes it. */
enum FindingProperty {
    TYPE(Vocabulary.TYPE.value()),
    SEVERITY(Vocabulary.SHACL + "resultSeverity"),
    RULE(Vocabulary.FINDING + "rule"),
    MESSAGE(Vocabulary.SHACL + "resultMessage"),
    REMEDY(Vocabulary.FINDING + "remedy"),
    FOCUS(Vocabulary.SHACL + "focusNode"),
    NAME(Vocabulary.RDFS + "label"),
    FILE(Vocabulary.FINDING + "file"),
    LINE(Vocabulary.FINDING + "line"),
    COLUMN(Vocabulary.FINDING + "column"),
    VALUE(Vocabulary.FINDING + "value");

    private static final FindingProperty[] ALL = values();

    private final Term.Iri iri;
    private final String text;
    private final byte[] bytes;

    FindingProperty(String iri) {
        this.iri = new Term.Iri(iri);
        this.text = this.iri.toNTriples();
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the property of a line, if it is one of these} */
    static Optional<FindingProperty> of(QuadLine line) {
        for (FindingProperty property : ALL) {
            if (line.is(QuadLine.PREDICATE, property.bytes)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    Term.Iri iri() {
        return iri;
    }

    /** {@return the property in N-Triples} */
    String text() {
        return text;
    }
}
