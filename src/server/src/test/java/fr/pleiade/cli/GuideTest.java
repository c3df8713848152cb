package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Does what the guide says, step by step, in a copy of the site: each command, each line of YAML that is to be put in. */
class GuideTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern BLOCK = Pattern.compile("```(csv|sh|yaml)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path site;

    /** In the language that says more: {@link #bothLanguagesShowTheSameFileCommandsAndPlaces} holds the other one to it. */
    @Test
    void aReaderWhoFollowsTheGuideHasFiveStars() throws IOException {
        for (String folder : List.of("mappings", "ontology", "data", "fuseki-config")) {
            copy(Path.of(folder), site.resolve(folder));
        }
        List<String> said = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCS.resolve("guide.fr.md")));
        while (block.find()) {
            switch (block.group(1)) {
                case "csv" -> Files.writeString(site.resolve("bibliotheques.csv"), block.group(2));
                case "yaml" -> replaceLine(block.group(2));
                default -> {
                    block.group(2).lines().forEach(command -> said.add(run(command)));
                }
            }
        }
        assertThat(said).hasSize(10);
        assertThat(said.get(1)).contains("→ communes").doesNotContain("marie.durand");
        assertThat(said.get(3))
                .contains("bibliotheques/expected.nt", "+ <", "<http://www.wikidata.org/entity/Q7880>")
                .contains("bibliotheques/expected-findings.csv");
        assertThat(said.get(4)).contains("★★★★★").contains("bibliotheques").doesNotContain("refus");
        assertThat(said.get(5)).contains("★★★★★          bibliotheques");
        assertThat(site.resolve("mon-site/mappings/catalog.ttl")).exists();
        String table = Files.readString(releaseFile("csv/bibliotheques.csv"));
        assertThat(table).contains("Médiathèque du parc").doesNotContain("exemple.fr");
        assertThat(Files.readString(releaseFile("graphs/bibliotheques.nq")))
                .contains("<http://www.wikidata.org/entity/Q7880>", "/id/commune/31555>")
                .doesNotContain("exemple.fr");
    }

    @Test
    void bothLanguagesShowTheSameFileCommandsAndPlaces() throws IOException {
        assertThat(blocks("guide.en.md")).isEqualTo(blocks("guide.fr.md"));
        assertThat(steps("guide.fr.md")).hasSize(10);
        assertThat(steps("guide.en.md")).hasSize(10);
    }

    private static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(block -> block.group(2).replace(" --lang fr", "").replaceAll("description: .*", "description:"))
                .toList();
    }

    /** What an officer asks next stands in both languages: as code, so that it can be compared. */
    @Test
    void bothLanguagesNameTheSameOptionsSettingsAndFiles() throws IOException {
        for (String name : List.of(
                "--site",
                "--sources",
                "--state",
                "--base",
                "site.properties",
                "--port",
                "ontology/",
                "--listen",
                "--trust-proxy",
                "download:",
                "--fetch",
                "--fetch-from",
                "pleiade-publish.timer",
                "releases rollback",
                "PLEIADE_ADMIN_TOKEN",
                "PLEIADE_STORE_PASSWORD")) {
            for (String page : List.of("guide.en.md", "guide.fr.md")) {
                assertThat(Files.readString(DOCS.resolve(page))).as(page).contains(name);
            }
        }
    }

    private static List<String> steps(String page) throws IOException {
        return Files.readAllLines(DOCS.resolve(page)).stream()
                .filter(line -> line.startsWith("## "))
                .toList();
    }

    /** Runs a line of the guide on the copy of the site; a server would not end, so of that only the options are read. */
    private String run(String line) {
        assertThat(line).startsWith("./pleiade ");
        List<String> words = new ArrayList<>(WORD.matcher(line.substring("./pleiade ".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.endsWith(".csv") ? site.resolve(word).toString() : word)
                .toList());
        if (words.get(0).equals("init")) {
            words.set(1, site.resolve(words.get(1)).toString());
        } else {
            words.addAll(1, List.of("--site", site.toString()));
        }
        StringWriter out = new StringWriter();
        CommandLine pleiade = Pleiade.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        if (words.get(0).equals("serve")) {
            pleiade.parseArgs(words.toArray(String[]::new));
        } else {
            assertThat(pleiade.execute(words.toArray(String[]::new)))
                    .as("%s%n%s", line, out)
                    .isZero();
        }
        return out.toString();
    }

    private void replaceLine(String line) throws IOException {
        Path sheet = site.resolve("mappings/bibliotheques/mapping.yml");
        String key = line.substring(0, line.indexOf(':') + 1);
        List<String> lines = Files.readAllLines(sheet);
        assertThat(lines).as(key).filteredOn(old -> old.startsWith(key)).hasSize(1);
        Files.write(
                sheet,
                lines.stream()
                        .map(old -> old.startsWith(key) ? line.stripTrailing() : old)
                        .toList(),
                StandardCharsets.UTF_8);
    }

    private Path releaseFile(String name) throws IOException {
        return site.resolve("var/current").toRealPath().resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
