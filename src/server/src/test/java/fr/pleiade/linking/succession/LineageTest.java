package fr.pleiade.linking.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What became of towns and of parts of towns. A change is written {@code DAY t:A t:B}; {@code t:} is a town, {@code p:} a part of one. The
 * expected successors are read off the changes by hand.
 */
class LineageTest {
    private static final String DECLARED = """
            @prefix link: <https://w3id.org/pleiade/link#> .
            <http://b/dataset/changes#s> a link:Succession ;
              link:date <http://e/date> ; link:key <http://e/code> ;
              link:kind
                [ link:main true ; link:before <http://e/townBefore> ; link:after <http://e/townAfter> ; link:class <http://e/FormerTown> ;
                  link:target [ link:dataset "towns" ; link:class <http://e/Town> ] ] ,
                [ link:before <http://e/partBefore> ; link:after <http://e/partAfter> ; link:class <http://e/FormerPart> ;
                  link:target [ link:dataset "towns" ; link:class <http://e/Part> ] ] ;
              link:copy [ link:from <http://e/code> ; link:to <http://e/known> ] ;
              link:replacedBy <http://e/by> ; link:present <http://e/now> ; link:until <http://e/until> ; link:ending <http://e/ends> .
            """;

    @TempDir
    private Path folder;

    @Test
    void whatNothingHappenedToIsItself() throws IOException {
        assertThat(successors("t:A", "", "t:A")).containsExactly("t:A");
    }

    @Test
    void aChainOfMergersLeadsToWhatExists() throws IOException {
        String changes = "1960-01-01 t:A t:B, 1960-01-01 t:B t:B, 1970-01-01 t:B t:C, 1970-01-01 t:C t:C";
        assertThat(successors("t:A", changes, "t:C")).containsExactly("t:C");
        assertThat(statements(changes, "t:C"))
                .contains("t:A by t:B", "t:B by t:C", "t:A now t:C", "t:B now t:C", "t:A until 1960-01-01")
                .contains("t:A type FormerTown", "t:A known A")
                .noneMatch(statement -> statement.startsWith("t:C"));
        assertThat(findings(changes, "t:C")).isEmpty();
    }

    @Test
    void whatHappensOnOneDayIsFollowedThrough() throws IOException {
        // Pont-Farcy: into another département, and into a commune there, on the same day
        String changes = "2018-01-01 t:A t:B, 2018-01-01 t:B t:C, 2018-01-01 t:C t:C";
        assertThat(successors("t:A", changes, "t:C")).containsExactly("t:C");
        assertThat(successors("t:B", changes, "t:C")).containsExactly("t:C");
        assertThat(findings(changes, "t:C")).isEmpty();
    }

    @Test
    void whatIsReestablishedTakesBackItsOwnAndLeavesTheRest() throws IOException {
        // A and B went into C; B came out again: what had been A stayed with C
        String changes =
                "1970-01-01 t:A t:C, 1970-01-01 t:B t:C, 1970-01-01 t:C t:C, 1990-01-01 t:C t:C, 1990-01-01 t:C t:B";
        assertThat(successors("t:A", changes, "t:B t:C")).containsExactly("t:C");
        assertThat(successors("t:B", changes, "t:B t:C")).containsExactly("t:B");
    }

    @Test
    void whatWentThroughTheReestablishedGoesBackWithIt() throws IOException {
        String changes = "1950-01-01 t:A t:B, 1950-01-01 t:B t:B, 1970-01-01 t:B t:C, 1970-01-01 t:C t:C,"
                + " 1990-01-01 t:C t:C, 1990-01-01 t:C t:B";
        assertThat(successors("t:A", changes, "t:B t:C")).containsExactly("t:B");
    }

    @Test
    void whatIsCreatedOutOfAnotherMayBeEither() throws IOException {
        String changes = "1960-01-01 t:A t:C, 1960-01-01 t:C t:C, 1980-01-01 t:C t:C, 1980-01-01 t:C t:N";
        assertThat(successors("t:A", changes, "t:C t:N")).containsExactly("t:C", "t:N");
        assertThat(findings(changes, "t:C t:N")).containsExactly("succession-split t:A");
        assertThat(statements(changes, "t:C t:N")).contains("t:A by t:C").noneMatch(s -> s.startsWith("t:A now"));
    }

    @Test
    void whatIsSharedOutHasSeveralSuccessors() throws IOException {
        String changes = "1960-01-01 t:A t:B, 1960-01-01 t:A t:C, 1960-01-01 t:B t:B, 1960-01-01 t:C t:C";
        assertThat(statements(changes, "t:B t:C"))
                .contains("t:A by t:B", "t:A by t:C")
                .noneMatch(s -> s.contains(" now "));
        assertThat(findings(changes, "t:B t:C")).containsExactly("succession-split t:A");
    }

    @Test
    void aTownLeadsToATownAndNotToThePartThatItBecame() throws IOException {
        String changes = "2016-01-01 t:A t:N, 2016-01-01 t:A p:A, 2016-01-01 t:N t:N";
        assertThat(successors("t:A", changes, "t:N p:A")).containsExactly("t:N");
        assertThat(statements(changes, "t:N p:A")).contains("t:A by t:N", "t:A by p:A", "t:A now t:N");
    }

    @Test
    void aTownWithinWhichPartsAreMadeGoesOn() throws IOException {
        String changes = "1946-01-01 t:A p:1, 1946-01-01 t:A p:2";
        assertThat(successors("t:A", changes, "t:A p:1 p:2")).containsExactly("t:A");
        assertThat(findings(changes, "t:A p:1 p:2")).isEmpty();
    }

    @Test
    void changesInACircleAreToldAndLinkNothing() throws IOException {
        String changes = "2000-01-01 t:A t:B, 2000-01-01 t:B t:A";
        assertThat(findings(changes, "t:C")).containsExactly("succession-circular t:A", "succession-circular t:B");
        assertThat(statements(changes, "t:C")).noneMatch(s -> s.contains(" by ") || s.contains(" now "));
        String three = "2000-01-01 t:A t:B, 2000-01-01 t:B t:C, 2000-01-01 t:C t:A";
        assertThat(findings(three, "t:D")).hasSize(3).allMatch(found -> found.startsWith("succession-circular"));
    }

    @Test
    void aCircleOverYearsIsToldToo() throws IOException {
        String changes = "2000-01-01 t:A t:B, 2001-01-01 t:B t:A";
        assertThat(findings(changes, "t:C")).containsExactly("succession-unknown t:A", "succession-unknown t:B");
        assertThat(statements(changes, "t:C")).noneMatch(s -> s.contains(" now "));
    }

    @Test
    void whatBecomesItselfAndExistsNoMoreIsToldAndReplacedByNothing() throws IOException {
        String changes = "2000-01-01 t:A t:A";
        assertThat(findings(changes, "t:B")).containsExactly("succession-unknown t:A");
        assertThat(statements(changes, "t:B")).noneMatch(s -> s.contains(" by ") || s.contains(" now "));
    }

    @Test
    void aSuccessorThatIsGoneInTurnIsFollowedAndToldIfItLeadsNowhere() throws IOException {
        String changes = "2000-01-01 t:A t:B, 2010-01-01 t:B t:C";
        assertThat(findings(changes, "t:C")).isEmpty();
        assertThat(statements(changes, "t:C")).contains("t:A now t:C", "t:A by t:B", "t:B by t:C");
        assertThat(findings(changes, "t:D")).containsExactly("succession-unknown t:A", "succession-unknown t:B");
        assertThat(statements(changes, "t:D")).noneMatch(s -> s.contains(" now ") || s.contains("t:C"));
    }

    @Test
    void aSuccessorThatIsNowhereIsToldAndNotLinkedTo() throws IOException {
        String changes = "2000-01-01 t:A t:Z";
        assertThat(findings(changes, "t:B")).containsExactly("succession-unknown t:A");
        assertThat(statements(changes, "t:B")).noneMatch(s -> s.contains("t:Z"));
    }

    @Test
    void whatAChangeEndedAndTheRegisterHasIsTold() throws IOException {
        assertThat(findings("2000-01-01 t:A t:B, 2000-01-01 t:B t:B", "t:A t:B"))
                .containsExactly("succession-contradicted t:A");
    }

    @Test
    void aCodeMeansWhatItMeantOnTheDay() throws IOException {
        String changes = "1970-01-01 t:A t:B, 1970-01-01 t:B t:B, 1990-01-01 t:B t:A, 1990-01-01 t:B t:B,"
                + " 2010-01-01 t:A t:C, 2010-01-01 t:C t:C";
        Lineage lineage = lineage(changes, "t:B t:C");
        assertThat(lineage.successors("http://b/t/A", "2005-01-01").things()).containsExactly("http://b/t/C");
        assertThat(lineage.successors("http://b/t/A", "2020-01-01").things())
                .as("after its end it means what it meant last")
                .containsExactly("http://b/t/C");
        assertThat(lineage.successors("http://b/t/B", "1980-01-01").things()).containsExactly("http://b/t/B");
    }

    @Test
    void aChangeOfThatVeryDayHasHappened() throws IOException {
        Lineage lineage = lineage("2011-01-01 t:A t:A, 2011-01-01 t:B t:A", "t:A");
        assertThat(lineage.ancestors("http://b/t/A", "http://e/Town", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/A", true, true, true));
        assertThat(lineage.ancestors("http://b/t/A", "http://e/Town", "2010-12-31"))
                .containsExactly(
                        new Lineage.Ancestor("http://b/t/A", false, true, true),
                        new Lineage.Ancestor("http://b/t/B", false, true, true));
    }

    @Test
    void aNewNameOrCodeLeavesTheTerritory() throws IOException {
        Lineage lineage = lineage("2012-01-01 t:A t:A, 2015-01-01 t:A t:B", "t:B");
        assertThat(lineage.ancestors("http://b/t/B", "http://e/Town", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/A", true, true, true));
        assertThat(lineage.key("http://b/t/A")).contains("A");
    }

    @Test
    void aPartThatComesOutChangesWhatItLeaves() throws IOException {
        Lineage lineage = lineage("2015-01-01 t:A t:A, 2015-01-01 t:A t:N", "t:A t:N");
        assertThat(lineage.ancestors("http://b/t/A", "http://e/Town", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/A", false, false, true));
        assertThat(lineage.ancestors("http://b/t/N", "http://e/Town", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/A", false, false, true));
    }

    @Test
    void aPartIsTheTownThatItWas() throws IOException {
        String changes = "2016-01-01 t:A t:N, 2016-01-01 t:A p:A, 2016-01-01 t:N t:N, 2016-01-01 t:N p:N";
        Lineage lineage = lineage(changes, "t:N p:A p:N");
        assertThat(lineage.ancestors("http://b/p/A", "http://e/Part", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/A", true, true, true));
        assertThat(lineage.ancestors("http://b/p/N", "http://e/Part", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/N", true, true, true));
        assertThat(lineage.ancestors("http://b/t/N", "http://e/Town", "2011-01-01"))
                .allMatch(ancestor -> !ancestor.isUnchanged() && ancestor.isWhole())
                .hasSize(2);
    }

    @Test
    void partsThatEndLeaveTheTerritoryOfTheTown() throws IOException {
        String changes = "2012-01-01 t:N t:N, 2012-01-01 t:N p:A, 2015-01-01 p:A t:N, 2015-01-01 p:B t:N";
        assertThat(lineage(changes, "t:N").ancestors("http://b/t/N", "http://e/Town", "2011-01-01"))
                .containsExactly(new Lineage.Ancestor("http://b/t/N", true, true, true));
    }

    @Test
    void whatHadEndedByThenWasNothing() throws IOException {
        assertThat(lineage("2000-01-01 t:A t:B", "t:B").ancestors("http://b/t/A", "http://e/FormerTown", "2011-01-01"))
                .isEmpty();
    }

    @Test
    void aChangeWithoutDayIsNone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("changes.nq"), """
                <http://b/c/1> <http://e/townAfter> <http://b/t/B> .
                <http://b/c/1> <http://e/townBefore> <http://b/t/A> .
                """);
        Files.writeString(folder.resolve("towns.nq"), town("t:B"));
        Lineage lineage = Lineage.read(declared(DECLARED), slug -> folder.resolve(slug + ".nq"));
        assertThat(lineage.successors("http://b/t/A", "1900-01-01").things()).containsExactly("http://b/t/A");
    }

    @Test
    void aDeclarationAtFaultIsRefusedAtItsLine() {
        assertThatThrownBy(() -> declared(DECLARED.replace("link:main true ; ", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("link:main");
        assertThatThrownBy(() -> declared(DECLARED.replace("link:until", "link:untill")))
                .hasMessageContaining("unknown property link:untill");
        assertThatThrownBy(() -> declared(DECLARED.replace("link:date <http://e/date> ;", "")))
                .hasMessageContaining("link:date");
    }

    private static Succession declared(String turtle) {
        InMemoryGraph graph = RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)),
                "links.ttl",
                Syntax.TURTLE,
                "http://b/");
        return Succession.in(graph, "changes").get(0);
    }

    private List<String> successors(String thing, String changes, String present) throws IOException {
        return lineage(changes, present).successors(iri(thing), "1900-01-01").things().stream()
                .map(LineageTest::written)
                .toList();
    }

    private List<String> statements(String changes, String present) throws IOException {
        List<String> statements = new ArrayList<>();
        new FormerThings(lineage(changes, present))
                .write(
                        quad -> statements.add(written(quad.subject().text()) + " "
                                + quad.predicate().value().replaceAll(".*[/#]", "") + " "
                                + written(quad.object().text())),
                        wanted -> Map.of(),
                        finding -> {});
        return statements;
    }

    /** {@return rule and thing of each finding, in their order; each is at the line of the change, which is its number here} */
    private List<String> findings(String changes, String present) throws IOException {
        List<Finding> findings = new ArrayList<>();
        new FormerThings(lineage(changes, present))
                .write(
                        quad -> {},
                        wanted -> {
                            Map<Quad, Place> rows = new HashMap<>();
                            wanted.forEach(quad -> rows.put(quad, new Place.InLine("changes.csv", 7)));
                            return rows;
                        },
                        findings::add);
        assertThat(findings).allMatch(finding -> finding.place().equals(new Place.InLine("changes.csv", 7)));
        return findings.stream()
                .map(finding ->
                        finding.rule() + " " + written(finding.problem().en().replaceAll("^<([^>]*)>.*", "$1")))
                .sorted()
                .toList();
    }

    private Lineage lineage(String changes, String present) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        int number = 0;
        for (String change : changes.isEmpty() ? new String[0] : changes.split(", ?")) {
            String[] words = change.strip().split(" ");
            String iri = "<http://b/c/%03d> ".formatted(number++);
            lines.add(iri + "<http://e/date> \"" + words[0] + "\"^^<http://www.w3.org/2001/XMLSchema#date> .");
            lines.add(iri + "<http://e/code> \"" + words[1].substring(2) + "\" .");
            lines.add(iri + "<http://e/" + kind(words[1]) + "Before> <" + iri(words[1]) + "> .");
            lines.add(iri + "<http://e/" + kind(words[2]) + "After> <" + iri(words[2]) + "> .");
        }
        Files.writeString(folder.resolve("changes.nq"), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        StringBuilder towns = new StringBuilder();
        for (String thing : new TreeSet<>(List.of(present.split(" ")))) {
            towns.append(town(thing));
        }
        Files.writeString(folder.resolve("towns.nq"), towns);
        return Lineage.read(declared(DECLARED), slug -> folder.resolve(slug + ".nq"));
    }

    private static String town(String thing) {
        return "<" + iri(thing) + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/"
                + (thing.startsWith("t") ? "Town" : "Part") + "> .\n";
    }

    private static String kind(String thing) {
        return thing.startsWith("t") ? "town" : "part";
    }

    private static String iri(String thing) {
        return "http://b/" + thing.replace(':', '/');
    }

    private static String written(String iri) {
        return iri.startsWith("http://b/")
                ? iri.substring("http://b/".length()).replace('/', ':')
                : iri.replaceAll("^http://e/", "");
    }
}
