package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that read the codes of declared identifier systems, called by a mapping. */
class CodeFunctionTest {
    private final MappingRun mapping = new MappingRun();

    @BeforeEach
    void source() {
        mapping.file("a.csv", "id,system,code\n1,region,R53\n2,siren,130 017 270\n3,siren,130017271\n4,bar,x1\n");
    }

    @Test
    void aCodeIsWrittenInItsCanonicalForm() {
        assertThat(mapping.lines(mapping.simple(code("rml:inputValue \"region\""))))
                .containsExactly("<http://example.org/1> <http://e/p> \"53\" .");
    }

    @Test
    void theSystemMayBeThatOfTheRow() {
        assertThat(mapping.lines(mapping.simple(code("rml:inputValueMap [ rml:reference \"system\" ]"))))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"53\" .",
                        "<http://example.org/2> <http://e/p> \"130017270\" .");
        List<Finding> findings = mapping.findings();
        assertThat(findings).extracting(Finding::rule).containsExactly("code", "code");
        assertThat(findings.get(0).describe()).contains("a.csv:4").contains("the check fails (Luhn)");
        assertThat(findings.get(1).describe()).contains("'bar' is no identifier system: known are academie, commune");
    }

    @Test
    void aSystemThatIsNotDeclaredIsRefusedAtItsLine() {
        assertThat(mapping.errors(mapping.simple(code("rml:inputValue \"sirene\""))))
                .singleElement()
                .asString()
                .contains("mapping.ttl:12: ")
                .contains("fn:system is 'sirene' (did you mean 'siren'?), expected one of academie, commune, ")
                .contains(", siren, siret, uai, ");
    }

    /** The words of findings are kept in releases and compared between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "siren | '130017271' is not a valid SIREN: expected 9 digits with a valid check digit | « 130017271 » n'est pas un SIREN valide ; attendu : 9 chiffres dont la clé est juste",
                "siret | '130017271' is not a valid SIRET: expected 14 digits with a valid check digit | « 130017271 » n'est pas un SIRET valide ; attendu : 14 chiffres dont la clé est juste",
                "luhn | '130017271' is not a valid LUHN: expected digits with a valid Luhn check digit | « 130017271 » n'est pas un LUHN valide ; attendu : des chiffres dont la clé de Luhn est juste",
                "uai | '130017271' is not a valid UAI: expected 7 digits and their check letter | « 130017271 » n'est pas un UAI valide ; attendu : 7 chiffres et leur lettre-clé",
                "isni | '130017271' is not a valid ISNI: expected 15 digits and their check character | « 130017271 » n'est pas un ISNI valide ; attendu : 15 chiffres et leur clé",
                "idref | '130017271' is not a valid IDREF: expected 8 digits and their check character | « 130017271 » n'est pas un IDREF valide ; attendu : 8 chiffres et leur clé",
                "ror | '130017271' is not a valid ROR: expected 0, six letters or digits and two check digits | « 130017271 » n'est pas un ROR valide : 0, six lettres ou chiffres et deux chiffres-clés attendus"
            })
    void aShortNameKeepsItsRuleAndItsWords(String function, String en, String fr) {
        mapping.file("a.csv", "id,code\n1,130017271\n");
        mapping.lines(mapping.simple("rml:functionExecution [ rml:function fn:" + function
                + " ; rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference \"code\" ] ] ]"));
        assertThat(mapping.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(function);
            assertThat(finding.problem().in(Locale.ENGLISH)).isEqualTo(en);
            assertThat(finding.problem().in(Locale.FRENCH)).isEqualTo(fr);
        });
    }

    @Test
    void withoutDeclarationsThereIsNoSuchFunction() {
        mapping.withoutIdentifierSystems();
        assertThat(mapping.errors(mapping.simple(code("rml:inputValue \"region\""))))
                .singleElement()
                .asString()
                .contains("there is no function fn:code")
                .endsWith("need the declarations of their identifier systems, and there are none");
    }

    @Test
    void aMappingTakesTheDeclarationsToAnotherProcess() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mapping.plan(mapping.simple(code("rml:inputValue \"region\""))));
        }
        ByteArrayOutputStream quads = new ByteArrayOutputStream();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            mapping.run((Mapping) in.readObject(), quads);
        }
        assertThat(quads.toString(StandardCharsets.UTF_8)).contains("\"53\"");
    }

    private static String code(String system) {
        return "rml:functionExecution [ rml:function fn:code ; rml:input [ rml:parameter fn:system ; " + system
                + " ] , [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference \"code\" ] ] ]";
    }
}
