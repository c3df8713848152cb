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

    /** Hyphens, blanks and characters without width, as word processors, spreadsheets and web pages put them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "uai|075\u20101717\u2010J|0751717J",
                "uai|075\u20111717\u2011J|0751717J",
                "uai|075\u20121717\u2013J|0751717J",
                "uai|075\u20141717\u2212J|0751717J",
                "uai|075\uFE631717\uFF0DJ|0751717J",
                "uai|0751\u00AD717\u00ADJ|0751717J",
                "uai|\uFEFF0751717J\u200B|0751717J",
                "uai|0751\u200B717\u2060J|0751717J",
                "uai|\u200E0751717J\u200F|0751717J",
                "uai|0751717\u200D\u200CJ|0751717J",
                "uai|\u00850751717J\u0000|0751717J",
                "uai|\uFF10\uFF17\uFF15\uFF11\uFF17\uFF11\uFF17\uFF2A|0751717J",
                "siren|130\u00A0017\u00A0270|130017270",
                "siren|130\u2009017\u2007270|130017270",
                "siren|\u3000130\u202F017\u202F270\t|130017270",
                "orcid|0000\u20100002\u20101825\u20100097|0000-0002-1825-0097",
                "orcid|0000\u20110002\u20111825\u20110097|0000-0002-1825-0097",
                "orcid|0000\u20130002\u20131825\u20130097|0000-0002-1825-0097",
                "orcid|0000\u22120002\u22121825\u22120097|0000-0002-1825-0097",
                "isni|0000\u00A00001\u202F2112\u20079282|0000000121129282",
                "ror|\uFEFF02evec030\u00A0|02evec030",
                "ror|02evec\u200B030|02evec030",
                "ror|https://ror.org/02ev\u00ADec030|02evec030",
                "grid|grid.5328.\u2060c|grid.5328.c",
                "paysage|aB3\u200BdE|aB3dE",
                "commune|35\u200B238|35238",
            })
    void whatTheEyeTakesForABlankAHyphenOrNothingIsOne(String system, String spelling, String canonical) {
        assertThat(reader(system).read(spelling)).isEqualTo(new Reading(canonical, Reading.State.VALID));
    }

    /** Addresses as they are copied from a browser, a data file or a catalogue. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ror | https://ror.org/02evec030/ | 02evec030",
                "ror | https://ror.org/02evec030// | 02evec030",
                "ror | https://ror.org/02evec030# | 02evec030",
                "ror | https://ror.org/02evec030#about | 02evec030",
                "ror | https://ror.org/02evec030?utm_source=x&y=1 | 02evec030",
                "ror | https://www.ror.org/02evec030/?a=b#c | 02evec030",
                "ror | //ror.org/02evec030 | 02evec030",
                "ror | https://ror.org//02evec030 | 02evec030",
                "ror | https://ror.org:443/02evec030 | 02evec030",
                "ror | <https://ror.org/02evec030> | 02evec030",
                "ror | https://api.ror.org/organizations/02evec030 | 02evec030",
                "ror | https://api.ror.org/v2/organizations/02evec030 | 02evec030",
                "orcid | http://orcid.org/0000-0002-1825-0097/ | 0000-0002-1825-0097",
                "orcid | https://www.orcid.org/0000-0002-1825-0097?lang=fr | 0000-0002-1825-0097",
                "orcid | orcid.org/0000000218250097#works | 0000-0002-1825-0097",
                "isni | https://isni.org/page/0000000121129282/ | 0000000121129282",
                "isni | http://isni.org/isni/0000%200001%202112%209282 | 0000000121129282",
                "isni | https://www.isni.org/isni/0000000121129282 | 0000000121129282",
                "wikidata | https://www.wikidata.org/wiki/Q90#P31 | Q90",
                "wikidata | https://www.wikidata.org/wiki/Q90?uselang=fr | Q90",
                "wikidata | http://wikidata.org/entity/Q90/ | Q90",
                "wikidata | https://www.wikidata.org/wiki/Special:EntityData/Q90.json | Q90",
                "wikidata | https://www.wikidata.org/wiki/Special:EntityPage/Q90 | Q90",
                "idref | https://www.idref.fr/026403366/id | 026403366",
                "idref | http://idref.fr/026403366/id/ | 026403366",
                "idref | https://www.idref.fr/026403366.rdf | 026403366",
                "grid | http://grid.ac/institutes/grid.5328.c/ | grid.5328.c",
                "fundref | https://doi.org/10.13039/501100001665?x | 501100001665",
                "fundref | doi:10.13039/501100001665 | 501100001665",
                "fundref | DOI: 10.13039/501100001665 | 501100001665",
                "fundref | https://api.crossref.org/funders/501100001665 | 501100001665",
                "siren | http://annuaire-entreprises.data.gouv.fr/entreprise/130017270/ | 130017270",
                "siren | https://annuaire-entreprises.data.gouv.fr/entreprise/une-raison-sociale-130017270 | 130017270",
                "siret | https://annuaire-entreprises.data.gouv.fr/etablissement/13001727000013?redirected=1 | 13001727000013",
                "rnsr | https://appliweb.dgri.education.fr/rnsr/PresenteStruct.jsp?PUBLIC=OK&numNatStruct=200412238P#haut | 200412238P",
                "commune | http://id.insee.fr/geo/commune/35238 | 35238",
                "departement | https://id.insee.fr/geo/departement/2A/ | 2A",
                "region | http://id.insee.fr/geo/region/53#id | 53",
            })
    void anAddressMayHaveWhatBrowsersAddToIt(String system, String spelling, String canonical) {
        assertThat(reader(system).read(spelling)).isEqualTo(new Reading(canonical, Reading.State.VALID));
    }

    /** The system's name before the code, as it stands in forms, signatures and metadata. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ror | ROR:02evec030 | 02evec030",
                "ror | ror: 02EVEC030 | 02evec030",
                "ror | ROR ID: 02evec030 | 02evec030",
                "ror | ROR 02evec030 | 02evec030",
                "ror | urn:ror:02evec030 | 02evec030",
                "ror | ROR: https://ror.org/02evec030 | 02evec030",
                "ror | Research Organization Registry: 02evec030 | 02evec030",
                "orcid | ORCID:0000-0002-1825-0097 | 0000-0002-1825-0097",
                "orcid | ORCID iD 0000-0002-1825-0097 | 0000-0002-1825-0097",
                "orcid | ORCID iD: https://orcid.org/0000-0002-1825-0097 | 0000-0002-1825-0097",
                "orcid | urn:orcid:0000-0002-1825-0097 | 0000-0002-1825-0097",
                "orcid | info:orcid/0000-0002-1825-0097 | 0000-0002-1825-0097",
                "siren | SIREN 130 017 270 | 130017270",
                "siren | SIREN : 130017270 | 130017270",
                "siren | SIREN\u00A0:\u00A0130017270 | 130017270",
                "siren | siren=130017270 | 130017270",
                "siren | N° SIREN 130017270 | 130017270",
                "siren | SIREN n° 130017270 | 130017270",
                "siren | SIREN130017270 | 130017270",
                "siren | urn:siren:130017270 | 130017270",
                "siren | URN:FR:SIREN:130017270 | 130017270",
                "siret | SIRET 130 017 270 00013 | 13001727000013",
                "isni | isni 0000 0001 2112 9282 | 0000000121129282",
                "isni | ISNI:0000 0001 2112 9282 | 0000000121129282",
                "isni | ISNI0000000121129282 | 0000000121129282",
                "isni | urn:isni:0000000121129282 | 0000000121129282",
                "idref | PPN:026403366 | 026403366",
                "idref | PPN026403366 | 026403366",
                "idref | IdRef 026403366 | 026403366",
                "uai | UAI 0751717J | 0751717J",
                "uai | RNE : 0751717J | 0751717J",
                "uai | code UAI 0751717j | 0751717J",
                "rnsr | RNSR-200412238P | 200412238P",
                "rna | RNA W751004076 | W751004076",
                "wikidata | wd:Q90 | Q90",
                "wikidata | Wikidata: Q90 | Q90",
                "grid | GRID grid.5328.c | grid.5328.c",
                "grid | grid:grid.5328.c | grid.5328.c",
                "eter | ETER FR0001 | FR0001",
                "paysage | Paysage : aB3dE | aB3dE",
                "dataesr | DATAESR::AE05 | AE05",
                "pic | PIC 999997930 | 999997930",
                "orgref | OrgRef:12 | 12",
                "insee | INSEE 35238 | 35238",
                "insee | Code Insee : 35238 | 35238",
                "commune | COM35238 | 35238",
                "commune | commune 2a004 | 2A004",
                "departement | dép. 35 | 35",
                "departement | FR-2A | 2A",
                "departement | Département\u00A0: 35 | 35",
                "region | région 53 | 53",
                "region | REG53 | 53",
                "academie | Académie 14 | A14",
                "unite-urbaine | Unité urbaine 00851 | 00851",
            })
    void theNameOfTheSystemMayStandBeforeTheCode(String system, String spelling, String canonical) {
        assertThat(reader(system).read(spelling)).isEqualTo(new Reading(canonical, Reading.State.VALID));
    }

    /** What only looks like one of these forms is another system's, or nobody's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ror | ORCID:02evec030",
                "ror | urn:isni:02evec030",
                "ror | mirror 02evec030",
                "ror | rorx02evec030",
                "ror | https://ror.org.example/02evec030",
                "ror | https://ror.org/02evec030/x",
                "ror | https://example.org/?u=https://ror.org/02evec030",
                "ror | ftp://ror.org/02evec030",
                "ror | 02evec030#x",
                "ror | 02evec030?x",
                "siren | SIRET 130017270",
                "siren | SIREN",
                "siren | urn:siren:",
                "siren | 130\u00B7017\u00B7270",
                "siren | 13001727\u2070",
                "siren | \u0661\u0663\u0660017270",
                "siren | 130017270\u00B9",
                "siren | https://annuaire-entreprises.data.gouv.fr/entreprise/",
                "wikidata | wdt:Q90",
                "wikidata | https://www.wikidata.org/wiki/Property:P31",
                "grid | GRID:5328.c",
                "idref | https://www.idref.fr/026403366/references",
                "isni | https://isni.org/isni/0000%2G0001",
                "eter | FRA0001",
                "eter | F00001",
                "eter | FR00011",
                "paysage | aB\u20113dE",
                "departement | DE-35",
            })
    void whatOnlyLooksLikeACodeIsNone(String system, String spelling) {
        assertThat(reader(system).read(spelling).state()).isEqualTo(Reading.State.MALFORMED);
    }

    /** Its codes begin with the country, Greece and the United Kingdom under the names that the Union gives them. */
    @ParameterizedTest
    @CsvSource({"AT0001,AT0001", "el0012,EL0012", "UK 0101,UK0101", "de-0123,DE0123", "ETER:NO0003,NO0003"})
    void theEuropeanRegisterIsOfEveryCountry(String spelling, String canonical) {
        assertThat(reader("eter").read(spelling)).isEqualTo(new Reading(canonical, Reading.State.VALID));
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
