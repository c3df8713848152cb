package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The findings of one dataset as N-Triples, in SHACL's terms for results and ours for places in files.
 *
 * <p>Shape: {@code _:f0123456789abcdef a sh:ValidationResult ; sh:resultSeverity sh:Warning ; finding:rule "isni" ;
 * finding:file "x.csv" ; finding:line 12 ; finding:column "isni" ; finding:value "12" ; sh:resultMessage "…"@en , "…"@fr ;
 * finding:remedy "…"@en , "…"@fr}; a finding about a thing has {@code sh:focusNode} and {@code rdfs:label} instead of the place in a
 * file. A node is named by its content, so that the sorted lines are the same whatever the order in which the findings came.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#results-validation-result">SHACL, section 3.6.2</a>
 */
public final class FindingFile {
    private static final Term.Iri RESULT = new Term.Iri(Vocabulary.SHACL + "ValidationResult");

    private FindingFile() {}

    /** {@return the finding's triples} */
    public static InMemoryGraph triples(Finding finding) {
        Term.BlankNode node = node(finding);
        InMemoryGraph graph = new InMemoryGraph();
        say(finding, (property, object) -> graph.add(new Quad(node, property.iri(), object)));
        return graph;
    }

    /** {@return the finding's triples as lines, sorted by unsigned bytes, without their ends} */
    static List<byte[]> lines(Finding finding) {
        String node = node(finding).toNTriples();
        List<byte[]> lines = new ArrayList<>();
        say(
                finding,
                (property, object) -> lines.add((node + " " + property.text() + " " + object.toNTriples() + " .")
                        .getBytes(StandardCharsets.UTF_8)));
        lines.sort(Arrays::compareUnsigned);
        return lines;
    }

    private static Term.BlankNode node(Finding finding) {
        return new Term.BlankNode("f" + Sha256.shortened(finding.describe()));
    }

    private static void say(Finding finding, BiConsumer<FindingProperty, Term> said) {
        said.accept(FindingProperty.TYPE, RESULT);
        said.accept(FindingProperty.SEVERITY, new Term.Iri(iri(finding.severity())));
        said.accept(FindingProperty.RULE, Term.Literal.of(finding.rule()));
        say(FindingProperty.MESSAGE, finding.problem(), said);
        say(FindingProperty.REMEDY, finding.remedy(), said);
        say(finding.place(), said);
    }

    private static void say(FindingProperty property, Text text, BiConsumer<FindingProperty, Term> said) {
        said.accept(property, Term.Literal.inLanguage(text.en(), "en"));
        said.accept(property, Term.Literal.inLanguage(text.fr(), "fr"));
    }

    private static void say(Place place, BiConsumer<FindingProperty, Term> said) {
        if (place instanceof Place.OfThing thing) {
            said.accept(FindingProperty.FOCUS, new Term.Iri(thing.iri()));
            said.accept(FindingProperty.NAME, Term.Literal.of(thing.name()));
        } else if (place instanceof Place.InCell cell) {
            say(cell.file(), cell.line(), said);
            said.accept(FindingProperty.COLUMN, Term.Literal.of(cell.column()));
            said.accept(FindingProperty.VALUE, Term.Literal.of(cell.value()));
        } else if (place instanceof Place.InLine line) {
            say(line.file(), line.line(), said);
        } else if (place instanceof Place.InFile file) {
            said.accept(FindingProperty.FILE, Term.Literal.of(file.file()));
        }
    }

    private static void say(String file, long line, BiConsumer<FindingProperty, Term> said) {
        said.accept(FindingProperty.FILE, Term.Literal.of(file));
        said.accept(FindingProperty.LINE, Term.Literal.typed(Long.toString(line), Vocabulary.XSD + "integer"));
    }

    /** Told of each finding of a file, with its lines, which are valid until it returns. */
    @FunctionalInterface
    interface Reader {
        void read(Finding finding, FindingLines lines) throws IOException;
    }

    /** Reads a file, whose lines are sorted, finding by finding. */
    static void forEach(Path file, Reader reader) throws IOException {
        try (LineReader in = new LineReader(file)) {
            forEach(in, lines -> {
                reader.read(lines.finding(), lines);
                return true;
            });
        }
    }

    /** {@return the findings of a text, in its order, after leaving some out} */
    static List<Finding> read(LineReader in, long leftOut, long number) throws IOException {
        List<Finding> findings = new ArrayList<>();
        long[] seen = new long[1];
        forEach(in, lines -> {
            if (seen[0]++ >= leftOut) {
                findings.add(lines.finding());
            }
            return findings.size() < number;
        });
        return List.copyOf(findings);
    }

    @FunctionalInterface
    private interface Visit {
        boolean goOn(FindingLines lines) throws IOException;
    }

    /** Lines of one subject that follow each other are a finding. */
    private static void forEach(LineReader in, Visit visit) throws IOException {
        FindingLines lines = new FindingLines();
        while (in.next()) {
            if (!lines.isEmpty() && !lines.hasNodeOf(in)) {
                if (!visit.goOn(lines)) {
                    return;
                }
                lines.clear();
            }
            lines.add(in);
        }
        if (!lines.isEmpty()) {
            visit.goOn(lines);
        }
    }

    private static String iri(Severity severity) {
        return Vocabulary.SHACL
                + switch (severity) {
                    case INFO -> "Info";
                    case WARNING -> "Warning";
                    case ERROR -> "Violation";
                };
    }

    static Severity severity(String iri) {
        for (Severity severity : Severity.values()) {
            if (iri(severity).equals(iri)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("not one of SHACL's severities: <" + iri + ">");
    }
}
