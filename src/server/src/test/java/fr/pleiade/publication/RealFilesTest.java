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
import java.util.ArrayDeque;
import java.util.Deque;
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
        assertThat(communes.linksByTarget())
                .isEqualTo(Map.of("communes", 243L, "collectivites-outremer", 2L, "mouvements-communes", 0L));
        assertThat(RealFiles.published().release().findings("etablissements"))
                .filteredOn(f -> f.rule().startsWith("link-"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "link-elsewhere", "link-elsewhere", "link-elsewhere", "link-elsewhere", "link-no-key");
        assertThat(report.findings(Severity.ERROR)).isZero();
    }

    /** The numbers were counted by another program out of the two files, following each movement by hand-written rules of its own. */
    @Test
    void everyFormerCodeLeadsToWhatItIsToday() {
        Release release = RealFiles.published().release();
        Map<String, Set<String>> said = new TreeMap<>();
        Set<String> described = new TreeSet<>();
        RdfReader.read(release.graphFile("mouvements-communes"), release.base(), quad -> {
            String property = quad.predicate().value().replaceAll(".*[/#]", "");
            if (Set.of("jusquAu", "territoireActuel", "isReplacedBy").contains(property)) {
                said.computeIfAbsent(property, p -> new TreeSet<>())
                        .add(quad.subject().text() + " " + quad.object().text());
            }
        });
        said.getOrDefault("jusquAu", Set.of()).forEach(end -> described.add(end.substring(0, end.indexOf(' '))));
        assertThat(described).hasSize(5101);
        assertThat(said.get("territoireActuel"))
                .hasSize(5091)
                .contains(
                        RealFiles.BASE + "id/commune/14513 " + RealFiles.BASE + "id/commune/50592",
                        RealFiles.BASE + "id/commune/49144 " + RealFiles.BASE + "id/commune/44180",
                        RealFiles.BASE + "id/commune/09036 " + RealFiles.BASE + "id/commune/09306");
        Map<String, Set<String>> next = new TreeMap<>();
        said.get("isReplacedBy")
                .forEach(step -> next.computeIfAbsent(step.substring(0, step.indexOf(' ')), s -> new TreeSet<>())
                        .add(step.substring(step.indexOf(' ') + 1)));
        assertThat(next.keySet()).isEqualTo(described);
        for (String former : described) {
            assertThat(ends(former, next, described)).as(former).isNotEmpty();
        }
        System.out.printf(
                "former codes of the movements: %d, of which %d lead to one thing of today, all by a chain%n",
                described.size(), said.get("territoireActuel").size());
        assertThat(release.findings("mouvements-communes"))
                .filteredOn(finding -> finding.rule().startsWith("succession-"))
                .hasSize(10)
                .allMatch(finding -> finding.rule().equals("succession-split"));
    }

    /** {@return where the chain of what replaced a thing comes out, none of it former} */
    private static Set<String> ends(String former, Map<String, Set<String>> next, Set<String> described) {
        Set<String> ends = new TreeSet<>();
        Set<String> seen = new TreeSet<>(Set.of(former));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String successor : next.getOrDefault(open.remove(), Set.of())) {
                if (!described.contains(successor)) {
                    ends.add(successor);
                } else if (seen.add(successor)) {
                    open.add(successor);
                }
            }
        }
        return ends;
    }

    /** The codes of communes that the files of places themselves give: seats, and the communes of which others are parts. */
    @Test
    void everyCommuneCodeOfTheFilesOfPlacesLeadsToACommune() {
        Release release = RealFiles.published().release();
        Set<String> coded = new TreeSet<>();
        Set<String> linked = new TreeSet<>();
        for (String slug : List.of("communes", "departements", "regions", "arrondissements")) {
            RdfReader.read(release.graphFile(slug), release.base(), quad -> {
                String property = quad.predicate().value().replaceAll(".*[/#]", "");
                String subject = quad.subject().text();
                if (Set.of("codeChefLieu", "codeCommuneParente").contains(property)) {
                    coded.add(subject + " " + quad.object().text());
                } else if (Set.of("prefecture", "prefectureDeRegion", "sousPrefecture", "subdivisionDirecteDe")
                        .contains(property)) {
                    linked.add(subject + " " + quad.object().text().replaceAll(".*/", ""));
                }
            });
        }
        System.out.printf("commune codes of the files of places: %d%n", coded.size());
        assertThat(coded).hasSize(101 + 18 + 333 + 45 + 2081 + 483).allMatch(linked::contains);
    }

    /** The six départements are those between which the file has a movement since 2011. */
    @Test
    void whatIsTheSameTerritoryAsIn2011IsSaidByTheMovements() {
        Release release = RealFiles.published().release();
        assertThat(matches(release, "departements", "closeMatch"))
                .extracting(match -> match.replaceAll(".*/", ""))
                .containsExactly("02", "14", "44", "49", "50", "51");
        assertThat(matches(release, "departements", "exactMatch")).hasSize(94);
        Set<String> communes = matches(release, "communes", "exactMatch");
        assertThat(communes)
                .contains(
                        "id/commune-deleguee/01015 http://id.insee.fr/geo/commune/01015",
                        "id/commune-deleguee/01340 http://id.insee.fr/geo/commune/01340",
                        "id/commune/35238 http://id.insee.fr/geo/commune/35238")
                .noneMatch(match -> match.startsWith("id/commune/01015 "));
        assertThat(matches(release, "communes", "replaces"))
                .contains(
                        "id/commune/01015 http://id.insee.fr/geo/commune/01015",
                        "id/commune/01015 http://id.insee.fr/geo/commune/01340");
        assertThat(matches(release, "communes", "closeMatch")).isEmpty();
    }

    private static Set<String> matches(Release release, String slug, String property) {
        Set<String> matches = new TreeSet<>();
        RdfReader.read(release.graphFile(slug), release.base(), quad -> {
            if (quad.predicate().value().matches(".*[/#]" + property)) {
                matches.add(quad.subject().text().replace(RealFiles.BASE, "") + " "
                        + quad.object().text());
            }
        });
        return matches;
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
