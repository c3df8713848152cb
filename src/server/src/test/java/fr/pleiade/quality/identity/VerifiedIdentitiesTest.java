package fr.pleiade.quality.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of a register say against the identities of a dataset. */
class VerifiedIdentitiesTest {
    private static final String SYSTEMS = """
            @prefix ids: <https://w3id.org/pleiade/identifier#> . @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <s/org> a ids:System ; skos:notation "org" ; schema:valuePattern "[0-9]+" ; ids:template "https://org.example/{code}" .
            <s/name> a ids:System ; skos:notation "name" ; schema:valuePattern "[A-Z][0-9]+" ; ids:ignored " " ;
              ids:template "https://name.example/{code}" .
            <s/fund> a ids:System ; skos:notation "fund" ; schema:valuePattern "[0-9]+" ;
              ids:template "http://fund.example/{code}" ; ids:match skos:exactMatch .
            <s/item> a ids:System ; skos:notation "item" ; schema:valuePattern "Q[0-9]+" ;
              ids:template "http://item.example/{code}" .
            """;
    private static final String REGISTER = """
            @prefix link: <https://w3id.org/pleiade/link#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <#register> a link:Register ; rdfs:label "Register"@en , "Registre"@fr ; link:file "records.jsonl" ; link:record "id" ;
              link:name "names[].value" , "name" ; link:place "places[].name" ; link:status "status" ; link:inactive "inactive" ;
              link:parent "relations[type=parent].id" ; link:successor "relations[type=successor].id" ;
              link:identifier [ link:system "name" ; link:code "ids[type=name].all[]" , "ids.NAME.all" ] ,
                [ link:system "item" ; link:code "ids[type=item].all[]" ] , [ link:system "fund" ; link:code "ids[type=fund].all[]" ] ;
              link:label "names[types=label].value" , "name" .
            """;
    private static final String PREFIXES = """
            @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix locn: <http://www.w3.org/ns/locn#> . @prefix adms: <http://www.w3.org/ns/adms#> .
            """;
    private static final String ONE = "<https://org.example/1>";

    @TempDir
    Path folder;

    private final List<String> withheld = new ArrayList<>();
    private final List<String> stated = new ArrayList<>();

    @Test
    void aNameThatIsTheSameConfirms() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs " + ONE + " ; skos:prefLabel 'École d’été'@fr .",
                        "{'id':'https://org.example/1','names':[{'value':'Ecole d\\'Ete'}],'status':'active'}"))
                .isEmpty();
        assertThat(withheld).isEmpty();
    }

    @Test
    void anIdentifierThatDiffersIsToldAndItsOwnLinkWithheld() throws IOException {
        List<Finding> findings = findings(
                "<a> owl:sameAs " + ONE + " , <https://name.example/A1> ; skos:prefLabel 'One' .",
                "{'id':'https://org.example/1','name':'One','ids':{'NAME':{'all':'B 2'}}}");
        assertThat(findings).extracting(Finding::rule).containsExactly("identity-conflict");
        assertThat(findings.get(0).problem().en())
                .isEqualTo(
                        "<http://e/a> is said to be the same as <https://name.example/A1>, but <https://org.example/1>, which it"
                                + " is too, gives <https://name.example/B2> in Register: the owl:sameAs is not published");
        assertThat(findings.get(0).problem().fr()).contains("donne <https://name.example/B2> dans Registre");
        assertThat(withheld).containsExactly("<https://name.example/A1>");
    }

    @Test
    void oneCodeOfSeveralIsEnough() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs " + ONE + " , <https://name.example/A1> ; skos:prefLabel 'Another' .",
                        "{'id':'https://org.example/1','name':'One','ids':[{'type':'Name','all':['B2','A1']}]}"))
                .isEmpty();
    }

    @Test
    void anotherNameAndAnotherIdentifierAreAConflict() throws IOException {
        List<Finding> findings = findings(
                "<a> owl:sameAs " + ONE + " , <https://name.example/A1> ; skos:prefLabel 'Another' .",
                "{'id':'https://org.example/1','name':'One','ids':[{'type':'name','all':['B2']}]}");
        assertThat(findings).extracting(Finding::rule).containsExactly("identity-conflict");
        assertThat(findings.get(0).problem().en())
                .contains("<https://name.example/B2> instead of <https://name.example/A1>");
        assertThat(withheld).containsExactly(ONE);
    }

    @Test
    void asManyThatAgreeAsThatDifferDoNotConfirm() throws IOException {
        assertThat(
                        findings(
                                "<a> owl:sameAs " + ONE + " , <https://name.example/A1> , <http://item.example/Q1> ;"
                                        + " skos:prefLabel 'Group One' .",
                                "{'id':'https://org.example/1','name':'One','ids':[{'type':'name','all':['B2']},"
                                        + "{'type':'item','all':['Q1']}],'relations':[{'type':'Parent','id':'https://org.example/9'}]}"))
                .extracting(Finding::rule)
                .containsExactly("identity-parent");
        assertThat(withheld).containsExactly(ONE);
    }

    @Test
    void aPartOfTheSameNameIsToldByWhatItsParentBears() throws IOException {
        List<Finding> findings = findings(
                "<a> owl:sameAs " + ONE + " , <https://name.example/A1> ; skos:prefLabel 'One' .",
                "{'id':'https://org.example/1','name':'One','ids':[{'type':'name','all':['B2']}],"
                        + "'relations':[{'type':'parent','id':'https://org.example/9'}]}",
                "{'id':'https://org.example/9','name':'One','ids':[{'type':'name','all':['A1']}]}");
        assertThat(findings).extracting(Finding::rule).containsExactly("identity-parent");
        assertThat(findings.get(0).problem().en()).contains("a part of <https://org.example/9>");
        assertThat(withheld).containsExactly(ONE);
    }

    @Test
    void neitherNameNorPlaceNorIdentifierIsAConflict() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs " + ONE
                                + " ; skos:prefLabel 'Another' . <a#at> locn:postName 'THERE CEDEX 5' .",
                        "{'id':'https://org.example/1','name':'One','places':[{'name':'Here'}]}"))
                .extracting(Finding::rule)
                .containsExactly("identity-conflict");
        assertThat(withheld).containsExactly(ONE);
        withheld.clear();
        assertThat(findings(
                        "<a> owl:sameAs " + ONE + " ; skos:prefLabel 'Another' . <a#at> locn:postName 'HERE CEDEX 5' .",
                        "{'id':'https://org.example/1','name':'One','places':[{'name':'Here'}]}"))
                .as("it was renamed, perhaps")
                .isEmpty();
    }

    @Test
    void whatExistsNoMoreIsToldWithItsSuccessorAndStays() throws IOException {
        List<Finding> findings = findings(
                "<a> owl:sameAs " + ONE + " ; skos:prefLabel 'One' .",
                "{'id':'https://org.example/1','name':'One','status':'inactive',"
                        + "'relations':[{'type':'successor','id':'https://org.example/2'}]}");
        assertThat(findings).extracting(Finding::rule).containsExactly("identity-inactive");
        assertThat(findings.get(0).problem().en())
                .endsWith("exists no more, and is followed by <https://org.example/2>, but has no record of"
                        + " <https://org.example/2>");
        assertThat(withheld).isEmpty();
    }

    private static final String INACTIVE =
            "{'id':'https://org.example/1','name':'One','status':'inactive','relations':[%s]}";

    @Test
    void aSuccessorIsToldAsTheRegisterHasIt() throws IOException {
        String two = "{'type':'successor','id':'https://org.example/2'}";
        String three = "{'type':'Successor','id':'https://org.example/3'}";
        assertThat(inactive(INACTIVE.formatted(two), "{'id':'https://org.example/2','name':'Two','status':'active'}"))
                .endsWith("and is followed by <https://org.example/2>");
        assertThat(inactive(INACTIVE.formatted(""))).endsWith("exists no more");
        assertThat(inactive(
                        INACTIVE.formatted(two + "," + three),
                        "{'id':'https://org.example/2','name':'Two'}",
                        "{'id':'https://org.example/3','name':'Three'}"))
                .endsWith("<https://org.example/2>, <https://org.example/3>: which of them it may be, nobody says");
        assertThat(inactive(
                        INACTIVE.formatted(two),
                        "{'id':'https://org.example/2','name':'Two','status':'inactive','relations':[" + three + "]}",
                        "{'id':'https://org.example/3','name':'Three','status':'inactive',"
                                + "'relations':[{'type':'successor','id':'https://org.example/1'}]}"))
                .endsWith("and is followed by <https://org.example/2>, which leads back to it");
    }

    private String inactive(String... records) throws IOException {
        stated.clear();
        List<Finding> findings = findings("<a> owl:sameAs " + ONE + " ; skos:prefLabel 'One' .", records);
        assertThat(findings).extracting(Finding::rule).containsExactly("identity-inactive");
        assertThat(findings.get(0).problem().fr()).contains("n'existe plus");
        return findings.get(0).problem().en();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-31, 2023-02-01, true",
        "2022-01-31, 2023-01-31, false",
        "2022-01, 2023-02-01, true",
        "2022-01, 2023-01-31, false",
        "2022, 2024, true",
        "2022, 2023-12-31, false",
        "2026-06-23, 2023-04-01, false",
        "'', 2023-04-01, false",
        "2020, '', false"
    })
    void aRegisterIsOldThatIsOfMoreThanAYearBefore(String asOf, String day, boolean isOlder) {
        Register register =
                new Register("http://e/r", new Text("R", "R"), "r.jsonl", asOf, Map.of(), Map.of(), Set.of());
        assertThat(register.isOlderThan(day)).isEqualTo(isOlder);
    }

    @Test
    void howALinkWasVerifiedIsSaidOfItsCode() throws IOException {
        assertThat(
                        findings(
                                "<a> owl:sameAs " + ONE + " , <https://name.example/A1> , <http://item.example/Q1> ;"
                                        + " skos:prefLabel 'One' ; adms:identifier <a#o> , <a#n> , <a#i> . <a#at> locn:postName 'HERE 5' ."
                                        + " <a#o> skos:notation '1' ; skos:inScheme <s/org> . <a#n> skos:notation 'A1' ; skos:inScheme <s/name> ."
                                        + " <a#i> skos:notation 'Q1' ; skos:inScheme <s/item> .",
                                "{'id':'https://org.example/1','names':[{'value':'1','types':['alias']},{'value':'One','types':['label','x']}],"
                                        + "'status':'active','places':[{'name':'Here'}],'ids':[{'type':'name','all':['A 1']}]}"))
                .isEmpty();
        assertThat(stated)
                .containsExactly(
                        "<http://e/a#n> <http://purl.org/dc/terms/source> <https://org.example/1>",
                        "<http://e/a#n> <https://w3id.org/pleiade/link#verifiedBy> <http://e/dataset/d#register>",
                        "<http://e/a#o> <https://w3id.org/pleiade/link#agrees> <http://e/s/name>",
                        "<http://e/a#o> <https://w3id.org/pleiade/link#agrees> <https://w3id.org/pleiade/link#name>",
                        "<http://e/a#o> <https://w3id.org/pleiade/link#agrees> <https://w3id.org/pleiade/link#place>",
                        "<http://e/a#o> <https://w3id.org/pleiade/link#verifiedBy> <http://e/dataset/d#register>",
                        "<https://org.example/1> <http://www.w3.org/2000/01/rdf-schema#label> \"One\"",
                        "<https://org.example/1> <https://w3id.org/pleiade/link#recordStatus> \"active\"");
    }

    @Test
    void successionsOfRecordsAreStatedToTheirEnd() throws IOException {
        findings(
                "<a> owl:sameAs " + ONE + " ; skos:prefLabel 'One' .",
                "{'id':'https://org.example/1','name':'One','status':'inactive','relations':[{'type':'successor','id':'https://org.example/2'}]}",
                "{'id':'https://org.example/2','name':'Two','status':'inactive',"
                        + "'relations':[{'type':'Successor','id':'https://org.example/1'},{'type':'Successor','id':'https://org.example/3'}]}");
        assertThat(stated)
                .as("a circle ends, and what is not held is named")
                .contains(
                        "<https://org.example/1> <http://purl.org/dc/terms/isReplacedBy> <https://org.example/2>",
                        "<https://org.example/2> <http://purl.org/dc/terms/replaces> <https://org.example/1>",
                        "<https://org.example/2> <http://purl.org/dc/terms/isReplacedBy> <https://org.example/3>",
                        "<https://org.example/2> <http://www.w3.org/2000/01/rdf-schema#label> \"Two\"")
                .noneMatch(line -> line.startsWith("<https://org.example/3> <http://www.w3.org/2000"));
    }

    @Test
    void aLinkByTheSystemsOwnPropertyIsComparedToo() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs " + ONE
                                + " ; skos:exactMatch <http://fund.example/7> , <http://elsewhere.example/7> ;"
                                + " skos:prefLabel 'One' .",
                        "{'id':'https://org.example/1','name':'One','ids':[{'type':'fund','all':['8']}]}"))
                .extracting(Finding::rule)
                .containsExactly("identity-conflict");
        assertThat(withheld).containsExactly("<http://fund.example/7>");
    }

    @Test
    void whatContradictsIsNotVerified() throws IOException {
        findings(
                "<a> owl:sameAs " + ONE
                        + " , <https://name.example/A1> ; skos:prefLabel 'Another' ; adms:identifier <a#o> ."
                        + " <a#o> skos:notation '1' ; skos:inScheme <s/org> .",
                "{'id':'https://org.example/1','name':'One','ids':[{'type':'name','all':['B2']}]}");
        assertThat(stated).isEmpty();
    }

    @Test
    void whatTheRegisterDoesNotHaveIsNotToldNorWhatItLeavesOpen() throws IOException {
        assertThat(findings(
                        "<a> owl:sameAs " + ONE + " , <https://name.example/A1> ; skos:prefLabel 'One' .",
                        "{'id':'https://org.example/2','name':'Two'}"))
                .isEmpty();
        assertThat(findings("<a> owl:sameAs " + ONE + " .", "{'id':'https://org.example/1'}", "", "{'id':null}"))
                .isEmpty();
    }

    @Test
    void aLineThatIsNoJsonIsToldWithItsNumber() {
        assertThatThrownBy(() -> findings("<a> owl:sameAs " + ONE + " .", "{'id':'https://org.example/1'}", "{'id':"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("records.jsonl:2: a JSON object was expected");
    }

    @Test
    void declarationsThatAreNotUnderstoodAreRefused() {
        assertThatThrownBy(() -> register(REGISTER.replace("link:record \"id\" ;", "")))
                .hasMessageContaining("link:record");
        assertThatThrownBy(() -> register(REGISTER.replace("link:name", "link:nam")))
                .hasMessageContaining("unknown property link:nam");
        assertThatThrownBy(() -> register(REGISTER.replace("names[].value", "names[.value")))
                .hasMessageContaining("'names[.value' is no path");
    }

    private static InMemoryGraph graph(String turtle, String base) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)), "test.ttl", Syntax.TURTLE, base);
    }

    private static Register register(String turtle) {
        return Register.in(graph(turtle, "http://e/dataset/d")).get(0);
    }

    private List<Finding> findings(String said, String... records) throws IOException {
        Path file = folder.resolve("records.jsonl");
        Files.writeString(
                file,
                String.join("\n", records)
                        .replace("\\'", "\u0000")
                        .replace('\'', '"')
                        .replace('\u0000', '\''));
        InMemoryGraph graph = graph(PREFIXES + said, "http://e/");
        Path quads = folder.resolve("graph.nq");
        Files.writeString(
                quads,
                graph.triples().stream()
                        .map(quad -> quad.toNQuads().replaceAll(" \\.$", " <http://e/g> .") + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
        IdentifierSystems systems = IdentifierSystems.of(graph(SYSTEMS, "http://e/"), "systems.ttl");
        List<Finding> findings = new ArrayList<>();
        try (LineSorter lines = new LineSorter(folder, 1 << 16);
                LineSorter statements = new LineSorter(folder, 1 << 16)) {
            VerifiedIdentities.Found found = new VerifiedIdentities(register(REGISTER), file, systems)
                    .find(quads, wanted -> Map.of(), lines, statements, findings::add);
            statements.drain((bytes, from, to) -> stated.add(
                    new String(bytes, from, to - from, StandardCharsets.UTF_8).replace(" <http://e/g> .", "")));
            assertThat(found.stated()).isGreaterThanOrEqualTo(stated.size());
            lines.drain((bytes, from, to) ->
                    withheld.add(new String(bytes, from, to - from, StandardCharsets.UTF_8).split(" ")[2]));
        }
        return findings;
    }
}
