package fr.pleiade.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site's own identifier systems: spellings that people use, by the registers' published rules; real codes. */
class DeclaredSystemsTest {
    private static final IdentifierSystems SYSTEMS =
            IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://example.org/");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = {"no code", "wrong check"},
            value = {
                "uai | 0751717J | 0751717J",
                "uai | 0751717j | 0751717J",
                "uai | ' 075 1717 J ' | 0751717J",
                "uai | 075-1717.J | 0751717J",
                "uai | 0751717K | wrong check",
                "uai | 0751717I | wrong check",
                "uai | 751717J | no code",
                "siren | 130017270 | 130017270",
                "siren | 130 017 270 | 130017270",
                "siren | 130\u00A0017\u202F270 | 130017270",
                "siren | https://annuaire-entreprises.data.gouv.fr/entreprise/130017270 | 130017270",
                "siren | 130017271 | wrong check",
                "siren | 13001727 | no code",
                "siren | '' | no code",
                "siret | 130 017 270 00013 | 13001727000013",
                "siret | 13001727000014 | wrong check",
                "siret | 35600000000048 | 35600000000048",
                "siret | 35600000049837 | 35600000049837",
                "siret | 35600000049838 | wrong check",
                "siret | 13001727000061 | wrong check",
                "rnsr | 200412238p | 200412238P",
                "rnsr | https://appliweb.dgri.education.fr/rnsr/PresenteStruct.jsp?numNatStruct=200412238P&PUBLIC=OK | 200412238P",
                "rnsr | 200412238Q | wrong check",
                "rna | w751 004 076 | W751004076",
                "rna | 751004076 | no code",
                "ror | 02evec030 | 02evec030",
                "ror | 02EVEC030 | 02evec030",
                "ror | https://ror.org/02evec030 | 02evec030",
                "ror | http://www.ror.org/02evec030/ | 02evec030",
                "ror | HTTPS://ROR.ORG/02EVEC030 | 02evec030",
                "ror | ror.org/02evec030 | 02evec030",
                "ror | https:/ror.org/02evec030 | 02evec030",
                "ror | 02evec031 | wrong check",
                "ror | https://ror.example/02evec030 | no code",
                "ror | 02evec03 | no code",
                "wikidata | q90 | Q90",
                "wikidata | http://www.wikidata.org/entity/Q90 | Q90",
                "wikidata | https://www.wikidata.org/wiki/Q90 | Q90",
                "wikidata | https://m.wikidata.org/wiki/Q90 | Q90",
                "wikidata | Q0 | no code",
                "wikidata | P31 | no code",
                "idref | 026403366 | 026403366",
                "idref | https://www.idref.fr/026403366 | 026403366",
                "idref | http://www.idref.fr/026403366/id | 026403366",
                "idref | PPN 026403366 | 026403366",
                "idref | 02640336x | wrong check",
                "isni | 0000 0001 2112 9282 | 0000000121129282",
                "isni | https://isni.org/isni/0000000121129282 | 0000000121129282",
                "isni | http://www.isni.org/0000 0001 2112 9282 | 0000000121129282",
                "isni | ISNI:0000000121129282 | 0000000121129282",
                "isni | 0000000121129283 | wrong check",
                "orcid | 0000-0002-1825-0097 | 0000-0002-1825-0097",
                "orcid | 0000000218250097 | 0000-0002-1825-0097",
                "orcid | https://orcid.org/0000-0002-1694-233x | 0000-0002-1694-233X",
                "orcid | 0000-0002-1825-0098 | wrong check",
                "grid | GRID.5328.c | grid.5328.c",
                "grid | https://www.grid.ac/institutes/grid.5328.c | grid.5328.c",
                "grid | grid5328c | no code",
                "eter | fr0001 | FR0001",
                "fundref | https://doi.org/10.13039/501100001665 | 501100001665",
                "fundref | http://dx.doi.org/10.13039/501100001665 | 501100001665",
                "fundref | 10.13039/501100001665 | 501100001665",
                "fundref | 10.5281/501100001665 | no code",
                "dataesr | dataesr::AE05 | AE05",
                "paysage | aB3dE | aB3dE",
                "commune | 35238 | 35238",
                "commune | 2a004 | 2A004",
                "commune | 2B033 | 2B033",
                "commune | 1001 | 01001",
                "commune | 97105 | 97105",
                "commune | 20004 | no code",
                "commune | 2C004 | no code",
                "commune | 00001 | no code",
                "commune | 99100 | no code",
                "departement | 35 | 35",
                "departement | 035 | 35",
                "departement | D035 | 35",
                "departement | d02b | 2B",
                "departement | 02A | 2A",
                "departement | D971 | 971",
                "departement | 974 | 974",
                "departement | 1 | 01",
                "departement | D999 | no code",
                "departement | 20 | no code",
                "departement | 00 | no code",
                "region | 53 | 53",
                "region | R53 | 53",
                "region | 1 | 01",
                "region | R00 | no code",
                "region | R99 | no code",
                "academie | A14 | A14",
                "academie | 14 | A14",
                "academie | 1 | A01",
                "academie | A00 | no code",
                "unite-urbaine | UU00851 | 00851",
                "unite-urbaine | 00851 | 00851"
            })
    void spellings(String system, String spelling, @Nullable String canonical) {
        Reading reading = reader(system).read(spelling);
        assertThat(reading.isValid() ? reading.code() : null).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "uai, 0751717K, CHECK_FAILS",
        "uai, 751717J, MALFORMED",
        "siret, 35600000049838, CHECK_FAILS",
        "orcid, 0000000218250098, CHECK_FAILS",
        "ror, 02evec0l0, MALFORMED"
    })
    void aWrongCheckIsNoWrongForm(String system, String spelling, Reading.State state) {
        assertThat(reader(system).read(spelling).state()).isEqualTo(state);
    }

    /** A canonical code is read as itself, and so is the address that its template makes of it. */
    @ParameterizedTest
    @CsvSource({"ror,02evec030", "wikidata,Q90", "idref,026403366", "isni,0000000121129282", "grid,grid.5328.c"})
    void theAddressOfACodeIsASpellingOfIt(String system, String code) {
        String address = reader(system).system().address(code).orElseThrow();
        assertThat(reader(system).read(address)).isEqualTo(new Reading(code, Reading.State.VALID));
    }

    @Test
    void anExplanationNamesTheCheckAndTheCodeForWhichItHolds() {
        assertThat(reader("siren").explanation("130 017 271").en())
                .isEqualTo("'130 017 271' is not a valid SIREN: expected 9 digits with a valid check digit;"
                        + " '130017271' has the canonical form [0-9]{9}, but the check fails (Luhn); it would hold for"
                        + " 130017270");
        assertThat(reader("siren").explanation("13001727").fr())
                .isEqualTo("« 13001727 » n'est pas un SIREN valide ; attendu : 9 chiffres dont la clé est juste ;"
                        + " forme canonique : [0-9]{9}");
        assertThat(reader("orcid").explanation("0000-0002-1825-0098").en()).endsWith("for 0000-0002-1825-0097");
    }

    @Test
    void aVeryLongTextIsNoCode() {
        assertThat(reader("commune").read("1".repeat(100_000)).state()).isEqualTo(Reading.State.MALFORMED);
    }

    private static CodeReader reader(String system) {
        return new CodeReader(SYSTEMS.named(system).orElseThrow());
    }
}
