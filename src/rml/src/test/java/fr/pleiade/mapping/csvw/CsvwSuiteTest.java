package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.testing.Needed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of <a href="https://w3c.github.io/csvw/tests/">the W3C's csv2rdf suite</a> that are beside the project. The base of the suite
 * stands for the folder, and a Link header for a metadata document that somebody names.
 */
class CsvwSuiteTest {
    private static final String BASE = "http://www.w3.org/2013/csvw/tests/";
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String CSVT = BASE + "vocab#";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final Pattern LINK = Pattern.compile("<(.*)>.*");
    private static final Map<String, String> KNOWN_FAILURES = Map.of();

    @TestFactory
    Stream<DynamicTest> cases() {
        Path folder = Needed.shared("conformance/csvw");
        InMemoryGraph manifest = RdfReader.readGraph(folder.resolve("manifest-rdf.ttl"), BASE + "manifest-rdf");
        List<Term> tests = manifest.triples().stream()
                .filter(quad -> quad.predicate().value().equals(MF + "action"))
                .map(Quad::subject)
                .toList();
        assertThat(tests).as("the cases of " + folder).isNotEmpty();
        System.out.printf("csvw: running %d cases, %d known failures%n", tests.size(), KNOWN_FAILURES.size());
        return tests.stream().map(test -> {
            String name = test.text().replaceFirst(".*#", "");
            return DynamicTest.dynamicTest(name, () -> {
                if (KNOWN_FAILURES.containsKey(name)) {
                    assertThatThrownBy(() -> check(test, manifest, folder))
                            .as("known failure passes: " + KNOWN_FAILURES.get(name))
                            .isInstanceOfAny(AssertionError.class, RuntimeException.class);
                } else {
                    check(test, manifest, folder);
                }
            });
        });
    }

    private static void check(Term test, InMemoryGraph manifest, Path folder) {
        String type = manifest.object(test, TYPE).orElseThrow().text();
        if (type.endsWith("NegativeRdfTest")) {
            assertThatThrownBy(() -> convert(test, manifest, folder, new LinkedHashSet<>()))
                    .isInstanceOf(MappingException.class);
            return;
        }
        Set<Quad> quads = new LinkedHashSet<>();
        List<MappingError> warnings = convert(test, manifest, folder, quads);
        String result = manifest.object(test, MF + "result").orElseThrow().text();
        assertThatGraph(quads)
                .isIsomorphicTo(RdfReader.readGraph(folder.resolve(result.substring(BASE.length())), result));
        if (type.endsWith("WithWarnings")) {
            assertThat(warnings).isNotEmpty();
        } else {
            assertThat(warnings).isEmpty();
        }
    }

    private static List<MappingError> convert(Term test, InMemoryGraph manifest, Path folder, Set<Quad> quads) {
        Path action = file(manifest.object(test, MF + "action").orElseThrow(), folder);
        Optional<Term> option = manifest.object(test, CSVT + "option");
        Csvw.Mode mode =
                option.flatMap(o -> manifest.object(o, CSVT + "minimal")).isPresent()
                        ? Csvw.Mode.MINIMAL
                        : Csvw.Mode.STANDARD;
        Optional<Path> metadata = option.flatMap(o -> manifest.object(o, CSVT + "metadata"))
                .map(term -> file(term, folder))
                .or(() -> manifest.object(test, CSVT + "httpLink").map(link -> linked(link.text(), action)));
        Csvw csvw = metadata.map(document -> Csvw.read(document, folder, BASE))
                .orElseGet(() -> action.toString().endsWith(".json")
                        ? Csvw.read(action, folder, BASE)
                        : Csvw.of(action, folder, BASE));
        List<MappingError> warnings = new ArrayList<>();
        csvw.run(mode, quads::add, warnings::add);
        return warnings;
    }

    private static Path linked(String header, Path action) {
        Matcher link = LINK.matcher(header);
        assertThat(link.matches()).isTrue();
        return action.resolveSibling(link.group(1));
    }

    private static Path file(Term address, Path folder) {
        return folder.resolve(address.text().substring(BASE.length()));
    }
}
