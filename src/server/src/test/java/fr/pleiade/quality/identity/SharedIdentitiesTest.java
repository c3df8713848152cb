package fr.pleiade.quality.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedIdentitiesTest {
    private static final String SYSTEMS = """
            @prefix ids: <https://w3id.org/pleiade/identifier#> . @prefix link: <https://w3id.org/pleiade/link#> .
            @prefix schema: <http://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <s/ror> a ids:System ; skos:notation "ror" ; schema:valuePattern "0[a-z0-9]{6}[0-9]{2}" ; ids:letters "lower" ;
              ids:template "https://ror.org/{code}" .
            <s/uai> a ids:System ; skos:notation "uai" ; schema:valuePattern "[0-9]{7}[A-Z]" ; ids:ignored " " ; ids:letters "upper" .
            <s/siren> a ids:System ; skos:notation "siren" ; schema:valuePattern "[0-9]{9}" ; ids:shared true ;
              ids:template "https://siren.example/{code}" .
            <s/commune> a ids:System ; skos:notation "commune" ; schema:valuePattern "[0-9]{5}" ; link:key <code> ; link:class <Commune> .
            """;
    private static final String PREFIXES = """
            @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix adms: <http://www.w3.org/ns/adms#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            """;

    @TempDir
    Path folder;

    private final List<String> withheld = new ArrayList<>();

    @Test
    void twoThingsThatAreTheSameAsAThirdAreToldAndBothLinksWithheld() throws IOException {
        List<Finding> findings =
                findings("<a> owl:sameAs <https://x.example/1> . <b> owl:sameAs <https://x.example/1> .");
        assertThat(findings).extracting(Finding::rule).containsExactly("shared-identity");
        assertThat(findings.get(0).place()).isEqualTo(new Place.OfThing("http://e/b", ""));
        assertThat(findings.get(0).problem().en())
                .contains("https://x.example/1", "<http://e/a>", "<http://e/b>", "owl:sameAs");
        assertThat(withheld)
                .containsExactly(
                        "<http://e/a> <http://www.w3.org/2002/07/owl#sameAs> <https://x.example/1> <http://e/g> .",
                        "<http://e/b> <http://www.w3.org/2002/07/owl#sameAs> <https://x.example/1> <http://e/g> .");
    }

    @Test
    void ofThreeThingsEachLaterOneIsTold() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs <x:1> . <b> owl:sameAs <x:1> . <c> owl:sameAs <x:1> . <d> owl:sameAs <x:2> ."))
                .extracting(Finding::place)
                .containsExactly(new Place.OfThing("http://e/b", ""), new Place.OfThing("http://e/c", ""));
        assertThat(withheld).hasSize(3);
    }

    @Test
    void twoSpellingsOfOneAddressAreOneTarget() throws IOException {
        assertThat(
                        findings(
                                "<a> owl:sameAs <https://ror.org/02evec030> . <b> owl:sameAs <http://www.ror.org/02EVEC030/> ."))
                .hasSize(1);
        assertThat(withheld).hasSize(2);
    }

    @Test
    void twoIdentifiersWithOneCodeAreTold() throws IOException {
        List<Finding> findings = findings(identifier("a", "uai", "0751717J") + identifier("b", "uai", "075 1717j"));
        assertThat(findings).extracting(Finding::rule).containsExactly("shared-identity");
        assertThat(findings.get(0).problem().en()).contains("uai 0751717J").doesNotContain("sameAs");
        assertThat(withheld).isEmpty();
    }

    @Test
    void oneIdentifierOfTwoThingsIsTold() throws IOException {
        assertThat(findings("<a> adms:identifier <i> . <b> adms:identifier <i> ."
                        + " <i> skos:notation \"0751717J\" ; skos:inScheme <s/uai> ."))
                .hasSize(1);
    }

    @Test
    void aCodeAndALinkToItsAddressAreOneIdentifier() throws IOException {
        List<Finding> findings =
                findings(identifier("a", "ror", "02evec030") + "<b> owl:sameAs <https://ror.org/02evec030> .");
        assertThat(findings).hasSize(1);
        assertThat(withheld).hasSize(1);
        withheld.clear();
        assertThat(findings(identifier("a", "ror", "02evec030") + identifier("b", "ror", "02evec030")
                        + "<a> owl:sameAs <https://ror.org/02evec030> . <b> owl:sameAs <https://ror.org/02evec030> ."))
                .as("one finding, though code and link both say it")
                .hasSize(1);
        assertThat(withheld).hasSize(2);
    }

    @Test
    void whatIsDeclaredToBeSharedIsNotTold() throws IOException {
        assertThat(findings(identifier("a", "siren", "130017270") + identifier("b", "siren", "130017270")
                        + "<a> owl:sameAs <https://siren.example/130017270> ."
                        + "<b> owl:sameAs <https://siren.example/130017270> ."))
                .isEmpty();
        assertThat(withheld).isEmpty();
    }

    @Test
    void oneCodeInTwoSystemsIsTwoIdentifiers() throws IOException {
        assertThat(findings(identifier("a", "uai", "0751717J") + identifier("b", "rne", "0751717J")))
                .isEmpty();
    }

    @Test
    void oneThingMayBeIdentifiedTwiceAndItsPartsAreItself() throws IOException {
        assertThat(findings("<a> owl:sameAs <https://ror.org/02evec030> , <http://ror.org/02evec030> ."
                        + " <a#site> owl:sameAs <https://ror.org/02evec030> ."
                        + identifier("a", "ror", "02evec030") + identifier("a", "uai", "0751717J")))
                .isEmpty();
    }

    @Test
    void theCodesOfAPropertyCountForTheClassesOfTheirSystem() throws IOException {
        assertThat(findings("<a> a <Commune> ; <code> \"35238\" . <b> a <Commune> ; <code> \"35238\" ."))
                .hasSize(1);
        assertThat(findings("<a> a <Commune> ; <code> \"35238\" . <b> a <School> ; <code> \"35238\" ."))
                .isEmpty();
    }

    @Test
    void ofVeryManyAllAreTold() throws IOException {
        String graph = IntStream.range(0, 12_000)
                .mapToObj(i -> "<a%1$d> owl:sameAs <x:%1$d> . <b%1$d> owl:sameAs <x:%1$d> .".formatted(i))
                .collect(Collectors.joining("\n"));
        assertThat(findings(graph)).hasSize(12_000);
        assertThat(withheld).hasSize(24_000);
    }

    @Test
    void aGraphWithoutIdentifiersNeedNotBeRead() {
        SharedIdentities shared = shared();
        assertThat(shared.concerns(List.of("http://e/name"))).isFalse();
        assertThat(shared.concerns(List.of("http://e/name", "http://e/code"))).isTrue();
        assertThat(shared.concerns(List.of("http://www.w3.org/2002/07/owl#sameAs")))
                .isTrue();
        assertThat(shared.concerns(List.of("http://www.w3.org/ns/adms#identifier")))
                .isTrue();
    }

    private static String identifier(String thing, String system, String code) {
        return "<%1$s> adms:identifier <%1$s#%2$s> . <%1$s#%2$s> skos:notation \"%3$s\" ; skos:inScheme <s/%2$s> .\n"
                .formatted(thing, system, code);
    }

    private SharedIdentities shared() {
        try {
            Path file = Files.writeString(folder.resolve("systems.ttl"), SYSTEMS);
            InMemoryGraph declarations = RdfReader.readGraph(file, "http://e/");
            IdentifierSystems systems = IdentifierSystems.of(declarations, "systems.ttl");
            return new SharedIdentities(systems, KeyProperty.of(systems, declarations), folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Finding> findings(String turtle) throws IOException {
        Path file = Files.writeString(folder.resolve("graph.ttl"), PREFIXES + turtle);
        Path graph = Files.write(
                folder.resolve("graph.nq"),
                RdfReader.readGraph(file, "http://e/").triples().stream()
                        .map(quad -> quad.in(new fr.pleiade.rdf.Term.Iri("http://e/g"))
                                .toNQuads())
                        .sorted()
                        .toList());
        List<Finding> findings = new ArrayList<>();
        try (LineSorter links = new LineSorter(folder, 1 << 20)) {
            long many = shared().find(graph, triples -> Map.of(), links, findings::add);
            links.drain((bytes, from, to) ->
                    withheld.add(new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8)));
            assertThat(many).isEqualTo(withheld.size());
        }
        return findings;
    }
}
