package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.LINK;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.register.Register;
import fr.pleiade.quality.register.RegisterRecord;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says how a link was verified, on the {@code adms:Identifier} of its code, and what the register says of its records.
 *
 * <pre>{@code
 * <id/school/a#ror-02evec030> link:verifiedBy <dataset/schools#ror> ; link:agrees link:name , <id/systeme-identifiant/isni> .
 * <id/school/a#isni-0000000121129282> link:verifiedBy <dataset/schools#ror> ; dct:source <https://ror.org/02evec030> .
 * <https://ror.org/02evec030> rdfs:label "…" ; link:recordStatus "inactive" ; dct:isReplacedBy <https://ror.org/…> .
 * }</pre>
 */
final class VerifiedStatements {
    private final Term.Iri register;
    private final IdentifierNodes nodes;
    private final LineSorter lines;
    private final Set<String> described = new HashSet<>();
    private long count;

    VerifiedStatements(Register register, IdentifierNodes nodes, LineSorter lines) {
        this.register = new Term.Iri(register.iri());
        this.nodes = nodes;
        this.lines = lines;
    }

    /** {@return how many statements were written} */
    long count() {
        return count;
    }

    /** Says that the register has a link's record, and in what it is like the thing; and of the thing's other codes which it gives too. */
    void verified(String thing, Quad link, RegisterRecord record, Comparison comparison) throws IOException {
        Term node = nodes.of(thing, record.address()).orElse(null);
        if (node != null) {
            say(node, LINK + "verifiedBy", register, link.graph());
            for (String agreed : comparison.agreement()) {
                say(node, LINK + "agrees", new Term.Iri(agreed), link.graph());
            }
        }
        for (String code : comparison.agreedCodes()) {
            Term other = nodes.of(thing, code).orElse(null);
            if (other != null) {
                say(other, LINK + "verifiedBy", register, link.graph());
                say(other, DCT + "source", new Term.Iri(record.address()), link.graph());
            }
        }
    }

    /** Says what a record is called, whether it is still kept up, and what came after it; of that, the same. */
    void describe(RegisterRecord record, Map<String, RegisterRecord> records, Term graph) throws IOException {
        if (!described.add(record.address())) {
            return;
        }
        Term.Iri address = new Term.Iri(record.address());
        if (!record.label().isEmpty()) {
            say(address, RDFS + "label", Term.Literal.of(record.label()), graph);
        }
        if (!record.status().isEmpty()) {
            say(address, LINK + "recordStatus", Term.Literal.of(record.status()), graph);
        }
        for (String successor : record.successors()) {
            say(address, DCT + "isReplacedBy", new Term.Iri(successor), graph);
            say(new Term.Iri(successor), DCT + "replaces", address, graph);
            RegisterRecord next = records.get(successor);
            if (next != null) {
                describe(next, records, graph);
            }
        }
    }

    private void say(Term subject, String property, Term object, Term graph) throws IOException {
        lines.write((new Quad(subject, new Term.Iri(property), object, graph).toNQuads() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        count++;
    }
}
