package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that other people wrote get what they ask for: rdflib, rapper and roqet, as Debian has them. */
class RealClientsTest {
    private static final Path CLIENTS = Path.of("src/server/src/test/resources/clients");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    private static Path state;

    private static LocalSample sample;

    @BeforeAll
    static void serve() throws IOException {
        sample = LocalSample.start(state);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void rdflibReadsNineAddressesInEachFormat() throws Exception {
        List<String> words =
                new ArrayList<>(List.of(CLIENTS.resolve("rdflib_parse.py").toString(), sample.base()));
        words.addAll(List.of(
                "id/region/53",
                "doc/region/53",
                "id/etablissement/6G2TU",
                "catalog",
                "dataset/regions",
                "vocab",
                "void",
                "dump/regions",
                "data?graph=" + sample.base() + "dataset/regions"));
        assertThat(python(words))
                .hasSize(45)
                .allSatisfy(line -> assertThat(line).matches(".*\t[1-9][0-9]*"));
    }

    @Test
    void rdflibAsksTheEndpointInEachFormatByEachMethod() throws Exception {
        List<String> said = python(List.of(CLIENTS.resolve("rdflib_store.py").toString(), sample.base() + "sparql"));
        assertThat(said)
                .hasSize(36)
                .allSatisfy(line -> assertThat(line).matches(".*\t(SELECT\t3|CONSTRUCT\t3|ASK\tTrue)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc/region/53.ttl",
                "doc/region/53.rdf",
                "doc/region/53.nt",
                "doc/region/53.trig",
                "catalog.ttl",
                "catalog.rdf",
                "void.ttl",
                "dump/regions.nq",
                "dump/regions.nt",
                "dump/regions.ttl",
                "dump/regions.rdf"
            })
    void rapperReadsAFileByItsAddress(String path) throws Exception {
        Needed.file(Path.of("/usr/bin/rapper"), "install raptor2-utils");
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        String form = switch (suffix) {
            case "ttl" -> "turtle";
            case "rdf" -> "rdfxml";
            case "nt" -> "ntriples";
            case "nq" -> "nquads";
            default -> suffix;
        };
        assertThat(run("/usr/bin/rapper", "-q", "-i", form, "-o", "ntriples", sample.base() + path))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SELECT, SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 3, 3",
        "CONSTRUCT, CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(isIRI(?o)) } LIMIT 3, 0", // it prints no graph of
        // a service
        "ASK, ASK { ?s ?p ?o }, 0" // nor what is asked
    })
    void roqetAsksTheEndpoint(String kind, String query, int lines) throws Exception {
        Needed.file(Path.of("/usr/bin/roqet"), "install rasqal-utils");
        List<String> said = run("/usr/bin/roqet", "-q", "-p", sample.base() + "sparql", "-e", query);
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
    }

    @Test
    void roqetReadsAGraphByItsAddress() throws Exception {
        Needed.file(Path.of("/usr/bin/roqet"), "install rasqal-utils");
        String query = "SELECT ?p WHERE { <%sid/region/53> ?p ?o }".formatted(sample.base());
        assertThat(said("/usr/bin/roqet", "-q", "-D", sample.base() + "doc/region/53", "-e", query)
                        .lines()) // it ends with 1 all the same
                .filteredOn(line -> line.startsWith("row: "))
                .isNotEmpty();
    }

    private static List<String> python(List<String> arguments) throws Exception {
        Needed.file(PYTHON, "install python3");
        Needed.file(Path.of("/usr/lib/python3/dist-packages/rdflib/__init__.py"), "install python3-rdflib");
        List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
        command.addAll(arguments);
        return run(command.toArray(String[]::new));
    }

    /** {@return the lines that a program writes, which must end well} */
    private static List<String> run(String... command) throws Exception {
        Said said = said(command);
        assertThat(said.code())
                .as(String.join(" ", command) + "\n" + said.lines())
                .isZero();
        return said.lines();
    }

    private record Said(int code, List<String> lines) {}

    private static Said said(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(
                process.waitFor(), text.lines().filter(line -> !line.isBlank()).toList());
    }
}
