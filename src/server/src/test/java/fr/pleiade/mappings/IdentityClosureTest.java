package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.RealFiles;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows from the identities of the real files, alone and with those of ROR's records. */
class IdentityClosureTest {
    private static final String SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
    private static final String LINK = "https://w3id.org/pleiade/link#";

    private final Map<String, String> parents = new HashMap<>();

    @Test
    void noTwoThingsOfTheSiteAreOne() {
        Release release = RealFiles.published().release();
        Map<String, Integer> links = new TreeMap<>();
        release.graphs().stream()
                .map(PublishedGraph::slug)
                .forEach(slug -> RdfReader.read(release.graphFile(slug), release.base(), quad -> {
                    if (quad.predicate().value().equals(SAME_AS)) {
                        join(quad.subject().text(), quad.object().text());
                        links.merge(quad.object().text().replaceFirst("(//[^/]+/).*", "$1"), 1, Integer::sum);
                    }
                }));
        System.out.println("identities of the real files: " + links);
        assertThat(links.keySet())
                .containsExactlyInAnyOrder(
                        "http://www.wikidata.org/",
                        "https://ror.org/",
                        "http://www.idref.fr/",
                        "http://www.grid.ac/",
                        "http://isni.org/");
        assertThat(localClusters(release.base())).isEmpty();
    }

    /** Counted anew from ROR's file, by a reader of the test's own. */
    @Test
    void noPublishedIdentityContradictsTheRecordThatItLeadsTo() throws IOException {
        Release release = RealFiles.published().release();
        Map<String, Set<String>> same = new HashMap<>();
        Set<String> verified = new TreeSet<>();
        RdfReader.read(release.graphFile("etablissements"), release.base(), quad -> {
            if (quad.predicate().value().equals(SAME_AS)) {
                same.computeIfAbsent(quad.subject().text(), s -> new TreeSet<>())
                        .add(quad.object().text());
            } else if (quad.predicate().value().equals(LINK + "verifiedBy")) {
                verified.add(quad.subject().text());
            }
        });
        Map<String, Map<String, Set<String>>> records = records();
        List<String> conflicts = new ArrayList<>();
        int[] compared = new int[1];
        same.forEach((thing, targets) -> targets.stream()
                .filter(records::containsKey)
                .forEach(record -> records.get(record).forEach((register, codes) -> {
                    Set<String> ours = new TreeSet<>();
                    targets.stream()
                            .filter(target -> target.startsWith(register))
                            .forEach(ours::add);
                    compared[0] += ours.size();
                    if (!ours.isEmpty() && !codes.isEmpty() && ours.stream().noneMatch(codes::contains)) {
                        conflicts.add(thing + ": " + ours + " and " + codes);
                    }
                })));
        System.out.printf(
                "identities compared with ROR's records: %d codes, %d contradicted, %d identifiers verified%n",
                compared[0], conflicts.size(), verified.size());
        assertThat(conflicts).isEmpty();
        assertThat(compared[0]).isGreaterThan(400);
        assertThat(verified).hasSizeGreaterThan(600);
    }

    /** By what the IRIs of each register begin with, those that a record gives. */
    private static Map<String, Map<String, Set<String>>> records() throws IOException {
        Map<String, Map<String, Set<String>>> records = new HashMap<>();
        for (String line : Files.readAllLines(Needed.shared("data").resolve(Path.of("ror", "ror-records-fr.jsonl")))) {
            JsonNode record = JsonMapper.shared().readTree(line);
            Map<String, Set<String>> codes = new HashMap<>();
            JsonNode external = record.path("external_ids");
            if (external.isArray()) {
                external.valueStream()
                        .forEach(one -> add(codes, one.path("type").asString(""), one.path("all")));
            } else {
                external.propertyStream()
                        .forEach(one -> add(codes, one.getKey(), one.getValue().path("all")));
            }
            records.put(record.path("id").asString(""), codes);
        }
        return records;
    }

    private static void add(Map<String, Set<String>> codes, String type, JsonNode all) {
        String begins = Map.of(
                        "isni", "http://isni.org/isni/",
                        "grid", "http://www.grid.ac/institutes/",
                        "wikidata", "http://www.wikidata.org/entity/")
                .getOrDefault(type.toLowerCase(java.util.Locale.ROOT), "");
        if (!begins.isEmpty()) {
            Set<String> iris = codes.computeIfAbsent(begins, b -> new TreeSet<>());
            (all.isArray() ? all.valueStream().toList() : List.of(all))
                    .forEach(code -> iris.add(begins + code.asString("").replace(" ", "")));
        }
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String iri) {
        String at = iri;
        while (!parents.getOrDefault(at, at).equals(at)) {
            at = parents.get(at);
        }
        return at;
    }

    private List<Set<String>> localClusters(String base) {
        Map<String, Set<String>> clusters = new TreeMap<>();
        Set<String> all = new TreeSet<>(parents.keySet());
        all.addAll(parents.values());
        all.stream()
                .filter(iri -> iri.startsWith(base + "id/"))
                .forEach(iri -> clusters.computeIfAbsent(root(iri), r -> new TreeSet<>())
                        .add(iri));
        return clusters.values().stream().filter(local -> local.size() > 1).toList();
    }
}
