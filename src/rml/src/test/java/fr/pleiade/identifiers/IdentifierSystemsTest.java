package fr.pleiade.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Text;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations of identifier systems, right and wrong. */
class IdentifierSystemsTest {
    private static final String PREFIXES = """
            @prefix ids: <https://w3id.org/pleiade/identifier#> .
            @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            """;

    @Test
    void aSystemNeedsANotationAndAPattern() {
        IdentifierSystems systems =
                read("<http://e/s> a ids:System ; skos:notation \"s\" ; schema:valuePattern \"[0-9]+\" .");
        assertThat(systems.slugs()).containsExactly("s");
        CodeReader reader = new CodeReader(systems.named("http://e/s").orElseThrow());
        assertThat(reader.read(" 12 ").isValid()).isTrue();
        assertThat(reader.explanation("x").en())
                .as("the form once")
                .isEqualTo("'x' is not a valid identifier of s: expected [0-9]+");
    }

    @Test
    void anExplanationSaysTheFormOnceWhereTheCheckFails() {
        IdentifierSystems systems = read("""
                <http://e/s> a ids:System ; skos:notation "s" ; schema:valuePattern "[0-9]+" ; ids:check <http://e/s#check> .
                <http://e/s#check> ids:algorithm "Luhn" .
                """);
        Text explanation = new CodeReader(systems.named("http://e/s").orElseThrow()).explanation("10");
        assertThat(explanation.en())
                .isEqualTo(
                        "'10' is not a valid identifier of s: expected [0-9]+; '10' has that form, but the check fails"
                                + " (Luhn); it would hold for 18");
        assertThat(explanation.fr())
                .isEqualTo(
                        "« 10 » n'est pas un identifiant valide de s ; attendu : [0-9]+ ; « 10 » a cette forme, mais la"
                                + " clé est fausse (Luhn) ; elle serait juste pour 18");
    }

    @Test
    void aSystemOfAnotherCountryNeedsNoJava() {
        IdentifierSystems systems = read("""
                <http://e/ust> a ids:System ; skos:notation "ust-idnr" ; skos:prefLabel "USt-IdNr."@de ;
                  schema:valuePattern "DE[0-9]{9}" ; ids:letters "upper" ; ids:ignored " " ;
                  ids:spelling "([0-9]{9}) => DE$1" ; ids:check <http://e/ust#check> .
                <http://e/ust#check> ids:algorithm "ISO 7064 MOD 11-10" .
                """);
        assertThat(new CodeReader(systems.named("ust-idnr").orElseThrow())
                        .read("de 136 695 976")
                        .code())
                .isEqualTo("DE136695976");
    }

    /** Another publisher's system has all the forms that are not its own affair, by its notation, labels and addresses alone. */
    @ParameterizedTest
    @CsvSource({
        "AB-12",
        "ab\u201312",
        "Club card: AB12",
        "Ausweis Nr. AB12",
        "card-no AB12",
        "urn:card-no:AB12",
        "https://www.club.example:8443/cards/42/AB12.html?lang=de#top",
        "http://club.example/show?lang=de&card=ab12&x=1",
        "urn:x-club:ab-12"
    })
    void aDeclaredSystemHasTheFormsOfAll(String spelling) {
        IdentifierSystems systems = read("""
                <http://e/card> a ids:System ; skos:notation "card-no" ; skos:prefLabel "Club card"@en ;
                  schema:valuePattern "AB[0-9]{2}" ; ids:letters "upper" ; ids:ignored "-" ; ids:prefix "Ausweis Nr" ;
                  ids:address "club.example/cards/*/{code}.html" , "club.example/show?card={code}" , "urn:x-club:{code}" .
                """);
        assertThat(new CodeReader(systems.systems().get(0)).read(spelling))
                .isEqualTo(new Reading("AB12", Reading.State.VALID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "skos:notation \"s\" | <http://schema.org/valuePattern> is missing in <http://e/s>",
                "schema:valuePattern \"x\" | core#notation> is missing",
                "skos:notation \"S S\" ; schema:valuePattern \"x\" | 'S S' is no notation",
                "skos:notation \"s\" ; schema:valuePattern \"[\" | '[' is no regular expression",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:spelling \"x\" | expected a pattern and what it becomes",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:template \"http://e/\" | expected an address with one {code}",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:prefix \" \" | expected a name that stands before codes",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:letters \"big\" | expected upper or lower",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:colour \"red\" | is no property of identifier systems",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:check [ ids:algorithm \"Verhoeff\" ] | 'Verhoeff' is no algorithm that is known",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:check [ ids:algorithm \"Luhn\" ; ids:alphabet \"00\" ] | each once",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:check [ ids:algorithm \"digit sum\" ] | modulus> is missing",
                "skos:notation \"s\" ; schema:valuePattern \"x\" ; ids:check [ ids:algorithm \"weighted remainder\" ; ids:modulus 7 ; ids:weights \"1 b\" ] | 'b' is no whole number"
            })
    void aFaultIsRefusedAtItsLine(String properties, String problem) {
        assertThatThrownBy(() -> read("<http://e/s> a ids:System ; " + properties + " ."))
                .isInstanceOf(SystemsException.class)
                .hasMessageStartingWith("systems.ttl:4: ")
                .hasMessageContaining(problem);
    }

    @Test
    void twoSystemsHaveNotOneNotation() {
        assertThatThrownBy(() -> read("""
                <http://e/a> a ids:System ; skos:notation "s" ; schema:valuePattern "x" .
                <http://e/b> a ids:System ; skos:notation "s" ; schema:valuePattern "x" .
                """)).hasMessageContaining("the notation 's' is that of <http://e/a> already");
    }

    @Test
    void systemsGoToAnotherProcess() throws IOException, ClassNotFoundException {
        IdentifierSystems systems =
                IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://example.org/");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(systems);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(systems);
        }
    }

    private static IdentifierSystems read(String turtle) {
        byte[] bytes = (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8);
        return IdentifierSystems.of(
                RdfReader.readGraph(new ByteArrayInputStream(bytes), "systems.ttl", Syntax.TURTLE, "http://e/"),
                "systems.ttl");
    }
}
