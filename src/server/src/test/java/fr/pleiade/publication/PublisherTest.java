package fr.pleiade.publication;

import static fr.pleiade.publication.SmallSite.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Stage;
import fr.pleiade.release.StateLock;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.store.Store;
import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
    }

    @Test
    void aSiteIsPublishedWithLinksAndFindings() {
        PublishReport report = site.publish();
        Release release = site.current();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(report.release()).isEqualTo(release.id()).matches("[0-9a-f]{12}");
        assertThat(release.graphs())
                .extracting(PublishedGraph::slug)
                .containsExactly("catalog", "schools", "towns", "vocab");
        assertThat(release.graph("schools").orElseThrow())
                .matches(g -> g.rows() == 3 && g.entities() == 3 && g.links() == 2);
        assertThat(release.describe(BASE + "id/school/a").triples())
                .contains(QuadLine.parse("<%1$sid/school/a> <http://e/inTown> <%1$sid/town/35> .".formatted(BASE)));
        assertThat(release.findings("schools"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("link-missing", "dangling-link");
        assertThat(report.findings(Severity.WARNING)).isEqualTo(2);
        assertThat(report.links().get("schools").get(0).linksByTarget()).isEqualTo(Map.of("towns", 2L));
    }

    @Test
    void aLinkToNothingNamesTheKeyThatWasMeant() {
        site.schools(
                "id,name,town,sister\nschool-1,Alpha,35,school-1\nschool-2,Beta,35,shcool-2\nschool-3,Gamma,35,x\n");
        site.publish();
        assertThat(site.current().findings("schools"))
                .extracting(finding ->
                        finding.place().describe() + " " + finding.problem().fr())
                .hasSize(2)
                .anyMatch(text -> text.contains("/shcool-2") && text.endsWith("; serait-ce « school-2 » ?"))
                .anyMatch(text -> text.contains("/x") && text.endsWith("mais rien ne le décrit"));
    }

    @Test
    void aKeyThatQuotesASeverityIsOneFindingMore() {
        site.schools("id,name,town,sister\na,Alpha,<http://www.w3.org/ns/shacl#resultSeverity>,a\n");
        PublishReport report = site.publish();
        assertThat(report.findings(Severity.WARNING)).isEqualTo(1);
        assertThat(site.current().findings("schools")).extracting(Finding::rule).containsExactly("link-missing");
    }

    @Test
    void theReleaseKeepsTheSiteAsItWas() {
        site.publish();
        Release before = site.current();
        site.file("mappings/towns/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix ex: <http://ex.example/> .
                <dataset/towns> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "Communes"@fr .
                """);
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().id()).isNotEqualTo(before.id());
        assertThat(title(site.current())).isEqualTo("Communes");
        assertThat(site.current().site().prefixes().shorten("http://ex.example/a"))
                .isEqualTo("ex:a");
        assertThat(title(before)).isEqualTo("towns");
        assertThat(before.site().prefixes().shorten("http://ex.example/a")).isEqualTo("http://ex.example/a");
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
    }

    private static String title(Release release) {
        return release.site().dataset("towns").orElseThrow().title().in(Locale.FRENCH);
    }

    @Test
    void theIndexHasWhatTheGraphsHave() {
        site.publish();
        Release release = site.current();
        try (Store store = Store.open(release.tdb2())) {
            for (PublishedGraph graph : release.graphs()) {
                assertThat(store.count(graph.iri())).as(graph.slug()).isEqualTo(graph.triples());
            }
        }
    }

    @Test
    void theCatalogueSaysWhatWasMadeOfWhat() {
        site.publish();
        InMemoryGraph catalog = site.current().catalog();
        Term schools = new Term.Iri(BASE + "dataset/schools");
        assertThat(catalog.objects(schools, Vocabulary.DCAT + "distribution")).hasSize(7);
        assertThat(catalog.object(schools, Vocabulary.VOID + "entities")
                        .orElseThrow()
                        .text())
                .isEqualTo("3");
        Term source =
                catalog.object(schools, Vocabulary.PROV + "wasDerivedFrom").orElseThrow();
        assertThat(new Description(catalog, source).value(Vocabulary.DCT + "title"))
                .contains("schools.csv");
        assertThat(new Description(catalog, source).sha256()).hasSize(64);
        Term linkset = catalog.object(schools, Vocabulary.VOID + "subset").orElseThrow();
        assertThat(new Description(catalog, linkset).count(Vocabulary.VOID + "triples"))
                .isEqualTo(2);
        assertThat(new Description(catalog, linkset).value(Vocabulary.VOID + "objectsTarget"))
                .contains(BASE + "dataset/towns");
    }

    @Test
    void vocabulariesArePublishedAndShapesAreNot() throws IOException {
        site.publish();
        try (Stream<String> lines = Files.lines(site.current().graphFile("vocab"))) {
            List<Quad> quads = lines.map(QuadLine::parse).toList();
            assertThat(quads).allMatch(q -> q.graph().equals(new Term.Iri(BASE + "vocab")));
            assertThat(quads)
                    .filteredOn(q -> !q.subject().text().startsWith(BASE + "vocab/quality")) // which every site has
                    .hasSize(9);
        }
    }

    @Test
    void nothingChangedIsSaidAndNothingIsDone() {
        String first = site.publish().release();
        PublishReport again = site.publish();
        assertThat(again.outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
        assertThat(again.release()).isEqualTo(first);
        assertThat(again.durations()).containsOnlyKeys(Stage.ACQUIRE);
        assertThat(again.links().get("schools").get(0).links()).isEqualTo(2);
    }

    @Test
    void whatIsMadeAnewIsTheSameRelease() {
        String first = site.publish().release();
        assertThat(site.publish(PublishOptions.USUAL.anew()).release()).isEqualTo(first);
        assertThat(Releases.in(site.state()).all()).hasSize(1);
    }

    @Test
    void aChangedSourceIsPublishedAndTheOtherGraphIsTakenOver() throws IOException {
        site.publish();
        Release before = site.current();
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        site.publish();
        Release after = site.current();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.describe(BASE + "id/school/a")
                        .contains(QuadLine.parse(
                                "<%1$sid/school/a> <http://e/inTown> <%1$sid/town/01> .".formatted(BASE))))
                .isTrue();
        assertThat(Files.getAttribute(after.graphFile("towns"), "unix:ino"))
                .isEqualTo(Files.getAttribute(before.graphFile("towns"), "unix:ino"));
        assertThat(Diff.between(before, after).graphs()).containsExactly("catalog", "schools");
    }

    /** That the index was patched is seen by its blank nodes: TDB2 names them when it loads them. */
    @Test
    void aPatchedIndexAnswersAsANewOne() throws IOException {
        site.schools(schools(400, ""));
        site.publish();
        Path before = site.current().tdb2();
        site.schools(schools(400, "!"));
        site.publish();
        Release patched = site.current();
        Path anew = folder.resolve("anew");
        new BulkLoad(
                        anew,
                        patched.graphs().stream()
                                .map(g -> patched.graphFile(g.slug()))
                                .toList(),
                        quads -> {})
                .run();
        String named = "SELECT * { GRAPH ?g { ?s ?p ?o FILTER(!isBlank(?s) && !isBlank(?o)) } } ORDER BY ?g ?s ?p ?o";
        assertThat(select(patched.tdb2(), named)).hasSizeGreaterThan(1600).isEqualTo(select(anew, named));
        String blank = "SELECT ?s { GRAPH ?g { ?s ?p ?o FILTER(isBlank(?s)) } } ORDER BY ?s";
        assertThat(select(patched.tdb2(), blank)).isNotEmpty().isEqualTo(select(before, blank));
    }

    private static List<Map<String, Term>> select(Path index, String query) {
        try (Store store = Store.open(index)) {
            return store.select(query, Map.of());
        }
    }

    private static String schools(int number, String change) {
        StringBuilder csv = new StringBuilder("id,name,town,sister\n");
        for (int i = 0; i < number; i++) {
            csv.append("s%d,School %d%s,%s,\n".formatted(i, i, i == 7 ? change : "", i % 2 == 0 ? "01" : "35"));
        }
        return csv.toString();
    }

    @Test
    void aChangedTargetIsLinkedAnew() {
        site.publish();
        site.towns("code,name\n01,Bourg\n35,Rennes\n99,Nowhere\n");
        assertThat(site.publish().links().get("schools").get(0).links()).isEqualTo(3);
    }

    @Test
    void theSameInputsGiveTheSameBytesElsewhere() throws IOException {
        site.publish();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Noumea"));
            SmallSite elsewhere = new SmallSite(folder.resolve("else/where"));
            elsewhere.publish();
            assertThat(elsewhere.current().id()).isEqualTo(site.current().id());
            for (PublishedGraph graph : site.current().graphs()) {
                assertThat(elsewhere.current().graphFile(graph.slug()))
                        .hasSameBinaryContentAs(site.current().graphFile(graph.slug()));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        site.schools(schools(5_000, ""));
        site.publish(PublishOptions.USUAL.onThreads(1));
        SmallSite other = new SmallSite(folder.resolve("other"));
        other.schools(schools(5_000, ""));
        other.publish(PublishOptions.USUAL.onThreads(2));
        assertThat(other.current().id()).isEqualTo(site.current().id());
        assertThat(other.current().graphFile("schools"))
                .hasSameBinaryContentAs(site.current().graphFile("schools"));
    }

    @Test
    void aRehearsalTellsWhatWouldBePublishedAndKeepsNothing() throws IOException {
        PublishReport rehearsal = site.publisher(PublishOptions.USUAL).rehearse(PublishObserver.NONE);
        assertThat(rehearsal.outcome()).isEqualTo(PublishReport.Outcome.REHEARSED);
        assertThat(Releases.in(site.state()).all()).isEmpty();
        try (Stream<Path> files = Files.list(site.state())) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("lock");
        }
        assertThat(site.publish().release()).isEqualTo(rehearsal.release());
    }

    @Test
    void onlyTheNamedDatasetIsMadeAndTheOtherIsMadeNextTime() {
        site.publish();
        site.towns("code,name\n01,Bourg\n35,Rennes\n99,Nowhere\n");
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        site.publish(PublishOptions.USUAL.only(Set.of("schools")));
        assertThat(site.current().graph("schools").orElseThrow().rows()).isEqualTo(1);
        assertThat(site.current().graph("towns").orElseThrow().rows()).isEqualTo(2);
        assertThat(site.current()
                        .catalog()
                        .objects(new Term.Iri(BASE + "dataset/towns"), Vocabulary.PROV + "wasDerivedFrom"))
                .isEmpty();
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().graph("towns").orElseThrow().rows()).isEqualTo(3);
        assertThatThrownBy(() -> site.publish(PublishOptions.USUAL.only(Set.of("villages"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingSourceIsNamedAndTheCurrentReleaseStays() throws IOException {
        String first = site.publish().release();
        Files.delete(site.sources().resolve("towns.csv"));
        assertThatThrownBy(() -> site.publish())
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT))
                .hasMessageContaining("towns/mapping.ttl")
                .hasMessageContaining("towns.csv");
        assertThat(site.current().id()).isEqualTo(first);
    }

    @Test
    void anExampleThatIsNoQueryIsNamed() {
        site.file("ontology/examples/names.rq", "# en: All names\nSELECT ?name { ?town }");
        assertThatThrownBy(() -> site.publish())
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT))
                .hasMessageContaining("ontology/examples/names.rq");
    }

    @Test
    void aNewExampleMakesANewRelease() {
        site.publish();
        site.file("ontology/examples/names.rq", "# en: All names\nSELECT ?name { ?town ?p ?name }");
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
    }

    @Test
    void aRaggedRowIsNamedWithItsLine() {
        site.schools("id,name,town,sister\na,Alpha,35\n");
        assertThatThrownBy(() -> site.publish()).isInstanceOfSatisfying(PublicationException.class, e -> {
            assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT);
            assertThat(e.place()).isEqualTo("schools.csv:2");
        });
    }

    @Test
    void aRuleThatLinksToAnUnknownDatasetIsRefused() {
        site.file("mappings/towns/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <#r> a link:Rule ; link:subjectClass <a:c> ; link:key <a:k> ; link:predicate <a:p> ;
                  link:target [ link:dataset "villages" ; link:class <a:c> ; link:key <a:k> ] .
                """);
        assertThatThrownBy(() -> site.publish())
                .hasMessageContaining("villages")
                .hasMessageContaining("name one of");
    }

    @Test
    void aRollbackMakesAnEarlierReleaseCurrentAndBuildsItsIndexAgain() {
        site.publish();
        Release first = site.current();
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        String second = site.publish().release();
        Releases releases = Releases.in(site.state());
        assertThat(releases.prune(1)).extracting(Release::id).containsExactly(first.id());
        assertThat(first.isWhole()).isFalse();
        assertThat(first.describe(BASE + "id/school/b").size()).isPositive();
        releases.makeCurrent(releases.previous());
        assertThat(site.current().id()).isEqualTo(first.id());
        assertThat(site.current().isWhole()).isTrue();
        assertThat(releases.prune(1)).extracting(Release::id).containsExactly(second);
    }

    @Test
    void aDamagedReleaseIsMadeAgain() throws IOException {
        String id = site.publish().release();
        Files.writeString(site.current().graphFile("schools"), "<a:b> <a:c> <a:d> .\n");
        PublishReport again = site.publish();
        assertThat(again.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(again.release()).isEqualTo(id);
        site.current().verify();
    }

    @Test
    void whatANewerVersionPublishedIsNotReplaced() throws IOException {
        site.publish();
        Path manifest = site.current().folder().resolve(ManifestDocument.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("rel:format \"3\"", "rel:format \"4\""));
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        assertThatThrownBy(() -> site.publish())
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void anAlteredFileIsNamedAndTheNewestSoundReleaseIsServed() throws IOException {
        site.publish();
        String first = site.current().id();
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        site.publish();
        Path file = site.current().graphFile("schools");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        List<String> problems = new ArrayList<>();
        assertThat(Releases.in(site.state()).toServe(e -> problems.add(String.valueOf(e.getMessage()))))
                .map(Release::id)
                .contains(first);
        assertThat(problems).singleElement().asString().contains("schools.nq: it was altered");
    }

    @Test
    void onlyOnePublicationIsAtWork() throws IOException {
        try (StateLock lock = StateLock.take(site.state(), "testing")) {
            assertThatThrownBy(() -> site.publish())
                    .isInstanceOfSatisfying(
                            PublicationException.class,
                            e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.ENVIRONMENT))
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ", testing since ");
        }
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
    }

    @Test
    void aStateFolderThatAPublicationMakesIsForItsOwnerOnly() throws IOException {
        site.publish();
        assertThat(Files.getPosixFilePermissions(site.state())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFileInPlaceOfTheStateFolderIsNamed() {
        site.file("state", "not a folder");
        assertThatThrownBy(() -> site.publish())
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.ENVIRONMENT))
                .hasMessageContaining("a file stands where a folder is to be");
    }

    @Test
    void whatAKilledPublicationLeftIsCleared() throws IOException {
        Path left = Files.createDirectories(site.state().resolve("building-123/graphs"));
        site.publish();
        assertThat(left).doesNotExist();
        try (Stream<Path> files = Files.list(site.state())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("current", "history.txt", "lock", "releases");
        }
    }

    @Test
    void everyStageIsSeenToBeginAdvanceAndEnd() {
        List<String> seen = new ArrayList<>();
        site.publisher(PublishOptions.USUAL).publish(new PublishObserver() {
            @Override
            public void begun(Stage stage) {
                seen.add(stage + " begun");
            }

            @Override
            public void progressed(Stage stage, String subject, double share) {
                assertThat(share).isBetween(0.0, 1.0);
            }

            @Override
            public void ended(Stage stage, Duration took) {
                seen.add(stage + " ended");
            }
        });
        List<String> expected = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            expected.add(stage + " begun");
            expected.add(stage + " ended");
        }
        assertThat(seen).isEqualTo(expected);
    }
}
