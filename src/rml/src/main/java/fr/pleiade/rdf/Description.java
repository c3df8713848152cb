package fr.pleiade.rdf;

import fr.pleiade.findings.Text;
import java.util.Optional;

/** One thing of a small graph: says things about it, and reads what is said. */
public record Description(InMemoryGraph graph, Term subject) {
    public static Description of(InMemoryGraph graph, String iri) {
        return new Description(graph, new Term.Iri(iri));
    }

    /** {@return another thing of the same graph} */
    public Description about(String iri) {
        return of(graph, iri);
    }

    public Description a(String type) {
        return link(Vocabulary.RDF + "type", type);
    }

    public Description link(String property, String iri) {
        return say(property, new Term.Iri(iri));
    }

    public Description text(String property, String text) {
        return say(property, Term.Literal.of(text));
    }

    public Description text(String property, Text text) {
        return say(property, Term.Literal.inLanguage(text.en(), "en"))
                .say(property, Term.Literal.inLanguage(text.fr(), "fr"));
    }

    public Description number(String property, long number) {
        return say(property, Term.Literal.typed(Long.toString(number), Vocabulary.XSD + "integer"));
    }

    /** Says a literal of one of XML Schema's datatypes, such as {@code dateTime}. */
    public Description typed(String property, String lexical, String datatype) {
        return say(property, Term.Literal.typed(lexical, Vocabulary.XSD + datatype));
    }

    public Description say(String property, Term object) {
        graph.add(new Quad(subject, new Term.Iri(property), object));
        return this;
    }

    /** Says the file's size. */
    public Description bytes(long size) {
        return typed(Vocabulary.DCAT + "byteSize", Long.toString(size), "nonNegativeInteger");
    }

    /** Says the file's SHA-256 the way SPDX does, at {@code <subject>-sha256}. */
    public Description checksum(String sha256) {
        Description checksum = about(subject.text() + "-sha256");
        checksum.a(Vocabulary.SPDX + "Checksum")
                .link(Vocabulary.SPDX + "algorithm", Vocabulary.SPDX + "checksumAlgorithm_sha256")
                .typed(Vocabulary.SPDX + "checksumValue", sha256, "hexBinary");
        about(Vocabulary.SPDX + "checksumAlgorithm_sha256")
                .a(Vocabulary.SPDX + "ChecksumAlgorithm")
                .text(Vocabulary.RDFS + "label", "SHA-256");
        return say(Vocabulary.SPDX + "checksum", checksum.subject());
    }

    public Optional<String> value(String property) {
        return graph.object(subject, property).map(Term::text);
    }

    /** {@return the property's number, or 0 where there is none} */
    public long count(String property) {
        return value(property).map(Long::parseLong).orElse(0L);
    }

    /** {@return the file's SHA-256, or {@code ""} where there is none} */
    public String sha256() {
        return value(Vocabulary.SPDX + "checksum")
                .flatMap(checksum -> about(checksum).value(Vocabulary.SPDX + "checksumValue"))
                .orElse("");
    }
}
