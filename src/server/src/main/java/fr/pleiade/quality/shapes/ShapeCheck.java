package fr.pleiade.quality.shapes;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.jena.JenaGraph;
import fr.pleiade.quads.ByTerm;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * Validates graphs by the site's shapes: most things are seen to keep them as their lines pass, the others are Jena's to judge, some
 * thousand lines at a time.
 *
 * <p>A thing is validated together with its parts ({@code #…}), which is what its document says of it; of what it points to beyond that,
 * nothing is known but the address. Memory: {@value #BATCH} lines, and the parts of a few things. Thread-safe.
 */
public final class ShapeCheck {
    /** How many lines are validated at a time: enough that the cost of beginning does not count. */
    private static final int BATCH = 20_000;

    private static final List<String> NAMES = List.of(Vocabulary.SKOS + "prefLabel", Vocabulary.RDFS + "label");

    /** Jena calls each blank node otherwise in each run. */
    private static final Pattern BLANK = Pattern.compile("_:[0-9A-Za-z]+");

    private final SiteShapes shapes;

    /** Those that are looked at; all, if there are none. */
    private final ByTerm<String> properties = new ByTerm<>();

    /**
     * Reads the shapes of a site.
     *
     * @param folder {@code ontology/shapes}
     * @param base the IRI against which relative ones are resolved
     * @param findings takes what cannot be read
     */
    public ShapeCheck(Path folder, String base, Consumer<Finding> findings) {
        this.shapes = SiteShapes.read(folder, base, findings);
        if (!shapes.properties().isEmpty()) {
            Stream.concat(shapes.properties().stream(), NAMES.stream())
                    .forEach(property -> properties.add(
                            new Term.Iri(property).toNTriples().getBytes(StandardCharsets.UTF_8), property));
        }
    }

    /** Tells what of a graph of sorted N-Quads breaks a shape. */
    public void check(Path graph, Consumer<Finding> findings) {
        if (shapes.isEmpty()) {
            return;
        }
        WholeThings things = new WholeThings(BATCH, lines -> validate(lines, findings));
        SureShapes sure = new SureShapes(shapes.graph());
        try (LineReader lines = new LineReader(graph)) {
            Subject subject = new Subject(things, sure);
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (isLookedAt(line)) {
                    subject.add(line);
                }
            }
            subject.end();
        } catch (IOException e) {
            throw new UncheckedIOException(graph + ": " + e.getMessage(), e);
        }
        things.finish();
    }

    /** The thing or part at hand. */
    private static final class Subject implements PropertyRule.Parts {
        private final WholeThings things;
        private final SureShapes sure;
        private byte[] written = {};
        private String text = "";

        Subject(WholeThings things, SureShapes sure) {
            this.things = things;
            this.sure = sure;
        }

        void add(QuadLine line) {
            if (!line.is(QuadLine.SUBJECT, written)) {
                end();
                written = line.copy(QuadLine.SUBJECT);
                text = line.term(QuadLine.SUBJECT).text();
                things.begin(text);
                sure.begin();
            }
            things.add(line.bytes(), line.start(), line.end());
            if (SureShapes.isType(line) && text.indexOf('#') >= 0) {
                things.note(text + ' ' + line.term(QuadLine.OBJECT).toNTriples());
            }
            sure.line(line, this);
        }

        void end() {
            if (written.length > 0 && !sure.isSurelyKept()) {
                things.want();
            }
        }

        @Override
        public boolean isSurely(QuadLine value, byte[] type) {
            String other = value.term(QuadLine.OBJECT).text();
            return !isOfOneThing(other, text) || things.knows(other + ' ' + new String(type, StandardCharsets.UTF_8));
        }
    }

    /** {@return whether two addresses are those of a thing and its part, of two of its parts, or the same} */
    private static boolean isOfOneThing(String one, String other) {
        return withoutFragment(one).equals(withoutFragment(other));
    }

    private static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    /** {@return whether it is one of the findings that this check tells} */
    public static boolean isOfAShape(Finding finding) {
        return Stream.of(Rule.SHAPE, Rule.SHAPE_WARNING, Rule.SHAPE_NOTE)
                .anyMatch(rule -> rule.id().equals(finding.rule()));
    }

    private boolean isLookedAt(QuadLine line) {
        return properties.isEmpty() || !properties.of(line, QuadLine.PREDICATE).isEmpty();
    }

    private void validate(byte[] lines, Consumer<Finding> findings) {
        Graph graph = JenaGraph.of(lines);
        for (ReportEntry entry :
                ShaclValidator.get().validate(shapes.shapes(), graph).getEntries()) {
            if (!isBeyond(entry, graph)) {
                findings.accept(finding(entry, graph));
            }
        }
    }

    /** {@return whether it is about the class of another thing, or of a part of which the graph at hand says nothing} */
    private static boolean isBeyond(ReportEntry entry, Graph graph) {
        Node value = entry.value();
        return entry.sourceConstraintComponent().equals(SHACL.ClassConstraintComponent)
                && value != null
                && value.isURI()
                && (!isOfOneThing(value.getURI(), text(entry.focusNode()))
                        || !graph.contains(value, Node.ANY, Node.ANY));
    }

    private Finding finding(ReportEntry entry, Graph graph) {
        Text message = shapes.message(
                entry.source(), BLANK.matcher(String.valueOf(entry.message())).replaceAll("…"));
        String value = entry.value() == null ? "" : ": " + shown(entry.value());
        String path = entry.resultPath() == null ? "" : " (" + entry.resultPath() + ")";
        return rule(entry)
                .at(
                        new Place.OfThing(text(entry.focusNode()), name(entry.focusNode(), graph)),
                        "%1$s%3$s",
                        "%2$s%3$s",
                        message.en(),
                        message.fr(),
                        path + value);
    }

    private static Rule rule(ReportEntry entry) {
        if (entry.severity().equals(Severity.Warning)) {
            return Rule.SHAPE_WARNING;
        }
        return entry.severity().equals(Severity.Info) ? Rule.SHAPE_NOTE : Rule.SHAPE;
    }

    private static String name(Node thing, Graph graph) {
        for (String property : NAMES) {
            List<Triple> names =
                    graph.find(thing, NodeFactory.createURI(property), Node.ANY).toList();
            if (!names.isEmpty()) {
                return names.stream()
                        .map(name -> text(name.getObject()))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
        }
        return "";
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : node.toString();
    }

    private static String shown(Node node) {
        return node.isLiteral()
                ? "'" + node.getLiteralLexicalForm() + "'"
                : node.isURI() ? "<" + node.getURI() + ">" : "_";
    }
}
