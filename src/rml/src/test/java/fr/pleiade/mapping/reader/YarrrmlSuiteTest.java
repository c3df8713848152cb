package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.rdf.Vocabulary.VOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of <a href="https://github.com/oeg-upm/yarrrml-validation">yarrrml-validation</a>: a document, and the RML that it means.
 *
 * <p>Cases with CSV sources are compared as graphs, both in today's words and without shortcuts, whatever the resources are called;
 * others must be refused, by the name of what is not read, at a line that has it.
 */
class YarrrmlSuiteTest {
    private static final String BASE = "http://example.com/";
    private static final String DATABASE = "belongs to databases: not read";
    private static final String STAR = "belongs to RDF-star: not read";

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("0001", DATABASE),
            Map.entry("0003", DATABASE),
            Map.entry("0005", DATABASE),
            Map.entry("0007", DATABASE),
            Map.entry("0009", DATABASE),
            Map.entry("0011", DATABASE),
            Map.entry("0013", DATABASE),
            Map.entry("0015", DATABASE),
            Map.entry("0017", "reads XML: not read"),
            Map.entry("0019", "reads JSON: not read"),
            Map.entry("0021", "a source of the type mysql is not read"),
            Map.entry("0025", STAR),
            Map.entry("0027", STAR),
            Map.entry("0029", STAR));

    private static final Map<String, String> SHORTCUTS = Map.of(
            Rml.SUBJECT, Rml.SUBJECT_MAP,
            Rml.PREDICATE, Rml.PREDICATE_MAP,
            Rml.OBJECT, Rml.OBJECT_MAP,
            Rml.GRAPH, Rml.GRAPH_MAP,
            Rml.LANGUAGE, Rml.LANGUAGE_MAP,
            Rml.DATATYPE, Rml.DATATYPE_MAP,
            Rml.INPUT_VALUE, Rml.INPUT_VALUE_MAP);

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Path folder = Needed.shared("conformance/yarrrml");
        List<Path> cases;
        try (Stream<Path> folders = Files.list(folder)) {
            cases = folders.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(cases).as("the cases of " + folder).isNotEmpty();
        System.out.printf("yarrrml: running %d cases%n", cases.size());
        return cases.stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }

    private static void check(Path path) throws IOException {
        String number = path.getFileName().toString().replaceAll("\\D", "");
        Path document = path.resolve("mapping.yml");
        if (Files.exists(path.resolve("mapping_output.yml"))) {
            assertThatGraph(graph(path.resolve("mapping_input1.yml"), path.resolve("mapping_input2.yml")))
                    .isIsomorphicTo(graph(path.resolve("mapping_output.yml")));
            return;
        }
        if (REFUSED.containsKey(number)) {
            List<String> lines = Files.readAllLines(document);
            assertThatThrownBy(() -> graph(document))
                    .isInstanceOfSatisfying(
                            MappingException.class,
                            refusal -> assertThat(refusal.errors()).anySatisfy(error -> {
                                assertThat(error.problem()).contains(REFUSED.get(number));
                                assertThat(lines.get((int) error.line() - 1))
                                        .matches(".*(table|query|~xpath|~jsonpath|mysql|quoted).*");
                            }));
            return;
        }
        assertThatGraph(normalised(graph(document))).isIsomorphicTo(normalised(graph(path.resolve("mapping.ttl"))));
    }

    private static InMemoryGraph graph(Path... documents) {
        return PlanReader.graph(
                List.of(documents),
                BASE,
                IdentifierSystems.NONE,
                source -> CsvFile.open(source.path(), Path.of(source.path()), source.dialect()));
    }

    /** {@return the graph without types, shortcuts and names; a dump is the file that its address means} */
    private static List<Quad> normalised(InMemoryGraph written) {
        InMemoryGraph graph = OldVocabulary.of(written).normalised();
        List<Quad> normalised = new ArrayList<>();
        for (Quad quad : graph.triples()) {
            Term about = unnamed(quad.subject(), graph);
            String property = quad.predicate().value();
            Term object = unnamed(quad.object(), graph);
            if (property.equals(Rml.TYPE)) {
                continue;
            }
            if (property.equals(VOID + "dataDump")) {
                object = Term.Literal.of(object.text().replace(BASE, ""));
            }
            if (SHORTCUTS.containsKey(property)) {
                Term map = new Term.BlankNode("map" + normalised.size());
                normalised.add(new Quad(about, new Term.Iri(SHORTCUTS.get(property)), map));
                normalised.add(new Quad(map, new Term.Iri(Rml.CONSTANT), object));
            } else {
                normalised.add(new Quad(about, quad.predicate(), object));
            }
        }
        return normalised;
    }

    private static Term unnamed(Term term, InMemoryGraph graph) {
        return term instanceof Term.Iri iri && !graph.about(iri).isEmpty()
                ? new Term.BlankNode("n" + Integer.toHexString(iri.value().hashCode()))
                : term;
    }
}
