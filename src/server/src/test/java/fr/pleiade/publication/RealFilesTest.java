package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Publishes the real files with the mappings of this project. */
class RealFilesTest {
    @Test
    void theRealFilesArePublishedAndTheirLinksAreThere() {
        PublishReport report = RealFiles.published().report();
        LinkReport communes = report.links().get("etablissements").get(0);
        assertThat(communes.candidates()).isEqualTo(250);
        assertThat(communes.linksByTarget()).isEqualTo(Map.of("communes", 243L, "collectivites-outremer", 2L, "mouvements-communes", 0L));
        assertThat(RealFiles.published().release().findings("etablissements"))
                .filteredOn(f -> f.severity() == Severity.WARNING && f.rule().startsWith("link-"))
                .extracting(Finding::rule)
                .containsExactly("link-missing", "link-missing", "link-missing", "link-missing", "link-no-key");
        assertThat(report.findings(Severity.ERROR)).isZero();
    }

    /** What ROR says against the identities of the file; the list was made by another program out of the two files. */
    @Test
    void identitiesThatTheRegisterContradictsAreToldAndNotPublished() {
        Release release = RealFiles.published().release();
        assertThat(release.findings("etablissements"))
                .filteredOn(finding -> finding.rule().startsWith("identity-"))
                .extracting(finding ->
                        finding.rule() + " " + finding.problem().en().replaceAll("(?s)^<[^>]*/([^/>]*)>.*", "$1"))
                .containsExactlyInAnyOrder(
                        "identity-parent cZd69",
                        "identity-conflict 7zzqc",
                        "identity-conflict VaJ52",
                        "identity-conflict m7K6T",
                        "identity-inactive 06SE7",
                        "identity-inactive 1I7hJ",
                        "identity-inactive 7Mpgt",
                        "identity-inactive HAU8L",
                        "identity-inactive Lr94O",
                        "identity-inactive kYurK",
                        "identity-inactive m7K6T",
                        "identity-inactive tIJ02");
        assertThat(sameAs(release, "cZd69")).noneMatch(target -> target.contains("ror.org"));
        assertThat(sameAs(release, "m7K6T"))
                .anyMatch(target -> target.contains("ror.org"))
                .noneMatch(target -> target.contains("isni.org"));
    }

    @Test
    void noTwoThingsAreTheSameByWhatTheyAreTheSameAs() {
        Release release = RealFiles.published().release();
        Map<String, String> clusters = new HashMap<>();
        for (PublishedGraph graph : release.graphs()) {
            RdfReader.read(release.graphFile(graph.slug()), release.base(), quad -> {
                if (quad.predicate().value().equals(Vocabulary.OWL + "sameAs")) {
                    String one = root(clusters, quad.subject().text());
                    String other = root(clusters, quad.object().text());
                    clusters.put(one.compareTo(other) < 0 ? other : one, one.compareTo(other) < 0 ? one : other);
                }
            });
        }
        Map<String, Set<String>> things = new TreeMap<>();
        clusters.keySet().stream()
                .filter(thing -> thing.startsWith(release.base()))
                .forEach(thing -> things.computeIfAbsent(root(clusters, thing), r -> new TreeSet<>())
                        .add(thing));
        assertThat(things).hasSizeGreaterThan(200);
        assertThat(things.values()).allMatch(cluster -> cluster.size() == 1);
    }

    private static String root(Map<String, String> clusters, String thing) {
        String root = thing;
        for (String next = clusters.get(root); next != null && !next.equals(root); next = clusters.get(root)) {
            root = next;
        }
        clusters.putIfAbsent(thing, root);
        return root;
    }

    private static List<String> sameAs(Release release, String key) {
        return release
                .find(release.base() + "id/etablissement/" + key)
                .graph()
                .objects(new Term.Iri(release.base() + "id/etablissement/" + key), Vocabulary.OWL + "sameAs")
                .stream()
                .map(Term::text)
                .toList();
    }
}
