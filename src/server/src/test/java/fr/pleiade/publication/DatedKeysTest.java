package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublicationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes of another day, by a dataset of changes: schools whose towns have merged since, and what the changes themselves get wrong. */
class DatedKeysTest {
    private static final String LINKS = """
            @prefix link: <https://w3id.org/pleiade/link#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            %s
            <dataset/schools#town> a link:Rule ; rdfs:label "town"@en ; link:subjectClass <http://e/School> ; link:key <http://e/town> ;
              link:predicate <http://e/inTown> ; link:required true ; %s
              link:target [ link:dataset "towns" ; link:class <http://e/Town> ; link:key <http://e/code> ] ,
                [ link:dataset "changes" ; link:class <http://e/FormerTown> ; link:key <http://e/code> ] ;
              link:elsewhere [ link:pattern "99" ; rdfs:label "another country"@en ] .
            """;

    private static final String RULE =
            "link:through <dataset/changes#s> ; link:asOf \"2011\" ; link:formerly <http://e/inFormerTown> ;";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
        site.file("mappings/changes/mapping.yml", """
                url: changes.csv
                prefixes: { e: "http://e/" }
                aboutUrl: "id/change/{day}-{from}-{to}"
                class: e:Change
                about:
                  title: { en: Changes }
                  description: { en: "What happened to the towns of the schools, invented for tests: which of them went into another, and on which day." }
                  licence: cc0-1.0
                  publisher: tests
                columns:
                  day: { as: e:date, type: date }
                  from: [ { as: e:codeBefore, type: code }, { as: e:before, valueUrl: "id/town/{from}" } ]
                  to: { as: e:after, valueUrl: "id/town/{to}" }
                  label: { as: rdfs:label, value: "{from} {to}" }
                """);
        site.file("mappings/changes/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <dataset/changes#s> a link:Succession ; link:date <http://e/date> ; link:key <http://e/codeBefore> ;
                  link:kind [ link:main true ; link:before <http://e/before> ; link:after <http://e/after> ;
                    link:class <http://e/FormerTown> ; link:target [ link:dataset "towns" ; link:class <http://e/Town> ] ] ;
                  link:copy [ link:from <http://e/codeBefore> ; link:to <http://e/code> ] ;
                  link:replacedBy <http://e/by> ; link:present <http://e/now> ; link:until <http://e/until> .
                """);
        site.file("ontology/more.ttl", """
                <http://e/Change> a <c> . <http://e/FormerTown> a <c> . <http://e/date> a <p> . <http://e/codeBefore> a <p> .
                <http://e/before> a <p> . <http://e/after> a <p> . <http://e/inFormerTown> a <p> .
                """);
        changes("2016-01-01,36,35\n2016-01-01,35,35\n");
        site.schools("id,name,town,sister\na,Alpha,36,\nb,Beta,35,\nc,Gamma,99,\nd,Delta,98,\n");
        rule("", RULE);
    }

    private void changes(String rows) {
        site.file("sources/changes.csv", "day,from,to\n" + rows);
    }

    private void rule(String more, String ofRule) {
        site.file("mappings/schools/links.ttl", LINKS.formatted(more, ofRule));
    }

    @Test
    void aKeyOfThenLeadsToWhatThatIsToday() {
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown")).containsExactly("id/town/35");
        assertThat(objects("id/school/a", "http://e/inFormerTown")).containsExactly("id/town/36");
        assertThat(objects("id/school/b", "http://e/inTown")).containsExactly("id/town/35");
        assertThat(objects("id/school/b", "http://e/inFormerTown")).isEmpty();
        assertThat(objects("id/town/36", "http://e/now")).containsExactly("id/town/35");
        assertThat(objects("id/town/36", "http://e/until")).containsExactly("2016-01-01");
    }

    @Test
    void eachKeyIsResolvedOrExplainedOrTold() {
        site.publish();
        assertThat(site.current().findings("schools"))
                .filteredOn(finding -> finding.rule().startsWith("link-"))
                .extracting(finding -> finding.rule() + " " + cell(finding))
                .containsExactlyInAnyOrder("link-superseded 2 36", "link-elsewhere 4 99", "link-missing 5 98");
    }

    @Test
    void aCodeOfAnotherSystemIsToldAtItsCellAndLeadsNowhere() {
        site.schools("id,name,town,sister\na,Alpha,130017270,\nb,Beta,35,\nc,Gamma,0352440Y,\n");
        site.publish();
        assertThat(site.current().findings("schools"))
                .filteredOn(finding -> finding.rule().startsWith("link-"))
                .extracting(finding -> finding.rule() + " " + cell(finding))
                .containsExactlyInAnyOrder("link-missing 2 130017270", "link-missing 4 0352440Y");
        assertThat(objects("id/school/a", "http://e/inTown")).isEmpty();
        assertThat(objects("id/school/c", "http://e/inTown")).isEmpty();
    }

    @Test
    void theDatasetMaySayOfWhichDayItsKeysAre() {
        rule("<dataset/schools> link:asOf \"2011-06\" .", "link:through <dataset/changes#s> ;");
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown")).containsExactly("id/town/35");
    }

    @Test
    void aRegisterThatIsMoreThanAYearOlderThanTheKeysIsTold() {
        site.file("sources/register.jsonl", "{\"id\":\"https://org.example/1\"}\n");
        String register =
                "<dataset/schools#r> a link:Register ; link:file \"register.jsonl\" ; link:record \"id\" ; link:asOf \"%s\" .";
        rule(register.formatted("2009-12-31"), RULE);
        site.publish();
        assertThat(rules("schools")).contains("register-old");
        rule(register.formatted("2010-12-31"), RULE);
        site.publish();
        assertThat(rules("schools")).doesNotContain("register-old");
    }

    @Test
    void whatMayBeSeveralIsToldAndNotLinked() {
        changes("2016-01-01,36,35\n2016-01-01,36,01\n2016-01-01,35,35\n2016-01-01,01,01\n");
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown")).isEmpty();
        assertThat(rules("schools")).contains("link-ambiguous");
        assertThat(rules("changes")).contains("succession-split");
    }

    @Test
    void aCircleASuccessorThatIsNowhereAndADayThatIsNoneAreToldAtTheirRows() {
        changes(
                "2016-01-01,36,37\n2016-01-01,37,36\n2016-01-01,40,41\n20222-01-01,50,35\n0000-00-00,51,35\n2016-01-01,01,35\n");
        site.publish();
        assertThat(site.current().findings("changes"))
                .filteredOn(finding -> finding.rule().startsWith("succession-")
                        || finding.rule().equals("date"))
                .extracting(finding -> finding.rule() + " " + cell(finding))
                .containsExactlyInAnyOrder(
                        "succession-circular 2 36",
                        "succession-circular 3 37",
                        "succession-unknown 4 40",
                        "date 5 20222-01-01",
                        "date 6 0000-00-00",
                        "succession-contradicted 7 01");
        assertThat(objects("id/school/a", "http://e/inTown")).isEmpty();
        assertThat(objects("id/town/40", "http://e/by")).isEmpty();
    }

    @Test
    void daysThatAreNoneAreToldAndWhatIsKnownOfAYearOnlyIsSaidOfIt() {
        changes("2024-02-30,36,35\n0000-01-01,37,35\n01/13/2016,38,35\n,39,35\n2016 ,40,35\n 2017-05-01 ,41,35\n");
        site.publish();
        assertThat(site.current().findings("changes"))
                .filteredOn(finding -> finding.rule().equals("date")
                        || finding.rule().equals("no-key")
                        || finding.rule().startsWith("succession-"))
                .extracting(finding -> finding.rule() + " " + finding.place().describe())
                .containsExactlyInAnyOrder(
                        "date changes.csv:2, column 'day', value '2024-02-30'",
                        "date changes.csv:3, column 'day', value '0000-01-01'",
                        "date changes.csv:4, column 'day', value '01/13/2016'",
                        "no-key changes.csv:2",
                        "no-key changes.csv:3",
                        "no-key changes.csv:4",
                        "no-key changes.csv:5");
        assertThat(objects("id/school/a", "http://e/inTown")).isEmpty();
        String until = "http://e/until";
        assertThat(site.current()
                        .describe(SmallSite.BASE + "id/town/40")
                        .objects(new Term.Iri(SmallSite.BASE + "id/town/40"), until))
                .containsExactly(Term.Literal.typed("2016", "http://www.w3.org/2001/XMLSchema#gYear"));
        assertThat(objects("id/town/41", until)).containsExactly("2017-05-01");
    }

    @Test
    void aChangeThatComesLaterIsHeeded() {
        changes("2016-01-01,35,35\n");
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown")).isEmpty();
        changes("2016-01-01,36,35\n2016-01-01,35,35\n");
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown")).containsExactly("id/town/35");
        site.towns("code,name\n01,Bourg\n35,Rennes\n36,Vezin\n");
        site.publish();
        assertThat(objects("id/school/a", "http://e/inTown"))
                .as("what the register has is not former")
                .containsExactly("id/town/36");
        assertThat(rules("changes")).containsExactly("succession-contradicted");
        assertThat(objects("id/town/36", "http://e/now")).isEmpty();
    }

    @Test
    void aRuleByNoSuccessionIsRefused() {
        rule("", RULE.replace("changes#s", "changes#t"));
        assertThatThrownBy(() -> site.publish())
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("dataset/changes#t")
                .hasMessageContaining("dataset/changes#s");
        rule("", "link:asOf \"2011\" ;");
        assertThatThrownBy(() -> site.publish()).hasMessageContaining("link:through");
        rule("", RULE.replace("2011", "20111"));
        assertThatThrownBy(() -> site.publish()).hasMessageContaining("not '20111'");
    }

    private static String cell(Finding finding) {
        return finding.place() instanceof Place.InCell cell ? cell.line() + " " + cell.value() : "-";
    }

    private List<String> rules(String slug) {
        return site.current().findings(slug).stream().map(Finding::rule).toList();
    }

    private List<String> objects(String thing, String property) {
        return site
                .current()
                .describe(SmallSite.BASE + thing)
                .objects(new Term.Iri(SmallSite.BASE + thing), property)
                .stream()
                .map(term -> term.text().replace(SmallSite.BASE, ""))
                .toList();
    }
}
