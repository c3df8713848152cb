package fr.pleiade.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReconcileCommandTest {
    private static final String HEADER = "Nom,Ville,match_uri,match_name,match_score,match_reasons,match_candidates";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.csv"), """
                Nom,Ville
                Universite de la Mer,Brest
                "Institut des Arts, de Lille",Lille
                Lille,Lille
                Institut des Arts,
                Rien de tel,Paris
                """);
        Files.writeString(folder.resolve("b.csv"), """
                cle;Nom;Ville
                k1;Université de la mer;Brest
                k2;Institut des arts;Lille
                k3;Institut des arts;Lyon
                k4;Conservatoire;Lille
                """);
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new ReconcileCommand());
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    /** Looks for the names of a.csv in b.csv. */
    private int runAgainstTable(String... more) {
        return run(Stream.concat(
                        Stream.of(path("a.csv"), "--column", "Nom", "--against", path("b.csv"), "--key", "cle"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> result() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theRowsOfATableAreFoundInAnother() throws IOException {
        int code = runAgainstTable("--place", "Ville", "--output", path("out.csv"), "--lang", "en");
        assertThat(err.toString()).contains("5 rows: 2 matched");
        assertThat(code).isZero();
        List<String> rows = result();
        assertThat(rows.get(0)).isEqualTo(HEADER);
        assertThat(rows.get(1))
                .startsWith("Universite de la Mer,Brest,k1,Université de la mer,9")
                .contains("same name 100 %");
        assertThat(rows.get(2)).startsWith("\"Institut des Arts, de Lille\",Lille,k2,");
        assertThat(rows.get(3)).startsWith("Lille,Lille,,,,,"); // only a town
        assertThat(rows.get(4)).startsWith("Institut des Arts,,,,,,").contains("k2 ", "k3 "); // which of both?
        assertThat(rows.get(5)).startsWith("Rien de tel,Paris,,,");
    }

    @Test
    void whatAPersonDecidedIsKept() throws IOException {
        Files.writeString(folder.resolve("decisions.csv"), """
                subject_id,object_id,predicate_modifier
                1,k1,Not
                4,k3,
                5,k9,
                """);
        int code = runAgainstTable(
                "--place",
                "Ville",
                "--decisions",
                path("decisions.csv"),
                "--review",
                path("review.tsv"),
                "--output",
                path("out.csv"),
                "--lang",
                "en");
        assertThat(code).as(err.toString()).isZero();
        List<String> rows = result();
        assertThat(rows.get(1)).startsWith("Universite de la Mer,Brest,,,,").doesNotContain("k1");
        assertThat(rows.get(4)).isEqualTo("Institut des Arts,,k3,Institut des arts,100.0,decided by a person,");
        assertThat(rows.get(5)).contains("decided to be k9, which is not there any more");
        List<String> review = Files.readAllLines(folder.resolve("review.tsv"));
        assertThat(review).anyMatch(line -> line.startsWith("subject_id\tsubject_label\tpredicate_id\t"));
        assertThat(review)
                .anyMatch(line ->
                        line.startsWith("2\tInstitut des Arts, de Lille\tskos:closeMatch\t\tk2\tInstitut des arts\t"
                                + "semapv:LexicalMatching\t0."))
                .anyMatch(
                        line -> line.startsWith(
                                "4\tInstitut des Arts\tskos:exactMatch\t\tk3\tInstitut des arts\tsemapv:ManualMappingCuration\t1.000"));
    }

    @Test
    void aDecisionThatContradictsItselfIsRefused() throws IOException {
        Files.writeString(folder.resolve("decisions.csv"), "subject_id,object_id,predicate_modifier\n1,k1,\n1,k2,\n");
        int code = runAgainstTable("--decisions", path("decisions.csv"), "--output", path("out.csv"));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("decisions.csv:3", "'1' is k1 already");
    }

    @Test
    void aColumnWithoutANameHindersNothing() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "Nom;Ville;\nUniversité de la mer;Brest;\nRien de tel;Paris;\n");
        assertThat(runAgainstTable("--place", "Ville", "--output", path("out.csv")))
                .as(err.toString())
                .isZero();
        assertThat(result().get(1)).startsWith("Université de la mer,Brest,,k1,Université de la mer,");
    }

    @Test
    void theRowsOfATableAreFoundInWhatIsPublished() throws IOException {
        SmallSite site = new SmallSite(folder.resolve("site"));
        site.publish();
        Files.writeString(folder.resolve("c.csv"), "Nom\nALPHA\nbeta\nOméga\n");
        int code = run(
                path("c.csv"),
                "--column",
                "Nom",
                "--state",
                site.state().toString(),
                "--type",
                "School",
                "--output",
                path("out.csv"));
        assertThat(err.toString()).contains("3 rows: 2 matched, 0 doubtful, 1 unknown");
        assertThat(code).isZero();
        assertThat(result().get(1)).startsWith("ALPHA," + SmallSite.BASE + "id/school/a,Alpha,");
        assertThat(result().get(3)).isEqualTo("Oméga,,,,,");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run(path("a.csv"))).isEqualTo(2);
        assertThat(run(path("none.csv"), "--column", "Nom")).isEqualTo(2);
        assertThat(run(path("a.csv"), "--column", "Nom", "--against", path("b.csv")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--key");
        assertThat(run(path("a.csv"), "--column", "Nom", "--state", path("empty")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nothing is published");
        err.getBuffer().setLength(0);
        assertThat(run(
                        path("a.csv"),
                        "--column",
                        "Name",
                        "--against",
                        path("b.csv"),
                        "--key",
                        "cle",
                        "--against-column",
                        "Nom"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no column 'Name'", "Nom, Ville");
    }

    @Test
    void theColumnsAreFoundOutWhereNoneIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("c.csv"), "n;Ville;Libellé\n1;Brest;Universite de la Mer\n2;Lille;Conservatoire\n");
        int code = run(
                path("c.csv"),
                "--against",
                path("b.csv"),
                "--key",
                "cle",
                "--against-column",
                "Nom",
                "--against-place",
                "Ville",
                "--output",
                path("out.csv"));
        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).contains("--column Libellé;", "2 rows: 2 matched");
    }
}
