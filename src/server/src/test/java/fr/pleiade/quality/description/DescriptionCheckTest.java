package fr.pleiade.quality.description;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionCheckTest {
    private static final String LICENCE = "dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence>";
    private static final String CATALOG = "<catalog> dct:title \"C\" . <agent> a <Organization> .";
    private static final String LONG = "dct:description \"%s\"".formatted("a few words ".repeat(9));

    @TempDir
    Path folder;

    @Test
    void whatIsDescribedWellIsNotSpokenOf() throws IOException {
        assertThat(check(CATALOG, LICENCE + " ; dct:publisher <agent> ; " + LONG))
                .isEmpty();
    }

    @Test
    void aSeriesWithoutTitleOrAddressOfItsOwnIsToldAtItsLine() throws IOException {
        String described = CATALOG + " <series/s> dct:title \"S\" ; dct:description \"S\" .";
        String rest = LICENCE + " ; dct:publisher <agent> ; " + LONG + " ; <http://www.w3.org/ns/dcat#inSeries> ";
        assertThat(check(described, rest + "<series/s>")).isEmpty();
        assertThat(check(CATALOG, rest + "<series/s>"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("undescribed-series"));
        assertThat(check(described.replace("dct:description \"S\"", "dct:alternative \"S\""), rest + "<series/s>"))
                .hasSize(1);
        assertThat(check(described.replace("series/s", "dataset/s"), rest + "<dataset/s>"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().en()).contains("series/…"));
        assertThat(check(
                        described.replace("series/s", "https://elsewhere.example/s"),
                        rest + "<https://elsewhere.example/s>"))
                .isEmpty();
        assertThat(check(CATALOG, rest + "\"S\"")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
                "https://spdx.org/licenses/etalab-2.0.html",
                "https://creativecommons.org/licenses/by/4.0/",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                "https://opendatacommons.org/licenses/odbl/1-0/",
                "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"
            })
    void anOpenLicenceByAnyOfItsAddresses(String licence) throws IOException {
        assertThat(ofLicence("dct:license <" + licence + ">")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://creativecommons.org/licenses/by/4.0, https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by/4.0/deed.fr, https://creativecommons.org/licenses/by/4.0/",
        "http://etalab.gouv.fr/licence-ouverte-open-licence/, https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "http://opendatacommons.org/licenses/odbl/1.0, https://opendatacommons.org/licenses/odbl/1-0/"
    })
    void anotherSpellingOfItsAddressIsANote(String licence, String usual) throws IOException {
        Finding finding = only(ofLicence("dct:license <" + licence + ">"));
        assertThat(finding.rule()).isEqualTo("licence-spelling");
        assertThat(finding.problem().en()).contains("<" + usual + ">");
    }

    @Test
    void noLicenceAtAllRefuses() throws IOException {
        Finding finding = only(ofLicence("dct:rights \"Open\""));
        assertThat(finding.rule()).isEqualTo("no-licence");
        assertThat(finding.place()).isEqualTo(new Place.InFile("labs/dataset.ttl"));
    }

    @Test
    void theCataloguesLicenceIsThatOfDatasetsThatNameNone() throws IOException {
        assertThat(check(CATALOG + " <catalog> " + LICENCE + " .", "dct:publisher <agent> ; " + LONG))
                .isEmpty();
        Finding finding = only(check(
                CATALOG + "\n<catalog> dct:license <https://creativecommons.org/licenses/by-nc/4.0/> .",
                "dct:publisher <agent> ; " + LONG));
        assertThat(finding.rule()).isEqualTo("closed-licence");
        assertThat(finding.place()).isEqualTo(new Place.InLine("catalog.ttl", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "Licence Ouverte 2.0, https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "licence ouverte, https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/",
        "ODbL, https://opendatacommons.org/licenses/odbl/1-0/"
    })
    void aTextIsToldWithTheAddressThatItMayMean(String text, String meant) throws IOException {
        Finding finding = only(ofLicence("dct:license \"" + text + "\""));
        assertThat(finding.rule()).isEqualTo("licence-not-an-address");
        assertThat(finding.problem().en()).contains("<" + meant + ">");
        assertThat(finding.place()).isEqualTo(new Place.InLine("labs/dataset.ttl", 3));
    }

    @Test
    void anAddressThatIsNoLicenceIsToldAndOneThatIsNotOpen() throws IOException {
        Finding unknown = only(ofLicence("dct:license <https://creativecommons.org/licences/by/4.0/>"));
        assertThat(unknown.rule()).isEqualTo("unknown-licence");
        assertThat(unknown.problem().en()).contains("did you mean <https://creativecommons.org/licenses/by/4.0/>");
        for (String closed : List.of("by-nc", "by-nd", "by-nc-sa", "by-nc-nd")) {
            assertThat(only(ofLicence("dct:license <https://creativecommons.org/licenses/" + closed + "/4.0/>"))
                            .rule())
                    .isEqualTo("closed-licence");
        }
    }

    @Test
    void aPublisherIsNamedAndDescribed() throws IOException {
        assertThat(only(check(CATALOG, LICENCE + " ; " + LONG)).rule()).isEqualTo("no-publisher");
        Finding unknown = only(check(CATALOG, LICENCE + " ; dct:publisher <nobody> ; " + LONG));
        assertThat(unknown.rule()).isEqualTo("undescribed-publisher");
        assertThat(unknown.problem().en()).contains("http://e/nobody", "catalog.ttl");
    }

    @ParameterizedTest
    @CsvSource({"0, short-description", "49, short-description", "50, brief-description", "99, brief-description"})
    void aDescriptionSaysEnough(int length, String rule) throws IOException {
        String description = length == 0 ? "" : " ; dct:description \"" + "x".repeat(length) + "\"";
        Finding finding = only(check(CATALOG, LICENCE + " ; dct:publisher <agent>" + description));
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.problem().fr()).contains(length + " caractères");
    }

    @Test
    void everyLicenceOfTheListHasATitleAndItsAddressIsItsOwn() {
        Licences licences = Licences.bundled();
        assertThat(licences.all()).hasSizeGreaterThan(15).allSatisfy(licence -> {
            assertThat(licence.title().en()).isNotBlank();
            assertThat(licence.title().fr()).isNotBlank();
            assertThat(licence.addresses())
                    .allSatisfy(address -> assertThat(licences.at(address)).contains(licence));
        });
    }

    /** No list of the European Union that has been read names it: a catalogue must not claim that one does. */
    @Test
    void theOpenLicenceIsInNoEuropeanList() {
        for (String title : List.of("Licence Ouverte 1.0", "Licence Ouverte 2.0")) {
            Licence licence = Licences.bundled().called(title).orElseThrow();
            assertThat(licence.authority()).as(title).isEmpty();
            assertThat(licence.addresses()).as(title).noneMatch(address -> address.contains("publications.europa.eu"));
        }
    }

    private List<Finding> ofLicence(String licence) throws IOException {
        return check(CATALOG, "\n" + licence + " ; dct:publisher <agent> ; " + LONG);
    }

    private List<Finding> check(String catalog, String dataset) throws IOException {
        return new DescriptionCheck(Licences.bundled(), new Term.Iri("http://e/catalog"), graph("catalog.ttl", catalog))
                .of(
                        new Term.Iri("http://e/dataset/labs"),
                        graph("dataset.ttl", "<dataset/labs> " + dataset + " ."),
                        "labs/dataset.ttl");
    }

    private InMemoryGraph graph(String name, String turtle) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "@prefix dct: <http://purl.org/dc/terms/> .\n" + turtle);
        return RdfReader.readGraph(file, "http://e/");
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
