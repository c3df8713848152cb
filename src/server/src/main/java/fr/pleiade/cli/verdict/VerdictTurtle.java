package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Finding;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Verdict;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.finding.FindingFile;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The examples of what was found, in SHACL's terms: a report, with a result for each.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, section 3.6</a>
 */
final class VerdictTurtle {
    private static final Term REPORT = new Term.BlankNode("report");

    private VerdictTurtle() {}

    static void print(Verdict verdict, PrintWriter out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Prefixes prefixes = new Prefixes(new TreeMap<>(Map.of(
                "sh",
                Vocabulary.SHACL,
                "finding",
                Vocabulary.FINDING,
                "rdfs",
                Vocabulary.RDFS,
                "xsd",
                Vocabulary.XSD)));
        try (RdfWriter writer = RdfWriter.open(bytes, Syntax.TURTLE, prefixes)) {
            writer.accept(new Quad(REPORT, Vocabulary.TYPE, new Term.Iri(Vocabulary.SHACL + "ValidationReport")));
            writer.accept(new Quad(
                    REPORT,
                    new Term.Iri(Vocabulary.SHACL + "conforms"),
                    Term.Literal.typed(String.valueOf(verdict.groups().isEmpty()), Vocabulary.XSD + "boolean")));
            for (FindingGroup group : verdict.groups()) {
                group.examples().forEach(example -> write(example.finding(), writer));
            }
        }
        out.print(bytes.toString(StandardCharsets.UTF_8));
    }

    private static void write(Finding finding, RdfWriter writer) {
        for (Quad triple : FindingFile.triples(finding).triples()) {
            if (triple.predicate().equals(Vocabulary.TYPE)) {
                writer.accept(new Quad(REPORT, new Term.Iri(Vocabulary.SHACL + "result"), triple.subject()));
            }
            writer.accept(triple);
        }
    }
}
