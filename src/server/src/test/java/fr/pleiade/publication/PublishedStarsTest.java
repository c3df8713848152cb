package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Figures;
import fr.pleiade.quality.stars.Step;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedStarsTest {
    private static final String DQV = "http://www.w3.org/ns/dqv#";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void site() {
        site = new SmallSite(folder);
    }

    @Test
    void theReleaseKeepsTheStarsOfEachDataset() {
        site.publish();
        Map<String, Audit> audits = site.current().audits();
        assertThat(audits).containsOnlyKeys("schools", "towns");
        assertThat(audits.values()).allSatisfy(audit -> {
            assertThat(audit.total()).isEqualTo(4);
            assertThat(audit.next().orElseThrow().step()).isEqualTo(Step.LINKS);
        });
        assertThat(audits.get("towns").figures()).isEqualTo(new Figures(2, 0, 2, 0, 0, List.of()));
        assertThat(audits.get("schools").figures()).isEqualTo(new Figures(3, 0, 3, 0, 0, List.of()));
    }

    @Test
    void whatLeadsNowhereIsSaidWithTheFourthStar() {
        site.publish();
        assertThat(english(site.current().audits().get("schools"), Step.ADDRESSES))
                .anySatisfy(line -> assertThat(line).startsWith("1 addresses of this site to which it leads")); // zz
        assertThat(english(site.current().audits().get("towns"), Step.ADDRESSES))
                .noneSatisfy(line -> assertThat(line).contains("described nowhere"));
    }

    @Test
    void theCatalogueSaysTheSameFiguresByMetricsThatAreDescribed() {
        site.publish();
        Release release = site.current();
        InMemoryGraph catalog = release.catalog();
        InMemoryGraph vocabulary = release.graphContent("vocab");
        Term dataset = new Term.Iri(SmallSite.BASE + "dataset/schools");
        Map<String, String> values = new HashMap<>();
        for (Term measurement : catalog.objects(dataset, DQV + "hasQualityMeasurement")) {
            Term metric = catalog.object(measurement, DQV + "isMeasurementOf").orElseThrow();
            assertThat(vocabulary.objects(metric, Vocabulary.RDF + "type"))
                    .as(metric.text())
                    .contains(new Term.Iri(DQV + "Metric"));
            assertThat(catalog.object(measurement, DQV + "computedOn")).contains(dataset);
            values.put(
                    metric.text(),
                    catalog.object(measurement, DQV + "value").orElseThrow().text());
        }
        String metrics = SmallSite.BASE + "vocab/quality#";
        assertThat(values)
                .isEqualTo(Map.of(
                        metrics + "stars", "4",
                        metrics + "minted", "3",
                        metrics + "dereferenceable", "3",
                        metrics + "targets", "0",
                        metrics + "verifiedTargets", "0"));
    }

    @Test
    void aDatasetThatIsTakenOverHasItsStarsAgain() {
        site.publish();
        Audit before = site.current().audits().get("towns");
        site.schools("id,name,town,sister\na,Alpha,35,\n");
        site.publish();
        assertThat(site.current().audits().get("towns")).isEqualTo(before);
        assertThat(site.current().audits().get("schools").figures().minted()).isEqualTo(1);
    }

    @Test
    void theReportOfAPublicationHasThemAndOfOneThatChangesNothingToo() {
        List<Audit> made = site.publish().audits();
        assertThat(made).extracting(Audit::slug).containsExactly("schools", "towns");
        PublishReport again = site.publish();
        assertThat(again.outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
        assertThat(again.audits()).isEqualTo(made);
    }

    @Test
    void theSampleLeadsToRegistersThatAreVerified() {
        Site sample = Site.read(Path.of("mappings"), Path.of("ontology"), "https://data.example.org/");
        Path state = folder.resolve("state-of-the-sample");
        new Publisher(sample, Path.of("data"), state).publish(PublishObserver.NONE);
        Map<String, Audit> audits = Releases.in(state).current().orElseThrow().audits();
        assertThat(audits.get("etablissements").total()).isEqualTo(5);
        assertThat(audits.get("etablissements").figures().publishers())
                .extracting(Figures.Publisher::key)
                .contains("ror", "wikidata", "idref", "isni");
        assertThat(audits.get("communes").figures().publishers())
                .extracting(Figures.Publisher::key, Figures.Publisher::method)
                .contains(tuple("id.insee.fr", Figures.Method.FOUND));
    }

    private static List<String> english(Audit audit, Step step) {
        return audit.stars().get(step.ordinal()).evidence().stream()
                .map(Text::en)
                .toList();
    }
}
