package fr.pleiade.quality.stars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quality.stars.Figures.Method;
import fr.pleiade.quality.stars.Figures.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarCountTest {
    static final String SYSTEMS = """
            @prefix ids: <https://w3id.org/pleiade/identifier#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix schema: <http://schema.org/> .
            <ror> a ids:System ; skos:notation "ror" ; skos:prefLabel "ROR"@en , "ROR"@fr ;
              schema:valuePattern "0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}" ; ids:letters "lower" ;
              ids:template "https://ror.org/{code}" ; ids:check <ror#check> .
            <ror#check> ids:algorithm "ISO 7064 MOD 97-10" ; ids:alphabet "0123456789abcdefghjkmnpqrstvwxyz" ; ids:radix 32 .
            <wikidata> a ids:System ; skos:notation "wikidata" ; skos:prefLabel "Wikidata"@en , "Wikidata"@fr ;
              schema:valuePattern "Q[1-9][0-9]*" ; ids:template "http://www.wikidata.org/entity/{code}" .
            <idref> a ids:System ; skos:notation "idref" ; skos:prefLabel "IdRef"@en , "IdRef"@fr ;
              schema:valuePattern "[0-9]{8}[0-9X]" ; ids:template "http://www.idref.fr/{code}/id" .
            """;
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    @TempDir
    private Path folder;

    @Test
    void thingsTheirPartsAndWhatHasNoAddressAreCountedOnceEach() throws IOException {
        Figures figures = counted("""
                <http://s/dataset/x> <http://e/p> "y" .
                <http://s/id/town/a#part> <http://e/p> "x" .
                <http://s/id/town/a-b> <http://e/p> "x" .
                <http://s/id/town/a> <http://e/p> "x" .
                <http://s/id/town/a> <http://e/q> "x" .
                _:b <http://e/p> "x" .
                _:b <http://e/q> "x" .
                _:c <http://e/p> "x" .
                """, Map.of());
        assertThat(figures).isEqualTo(new Figures(3, 1, 3, 2, 0, List.of()));
    }

    @Test
    void aThingAtTheAddressThatItsRegisterGivesItIsCountedApart() throws IOException {
        Figures figures = counted("""
                <http://www.wikidata.org/entity/Q1> <http://e/p> "x" .
                <http://www.wikidata.org/entity/q1> <http://e/p> "no code" .
                <http://www.wikidata.org/wiki/Q1> <http://e/p> "a page" .
                <https://other.example/1> <http://e/p> "of nobody" .
                <https://ror.org/05f82e368> <http://e/p> "x" .
                <https://ror.org/05f82e368> <http://e/q> "x" .
                <https://ror.org/05f82e369> <http://e/p> "a wrong check digit" .
                """, Map.of());
        assertThat(figures.borrowed()).isEqualTo(2);
        assertThat(figures.minted()).isZero();
    }

    @Test
    void anAddressThatBrowsersCannotAskForIsNotAddressable() throws IOException {
        Figures figures = counted("""
                <http://s/id/town/..> <http://e/p> "x" .
                <http://s/id/town/../b#part> <http://e/p> "x" .
                <http://s/id/town/b> <http://e/p> "x" .
                """, Map.of());
        assertThat(figures.minted()).isEqualTo(3);
        assertThat(figures.addressable()).isEqualTo(1);
    }

    @Test
    void distinctTargetsAreCountedByRegisterOrElseByHost() throws IOException {
        Figures figures = counted("""
                <http://s/id/a> <http://e/same> <http://idref.fr/02636817X/id> .
                <http://s/id/a> <http://e/same> <http://www.wikidata.org/entity/Q1> .
                <http://s/id/a> <http://e/same> <http://www.wikidata.org/entity/q2> .
                <http://s/id/a> <http://e/same> <http://www.wikidata.org/wiki/Q3> .
                <http://s/id/a> <http://e/same> <https://ror.org/05f82e368> .
                <http://s/id/b> <http://e/near> <https://ror.org/05f82e368> .
                <http://s/id/b> <http://e/same> <http://Other.example/1> .
                <http://s/id/b> <http://e/same> <https://other.example> .
                <http://s/id/b> <http://e/same> <https://ror.org/05f82e369> .
                """, Map.of());
        assertThat(figures.publishers())
                .containsExactly(
                        new Publisher("other.example", both("other.example"), 2, 0, Method.NONE),
                        new Publisher("ror", both("ROR"), 2, 1, Method.CHECKED),
                        new Publisher("wikidata", both("Wikidata"), 2, 1, Method.FORM),
                        new Publisher("idref", both("IdRef"), 1, 1, Method.FORM),
                        new Publisher("wikidata.org", both("wikidata.org"), 1, 0, Method.NONE));
        assertThat(figures.targets()).isEqualTo(8);
        assertThat(figures.verified()).isEqualTo(3);
    }

    @Test
    void classesLiteralsOwnAddressesAndOtherSchemesAreNoOutgoingLinks() throws IOException {
        Figures figures = counted("""
                <http://s/id/a> %s <http://e/Town> .
                <http://s/id/a> <http://e/p> "http://literal.example/" .
                <http://s/id/a> <http://e/p> <http://s/id/b> .
                <http://s/id/a> <http://e/p> <mailto:a@b.example> .
                <http://s/id/a> <http://e/p> <urn:x:y> .
                """.formatted(TYPE), Map.of());
        assertThat(figures.publishers()).isEmpty();
    }

    @Test
    void webPagesAreCountedApart() throws IOException {
        Figures figures = counted("""
                <http://s/id/a> <http://schema.org/url> <https://a.example/> .
                <http://s/id/a> <http://xmlns.com/foaf/0.1/homepage> <https://a.example/> .
                <http://s/id/b> <http://xmlns.com/foaf/0.1/homepage> <https://b.example/> .
                """, Map.of());
        assertThat(figures).isEqualTo(new Figures(2, 0, 2, 0, 2, List.of()));
    }

    @Test
    void whatLinkRulesFoundInAFileOfItsPublisherIsVerified() throws IOException {
        String graph = """
                <http://s/id/a> <http://e/same> <http://register.example/1> .
                <http://s/id/b> <http://e/same> <http://register.example/1> .
                <http://s/id/c> <http://e/same> <http://register.example/2> .
                """;
        assertThat(counted(graph, Map.of("http://e/same", 3L)).publishers())
                .containsExactly(new Publisher("register.example", both("register.example"), 2, 2, Method.FOUND));
    }

    @Test
    void whatTheMappingWritesWithAPropertyOfLinkRulesWasFoundNowhere() throws IOException {
        String graph = """
                <http://s/id/a> <http://e/same> <http://register.example/1> .
                <http://s/id/b> <http://e/same> <http://register.example/invented> .
                """;
        assertThat(counted(graph, Map.of("http://e/same", 1L)).publishers())
                .containsExactly(new Publisher("register.example", both("register.example"), 2, 0, Method.NONE));
    }

    @Test
    void manyTargetsAreCountedExactly() throws IOException {
        StringBuilder graph = new StringBuilder();
        for (int i = 10_000; i < 15_000; i++) {
            graph.append("<http://s/id/%1$d> <http://e/same> <http://r.example/%1$d> .\n".formatted(i));
            graph.append("<http://s/id/%1$d> <http://e/same> <http://r.example/%2$d> .\n".formatted(i, i / 10));
        }
        assertThat(counted(graph.toString(), Map.of()).targets()).isEqualTo(5_500);
    }

    private Figures counted(String graph, Map<String, Long> found) throws IOException {
        Path systems = Files.writeString(folder.resolve("systems.ttl"), SYSTEMS);
        Path file = Files.writeString(folder.resolve("g.nt"), graph);
        StarCount count = new StarCount("http://s/", IdentifierSystems.read(systems, "http://s/"), found);
        try (LineReader lines = new LineReader(file)) {
            while (lines.next()) {
                count.line(lines.quad());
            }
        }
        return count.result();
    }

    private static Text both(String name) {
        return new Text(name, name);
    }
}
