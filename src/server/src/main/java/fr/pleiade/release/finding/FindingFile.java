package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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
    private static final String SEVERITY = Vocabulary.SHACL + "resultSeverity";
    private static final String MESSAGE = Vocabulary.SHACL + "resultMessage";
    private static final String FOCUS = Vocabulary.SHACL + "focusNode";
    private static final String RULE = Vocabulary.FINDING + "rule";
    private static final String REMEDY = Vocabulary.FINDING + "remedy";
    private static final String IN_FILE = Vocabulary.FINDING + "file";
    private static final String LINE = Vocabulary.FINDING + "line";
    private static final String COLUMN = Vocabulary.FINDING + "column";
    private static final String VALUE = Vocabulary.FINDING + "value";
    private static final String NAME = Vocabulary.RDFS + "label";

    private FindingFile() {}

    /** {@return the finding's triples} */
    public static InMemoryGraph triples(Finding finding) {
        Term.BlankNode node =
                new Term.BlankNode("f" + Sha256.of(finding.describe()).substring(0, 16));
        Description result = new Description(new InMemoryGraph(), node);
        result.a(Vocabulary.SHACL + "ValidationResult")
                .link(SEVERITY, iri(finding.severity()))
                .text(RULE, finding.rule())
                .text(MESSAGE, finding.problem())
                .text(REMEDY, finding.remedy());
        say(finding.place(), result);
        return result.graph();
    }

    /** {@return the finding's triples as lines, sorted, without their ends} */
    static List<String> lines(Finding finding) {
        return triples(finding).triples().stream().map(Quad::toNQuads).sorted().toList();
    }

    private static void say(Place place, Description result) {
        if (place instanceof Place.OfThing thing) {
            result.link(FOCUS, thing.iri()).text(NAME, thing.name());
        } else if (place instanceof Place.InCell cell) {
            result.text(IN_FILE, cell.file())
                    .number(LINE, cell.line())
                    .text(COLUMN, cell.column())
                    .text(VALUE, cell.value());
        } else if (place instanceof Place.InLine line) {
            result.text(IN_FILE, line.file()).number(LINE, line.line());
        } else if (place instanceof Place.InFile file) {
            result.text(IN_FILE, file.file());
        }
    }

    /** Told of each finding of a file, with its lines. */
    @FunctionalInterface
    interface Reader {
        void read(Finding finding, List<String> lines) throws IOException;
    }

    /** Reads a file, whose lines are sorted, finding by finding. */
    static void forEach(Path file, Reader reader) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            forEach(in, (finding, lines) -> {
                reader.read(finding, lines);
                return true;
            });
        }
    }

    /** {@return the findings of a text, in its order, after leaving some out} */
    static List<Finding> read(BufferedReader in, long leftOut, long number) throws IOException {
        List<Finding> findings = new ArrayList<>();
        long[] seen = new long[1];
        forEach(in, (finding, lines) -> {
            if (seen[0]++ >= leftOut) {
                findings.add(finding);
            }
            return findings.size() < number;
        });
        return List.copyOf(findings);
    }

    @FunctionalInterface
    private interface Visit {
        boolean goOn(Finding finding, List<String> lines) throws IOException;
    }

    /** Lines of one subject that follow each other are a finding. */
    private static void forEach(BufferedReader in, Visit visit) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!lines.isEmpty() && !subject(line).equals(subject(lines.get(0)))) {
                if (!visit.goOn(finding(lines), List.copyOf(lines))) {
                    return;
                }
                lines.clear();
            }
            lines.add(line);
        }
        if (!lines.isEmpty()) {
            visit.goOn(finding(lines), List.copyOf(lines));
        }
    }

    private static String subject(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static Finding finding(List<String> lines) {
        InMemoryGraph graph = new InMemoryGraph();
        lines.forEach(line -> graph.add(QuadLine.parse(line)));
        return finding(new Description(graph, QuadLine.parse(lines.get(0)).subject()));
    }

    /** {@return how many findings of each severity a file has} */
    public static Map<Severity, Long> count(Path file) throws IOException {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.contains("<" + SEVERITY + ">")) // also where a message quotes it
                    .map(QuadLine::parse)
                    .filter(triple -> triple.predicate().value().equals(SEVERITY))
                    .forEach(triple -> counts.merge(severity(triple.object().text()), 1L, Long::sum));
        }
        return counts;
    }

    private static Finding finding(Description result) {
        return new Finding(
                result.value(RULE).orElse(""),
                severity(result.value(SEVERITY).orElse("")),
                place(result),
                text(result, MESSAGE),
                text(result, REMEDY));
    }

    private static Place place(Description result) {
        if (result.value(FOCUS).isPresent()) {
            return new Place.OfThing(
                    result.value(FOCUS).get(), result.value(NAME).orElse(""));
        }
        String file = result.value(IN_FILE).orElse("");
        if (result.value(COLUMN).isPresent()) {
            return new Place.InCell(
                    file,
                    result.count(LINE),
                    result.value(COLUMN).get(),
                    result.value(VALUE).orElse(""));
        }
        return result.value(LINE).isPresent() ? new Place.InLine(file, result.count(LINE)) : new Place.InFile(file);
    }

    private static Text text(Description result, String property) {
        Function<String, String> in = language -> result.graph().objects(result.subject(), property).stream()
                .filter(o ->
                        o instanceof Term.Literal literal && literal.language().equals(language))
                .map(Term::text)
                .findFirst()
                .orElse("");
        return new Text(in.apply("en"), in.apply("fr"));
    }

    private static String iri(Severity severity) {
        return Vocabulary.SHACL
                + switch (severity) {
                    case INFO -> "Info";
                    case WARNING -> "Warning";
                    case ERROR -> "Violation";
                };
    }

    private static Severity severity(String iri) {
        for (Severity severity : Severity.values()) {
            if (iri(severity).equals(iri)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("not one of SHACL's severities: <" + iri + ">");
    }
}
