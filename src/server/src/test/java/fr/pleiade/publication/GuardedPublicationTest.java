package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Verdict;
import fr.pleiade.release.Building;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a publication refuses to lose of the current release, and what its owner may accept. */
class GuardedPublicationTest {
    private static final PublishOptions USUAL = PublishOptions.USUAL;

    @TempDir
    Path folder;

    private SmallSite site;
    private String first;

    @BeforeEach
    void publish() {
        site = new SmallSite(folder);
        towns(20);
        first = guarded(USUAL).release();
        assertThat(site.current().id()).isEqualTo(first);
    }

    @Test
    void rowsThatAreGoneAreRefusedUntilTheLossIsAccepted() {
        towns(15);
        PublishReport refused = guarded(USUAL);
        assertThat(refused.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(rules(refused.verdict())).contains("rows-lost", "things-lost");
        assertThat(site.current().id()).isEqualTo(first);
        PublishReport accepted = guarded(USUAL.acceptingLosses(Set.of("towns")));
        assertThat(accepted.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().findings("towns")).extracting(Finding::rule).contains("loss-accepted");
    }

    @Test
    void whatIsForcedIsGuardedToo() {
        towns(15);
        assertThat(guarded(USUAL.anew()).outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
    }

    @Test
    void aTenthMayGo() {
        towns(18);
        assertThat(guarded(USUAL).outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
    }

    @Test
    void theDatasetSaysHowMuchMayGo() {
        site.file("mappings/towns/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/towns> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "towns"@en ; <https://w3id.org/pleiade/gate#acceptableLoss> 0.5 .
                """);
        towns(12);
        assertThat(guarded(USUAL).outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
    }

    @Test
    void keysThatHaveLostTheirZerosAreLostThingsThoughTheirNumberStays() {
        site.towns(rows(20).replace("\n0", "\n"));
        assertThat(rules(guarded(USUAL).verdict())).contains("things-lost");
    }

    @Test
    void aColumnThatIsEmptyNowIsLostValues() {
        site.towns(rows(20).replaceAll(",Ville [0-9]+", ","));
        assertThat(rules(guarded(USUAL).verdict())).contains("values-lost");
    }

    @Test
    void aDatasetThatIsGoneIsRefusedUntilTheLossIsAccepted() throws IOException {
        Building.delete(folder.resolve("mappings/schools"));
        PublishReport refused = guarded(USUAL);
        assertThat(refused.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(rules(refused.verdict())).containsExactly("dataset-gone");
        assertThat(guarded(USUAL.acceptingLosses(Set.of("schools"))).outcome())
                .isEqualTo(PublishReport.Outcome.PUBLISHED);
    }

    @Test
    void aHeaderWithoutRowsIsRefusedEvenIfTheLossIsAccepted() {
        site.towns("code,name\n");
        PublishReport refused = guarded(USUAL.acceptingLosses(Set.of("towns", "schools")));
        assertThat(refused.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(rules(refused.verdict())).contains("no-rows");
    }

    @Test
    void anotherBaseIsRefusedUntilItIsMeant() {
        PublishReport refused = moved(USUAL);
        assertThat(refused.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(rules(refused.verdict())).containsExactly("base-moved");
        assertThat(site.current().id()).isEqualTo(first);
        assertThat(moved(USUAL.movingBase()).outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().base()).isEqualTo("https://elsewhere.example/");
    }

    @Test
    void aCheckSaysTheSameAndLocksNothing() {
        towns(15);
        PublishReport checked = site.publisherThatGuards(USUAL).check(PublishObserver.NONE);
        assertThat(rules(checked.verdict())).contains("rows-lost", "things-lost");
        assertThat(site.current().id()).isEqualTo(first);
    }

    private PublishReport moved(PublishOptions options) {
        Site elsewhere =
                Site.read(folder.resolve("mappings"), folder.resolve("ontology"), "https://elsewhere.example/");
        return new Publisher(elsewhere, site.sources(), site.state(), options).publish(PublishObserver.NONE);
    }

    private PublishReport guarded(PublishOptions options) {
        return site.publisherThatGuards(options).publish(PublishObserver.NONE);
    }

    private static Set<String> rules(Verdict verdict) {
        return verdict.groups().stream()
                .filter(group -> group.severity() == Severity.ERROR)
                .map(FindingGroup::rule)
                .collect(Collectors.toSet());
    }

    private void towns(int number) {
        site.towns(rows(number));
    }

    private static String rows(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj("%1$02d,Ville %1$d\n"::formatted)
                .collect(Collectors.joining("", "code,name\n", ""));
    }
}
