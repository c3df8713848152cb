package fr.pleiade.mapping;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.testing.Needed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The cases of one suite of the W3C Knowledge Graph Construction Community Group, a folder each. */
final class ConformanceSuite {
    private final String name;
    private final String base;

    ConformanceSuite(String name, String base) {
        this.name = name;
        this.base = base;
    }

    /**
     * {@return a test for each case}
     *
     * @param knownFailures the cases that are known to fail, each with its reason; one that passes is a failure
     */
    Stream<DynamicTest> tests(Map<String, String> knownFailures) {
        Path folder = Needed.shared("conformance/" + name);
        List<Path> cases = cases(folder);
        assertThat(cases).as("the cases of " + folder).isNotEmpty();
        System.out.printf(
                "%s: running %d cases, %d known failures%n", folder.getFileName(), cases.size(), knownFailures.size());
        return cases.stream().map(path -> {
            String test = path.getFileName().toString();
            return DynamicTest.dynamicTest(test, () -> {
                if (knownFailures.containsKey(test)) {
                    assertThat(passes(path))
                            .as("known failure passes: " + knownFailures.get(test))
                            .isFalse();
                } else {
                    check(path);
                }
            });
        });
    }

    private static List<Path> cases(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> Files.exists(path.resolve("mapping.ttl")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean passes(Path path) {
        try {
            check(path);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private void check(Path path) {
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String failure = "";
        try {
            Mapping.read(path.resolve("mapping.ttl"), base).run(Run.in(path).withFindings(findings::add), out);
        } catch (MappingException | CsvException e) {
            failure = String.valueOf(e.getMessage());
        }
        boolean errorExpected = !Files.exists(path.resolve("output.nq")) || path.endsWith("RMLTC0024f-CSV");
        if (errorExpected) {
            assertThat(failure + findings).as("an error or a finding").isNotEqualTo("[]");
            return;
        }
        assertThat(failure).isEmpty();
        assertThat(findings).isEmpty();
        assertThatGraph(quads(new ByteArrayInputStream(out.toByteArray()))).isIsomorphicTo(expected(path));
    }

    private List<Quad> expected(Path path) {
        try {
            return quads(Files.newInputStream(path.resolve("output.nq")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Quad> quads(java.io.InputStream in) {
        LinkedHashSet<Quad> quads = new LinkedHashSet<>();
        RdfReader.read(in, "output.nq", Syntax.N_QUADS, base, quads::add);
        return List.copyOf(quads);
    }
}
