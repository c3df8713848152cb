package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code ontology/examples/<Class>.ttl} conforms to its shape, each {@code <Class>.invalid-<rule>.ttl} breaks that rule. */
class ShapesTest {
    private static final Path ONTOLOGY = Path.of("ontology");

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsJudgedAsItsNameSays(Path example) {
        String name = example.getFileName().toString();
        ValidationReport report = validate(name.substring(0, name.indexOf('.')), example);
        if (name.contains(".invalid-")) {
            String rule = name.substring(name.indexOf(".invalid-") + 9, name.length() - 4);
            assertThat(report.getEntries())
                    .extracting(entry -> entry.source().getURI())
                    .isNotEmpty()
                    .allMatch(shape -> shape.endsWith("#" + rule));
        } else {
            assertThat(report.getEntries()).isEmpty();
        }
    }

    private static ValidationReport validate(String shape, Path example) {
        return ShaclValidator.get().validate(read(ONTOLOGY.resolve("shapes/" + shape + ".ttl")), read(example));
    }

    private static Graph read(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).base(MappedSample.BASE).parse(graph);
        return graph;
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ONTOLOGY.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }
}
