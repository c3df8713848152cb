package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Thirteen real files become folders with {@code new --yes}, beside the bundled site, and all are published without an edit.
 *
 * <p>The files are not in the repository: {@code -Dpleiade.shared=DIR} says where {@code data/} is; without it the class is skipped.
 */
class ThirteenFoldersTest {
    /** How many rows each file has, counted by another program: a row that has a key is a thing. */
    private static final Map<String, Integer> ROWS = new TreeMap<>(Map.of(
            "cog/cog-2024-communes.csv", 37544,
            "cog/cog-2024-departements.csv", 101,
            "cog/cog-2024-regions.csv", 18,
            "cog/cog-2024-arrondissements.csv", 333,
            "cog/cog-2024-collectivites-outremer.csv", 94,
            "effectifs/fr-esr-statistiques-sur-les-effectifs-d-etudiants-inscrits-par-etablissement-hcp-2023-10.csv",
                    2420,
            "insertion-professionnelle/fr-esr-insertion_professionnelle-master-2021-12.csv", 13797,
            "structures-recherche/fr-esr-structures-recherche-publiques-actives-2022-02.csv", 4506,
            "finances/fr-esr-operateurs-indicateurs-financiers-2024-09.csv", 2253,
            "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv", 250));

    @TempDir
    Path site;

    private Path data = Path.of("");
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void bundledSite() throws IOException {
        String shared = System.getProperty("pleiade.shared", "");
        data = Path.of(shared, "data");
        assumeTrue(!shared.isEmpty() && Files.isDirectory(data), "needs -Dpleiade.shared=DIR");
        for (String folder : List.of("mappings", "ontology", "data")) {
            copy(Path.of(folder));
        }
        assertThat(run("publish")).as(said.toString()).isZero();
    }

    @Test
    void eachPublishesAsItIsOrSaysThatItHasNoKey() {
        Map<String, Integer> expected = new TreeMap<>();
        ROWS.forEach((file, rows) -> expected.put(written(file), rows));
        expected.put(
                written(
                        "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv",
                        "--name",
                        "etablissements-2024"),
                250);

        String directory = "annuaire-education/fr-en-annuaire-education-35-2023-06.csv";
        assertThat(run("new", data.resolve(directory).toString(), "--yes")).isEqualTo(1);
        assertThat(said.toString()).contains("--key");
        expected.put(written(directory, "--key", "Identifiant_de_l_etablissement,Nom_etablissement"), 996);
        assertThat(run(
                        "new",
                        data.resolve("cog/cog-2024-mouvements-communes.csv").toString(),
                        "--yes"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("--key");

        assertThat(run("publish")).as(said.toString()).isZero();
        Release release = Releases.in(site.resolve("var")).current().orElseThrow();
        Map<String, Integer> things = new TreeMap<>();
        for (PublishedGraph graph : release.graphs()) {
            if (expected.containsKey(graph.slug())) {
                things.put(graph.slug(), (int) graph.entities());
            }
        }
        assertThat(things).isEqualTo(expected);
        assertThat(linked(release))
                .contains("cog-communes", "cog-arrondissements", "operateurs-indicateurs-financiers");
    }

    private static List<String> linked(Release release) {
        return release.graphs().stream()
                .filter(graph -> graph.links() > 0)
                .map(PublishedGraph::slug)
                .toList();
    }

    /** {@return the name of the dataset that a file has become} */
    private String written(String file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("new", data.resolve(file).toString(), "--yes"));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray(String[]::new))).as(file + ": " + said).isZero();
        String line = said.toString()
                .lines()
                .filter(text -> text.startsWith("Written: "))
                .findFirst()
                .orElseThrow();
        return String.valueOf(Path.of(line.substring("Written: ".length())).getFileName());
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", site.toString()));
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return command.execute(all.toArray(String[]::new));
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, site.resolve(file.toString()));
            }
        }
    }
}
