package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Breaks the bundled sample in one way at a time and publishes it again: one sentence, the right exit code, nothing lost. */
class BrokenInputTest {
    private static final String REGIONS = "data/cog/cog-2024-regions.csv";

    @TempDir
    private Path site;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String before = "";

    @BeforeEach
    void publishASmallSite() throws IOException {
        for (String folder : new String[] {"mappings/regions", "fuseki-config", "data/cog", "data/rdf-insee"}) {
            copy(Path.of(folder), site.resolve(folder));
        }
        Path systems = Path.of("ontology/schemes/systemes-identifiants.ttl");
        Files.createDirectories(site.resolve(systems).getParent());
        Files.copy(systems, site.resolve(systems));
        Files.deleteIfExists(site.resolve("mappings/regions/links.ttl"));
        Files.copy(Path.of("mappings/catalog.ttl"), site.resolve("mappings/catalog.ttl"));
        assertThat(run("publish", "--site", site.toString())).as(err.toString()).isZero();
        before = Files.readSymbolicLink(site.resolve("var/current")).toString();
        err.getBuffer().setLength(0);
    }

    @Test
    void aBaseWithAPathIsMisuseForPagesAreServedAtTheRoot() throws IOException {
        assertThat(run("publish", "--site", site.toString(), "--base", "https://data.example.org/lod/"))
                .isEqualTo(2);
        assertThat(message()).contains("--base", "https://data.example.org/lod/", "no path");
        assertThat(Files.readSymbolicLink(site.resolve("var/current"))).hasToString(before);
    }

    @Test
    void aMissingSourceIsNamed() throws IOException {
        Files.delete(site.resolve(REGIONS));
        assertPublishFails(1, "cog/cog-2024-regions.csv");
    }

    @ParameterizedTest
    @CsvSource({"(, )", "'[<http://example.org/p> ', ]"})
    void aDescriptionThatIsNestedTooDeeplyIsOneSentence(String open, String close) throws IOException {
        String nested = open.repeat(200_000) + "1" + close.repeat(200_000);
        edit(
                "mappings/regions/dataset.ttl",
                text -> text + "\n<dataset/regions> <http://example.org/p> " + nested + " .");
        assertPublishFails(1, "nested too deeply");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path file = site.resolve(REGIONS);
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        assertPublishFails(1, "cog/cog-2024-regions.csv:", "UTF-8");
    }

    @Test
    void aRaggedRowIsRefusedWithItsLine() throws IOException {
        edit(REGIONS, text -> text + "99,too,short\r\n");
        long line = Files.readAllLines(site.resolve(REGIONS)).size();
        assertPublishFails(1, "cog/cog-2024-regions.csv:" + line);
    }

    @Test
    void aRenamedColumnIsNamed() throws IOException {
        edit(REGIONS, text -> text.replaceFirst("LIBELLE", "NOM"));
        assertPublishFails(1, "cog/cog-2024-regions.csv", "LIBELLE");
        assertThat(message()).containsOnlyOnce("there is no column 'LIBELLE'");
    }

    @Test
    void aMappingThatIsNotTurtleIsRefusedWithItsLine() throws IOException {
        writeMappingAsRml();
        edit("mappings/regions/mapping.ttl", text -> text + "\n<a> <b> ;;; .\n");
        assertPublishFails(1, "mapping.ttl:");
    }

    @Test
    void aMappingWithAnUnknownFunctionIsRefusedWithItsLine() throws IOException {
        writeMappingAsRml();
        edit(
                "mappings/regions/mapping.ttl",
                text -> text.replaceFirst(
                        "rml:reference \"LIBELLE\"",
                        "rml:functionExecution [ rml:function <http://example.org/unknown> ]"));
        assertPublishFails(1, "mapping.ttl:", "http://example.org/unknown");
    }

    @Test
    void aSiteWithoutMappingsIsMisuse(@TempDir Path empty) {
        assertThat(run("publish", "--site", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("mappings");
    }

    @Test
    void anUnknownOptionIsMisuse() {
        assertThat(run("publish", "--prot", "80")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot");
    }

    @Test
    void aPortInUseIsAFaultOfTheEnvironment() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("serve", "--site", site.toString(), "--port", port)).isEqualTo(3);
            assertThat(err.toString()).startsWith("pleiade: port " + port).hasLineCount(1);
        }
    }

    @Test
    void aPortInUseIsToldBeforeThePublication() throws IOException {
        edit(REGIONS, text -> text.replaceFirst("Guadeloupe", "Guadeloupe et dépendances"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("publish", "--serve", "--site", site.toString(), "--port", port))
                    .isEqualTo(3);
            assertThat(err.toString()).startsWith("pleiade: port " + port).hasLineCount(1);
        }
        assertThat(Files.readSymbolicLink(site.resolve("var/current"))).hasToString(before);
    }

    @Test
    void aTruncatedArchiveIsNamed() throws IOException {
        Files.copy(Path.of("mappings/regions/links.ttl"), site.resolve("mappings/regions/links.ttl"));
        edit("mappings/regions/links.ttl", BrokenInputTest::onlyTheReferenceFile);
        Path archive = site.resolve("data/rdf-insee/geo2011-cog.ttl.gz");
        Files.write(archive, Arrays.copyOf(Files.readAllBytes(archive), 500));
        assertPublishFails(1, "geo2011-cog.ttl.gz", "cannot be decompressed");
    }

    /** The small site has no communes, to which the other rules lead. */
    private static String onlyTheReferenceFile(String links) {
        int rule = links.indexOf("<dataset/regions#insee2011>");
        return links.substring(0, links.indexOf("<dataset/regions#")) + links.substring(rule);
    }

    @Test
    void servingBeforePublishingSaysWhatToDo(@TempDir Path state) {
        assertThat(run("serve", "--site", site.toString(), "--state", state.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("publish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT0S", "-PT1H", "6h"})
    void aSelfCheckThatIsTooOftenIsMisuse(String interval) {
        assertThat(run("serve", "--site", site.toString(), "--self-check=" + interval))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--self-check");
    }

    private void writeMappingAsRml() throws IOException {
        String base = "http://localhost:8080/";
        Path sheet = site.resolve("mappings/regions/mapping.yml");
        IdentifierSystems systems = Site.read(site.resolve("mappings"), site.resolve("ontology"), base)
                .identifierSystems();
        Files.writeString(
                site.resolve("mappings/regions/mapping.ttl"),
                Mapping.rml(List.of(sheet), base, systems, site.resolve("data")));
        Files.delete(sheet);
    }

    private void assertPublishFails(int code, String... parts) throws IOException {
        assertThat(run("publish", "--site", site.toString()))
                .as(out + "\n" + err)
                .isEqualTo(code);
        assertThat(message()).startsWith("pleiade: ").contains(parts);
        assertThat(Files.readSymbolicLink(site.resolve("var/current"))).hasToString(before);
    }

    /** {@return what is said after the stages that went well; a mapping can have several errors, a line each} */
    private String message() {
        return err.toString().substring(Math.max(0, err.toString().indexOf("pleiade: ")));
    }

    private int run(String... arguments) {
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = site.resolve(file);
        String text = Files.readString(path);
        String changed = change.apply(text);
        assertThat(changed).as("the edit of %s must change it".formatted(file)).isNotEqualTo(text);
        Files.writeString(path, changed);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
