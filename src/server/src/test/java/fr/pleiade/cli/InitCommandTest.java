package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quality.look.Look;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Catalog;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.web.PleiadeServer;
import fr.pleiade.web.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

class InitCommandTest {
    private static final String BASE = "https://data.example.org/";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void aNewSitePublishesItsFirstFileAndServesIt() throws IOException, InterruptedException {
        Path site = folder.resolve("site");
        assertThat(run("init", site, "--yes", "--publisher", "Les \"Labos\"", "--base", BASE, "--lang", "fr"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("Écrit : " + site, "./pleiade new FICHIER.csv --serve --site " + site);
        Path csv = Files.writeString(folder.resolve("labos.csv"), "code;nom\nA;Un\nB;Deux\n");
        for (List<String> command : List.of(
                List.of("new", csv.toString(), "--yes", "--lang", "fr"), List.of("check"), List.of("publish"))) {
            assertThat(run(command.get(0), site, command.subList(1, command.size())))
                    .as("%s%n%s", command, said)
                    .isZero();
        }
        ServerOptions options =
                new ServerOptions(site.resolve("var"), 0, BASE, site.resolve("fuseki-config/pleiade.ttl"));
        try (PleiadeServer server = PleiadeServer.start(options)) {
            String root = "http://127.0.0.1:" + server.port();
            assertThat(body(root + "/doc/labos/A.ttl", "text/turtle"))
                    .contains("\"Un\"@fr", "<https://data.example.org/");
            assertThat(body(root + "/?lang=fr", "text/html")).contains("Données ouvertes : Les &quot;Labos&quot;");
            assertThat(body(root + "/vocab/terms.ttl", "text/turtle")).contains("owl:Ontology");
            assertThat(body(root + "/doc/agent/publisher.ttl", "text/turtle")).contains("Les \\\"Labos\\\"");
        }
    }

    @Test
    void aSiteWithoutDatasetSaysInOneSentenceWhatToDoNext() {
        Path site = folder.resolve("site");
        assertThat(run("init", site, "--yes")).isZero();
        assertThat(run("publish", site, List.of())).isEqualTo(1);
        assertThat(said.toString().strip())
                .hasLineCount(1)
                .endsWith("there is no dataset yet; make one of a CSV file: ./pleiade new FILE.csv --serve --site "
                        + site);
        assertThat(run("check", site, List.of())).isEqualTo(1);
        assertThat(said.toString()).contains("there is no dataset yet");
    }

    @Test
    void theLookThatIsCommentedOutIsOneThatWorks() throws IOException {
        Path site = folder.resolve("site");
        assertThat(run("init", site, "--yes")).isZero();
        Path catalog = site.resolve("mappings/catalog.ttl");
        String text = Files.readString(catalog);
        assertThat(text).contains("# <id/agent/publisher> foaf:logo");
        Files.writeString(catalog, text.replaceAll("(?m)^# (<id/agent/publisher> foaf:logo|  look:)", "$1"));
        Files.writeString(site.resolve("mappings/logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Catalog read = Site.catalog(site.resolve("mappings"), BASE);
        Look look = Look.of(read.iri(), read.description(), site.resolve("mappings"));
        assertThat(look.findings()).isEmpty();
        assertThat(look.logo()).isPresent();
        assertThat(look.palette()).isPresent();
    }

    @Test
    void whatIsWrittenCanBeRead() throws IOException {
        Path site = folder.resolve("site");
        assertThat(run("init", site, "--yes", "--title", "A \\ \"title\" of @BASE@", "--license", "cc0"))
                .isZero();
        assertThat(Site.declaredBase(site)).contains("http://localhost:8080/");
        Catalog catalog = Site.catalog(site.resolve("mappings"), BASE);
        assertThat(catalog.title().byLanguage().toString()).contains("A \\ \"title\" of @BASE@");
        assertThat(catalog.license()).contains(new Term.Iri("https://creativecommons.org/publicdomain/zero/1.0/"));
        assertThat(Site.identifierSystems(site.resolve("ontology"), BASE).systems())
                .isNotEmpty();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                String name = file.toString();
                if (name.endsWith(".ttl")) {
                    RdfReader.readGraph(file, BASE);
                } else if (name.endsWith(".yml")) {
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text);
                }
                assertThat(text.replace("@BASE@", ""))
                        .as(name)
                        .doesNotContainPattern("@[A-Z_]+@")
                        .doesNotContain("base.invalid");
            }
        }
        assertThat(Files.readString(site.resolve(".gitlab-ci.yml"))).contains("pleiade check --site .");
        assertThat(Files.readString(site.resolve(".github/workflows/check.yml")))
                .contains("pleiade check --site .");
        assertThat(Files.readString(site.resolve("deploy/pleiade.default"))).contains("PLEIADE_SITE=/srv/site\n");
        assertThat(site.resolve("README.md")).exists();
        assertThat(site.resolve("README.fr.md")).exists();
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "mine");
        assertThat(run("init", folder, "--yes")).isEqualTo(1);
        assertThat(said.toString()).contains("the folder is not empty ('note.txt')");
        assertThat(run("init", file, "--yes")).isEqualTo(1);
        assertThat(said.toString()).contains("it is a file");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).content().isEqualTo("mine");
    }

    @Test
    void aFolderUnderVersionControlThatHasNoFileYetBecomesASite() throws IOException {
        Files.createDirectories(folder.resolve("site/.git"));
        assertThat(run("init", folder.resolve("site"), "--yes")).isZero();
        assertThat(folder.resolve("site/mappings/catalog.ttl")).exists();
    }

    @Test
    void anAnswerThatIsNoneIsRefusedAndNothingIsWritten() {
        Path site = folder.resolve("site");
        assertThat(run("init", site, "--yes", "--licence", "libre")).isEqualTo(1);
        assertThat(said.toString()).contains("'libre' is no licence that is known here");
        assertThat(run("init", site, "--yes", "--licence", "cc-by-nc-4.0")).isEqualTo(1);
        assertThat(said.toString()).contains("is not open");
        assertThat(run("init", site, "--yes", "--base", "https://data.example.org/x/"))
                .isEqualTo(2);
        assertThat(run("init", site, "--yes", "--base", "data.example.org")).isEqualTo(2);
        assertThat(run("init", site, "--yes", "--lang", "de")).isEqualTo(2);
        assertThat(run("init", site, "--yes", "--publisher", " ")).isEqualTo(1);
        assertThat(site).doesNotExist();
    }

    private static String body(String address, String accept) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    private int run(String command, Path place, String... options) {
        return execute(Stream.concat(Stream.of(command, place.toString()), Stream.of(options)));
    }

    private int run(String command, Path site, List<String> arguments) {
        return execute(Stream.concat(
                Stream.concat(Stream.of(command), arguments.stream()), Stream.of("--site", site.toString())));
    }

    private int execute(Stream<String> words) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        CommandLine pleiade = Pleiade.commandLine().setOut(out).setErr(out);
        return pleiade.execute(words.toArray(String[]::new));
    }
}
