package fr.pleiade.quality.stars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.description.Licences;
import fr.pleiade.quality.stars.Figures.Method;
import fr.pleiade.quality.stars.Figures.Publisher;
import fr.pleiade.rdf.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiveStarsTest {
    private static final Term OPEN = new Term.Iri("https://www.etalab.gouv.fr/licence-ouverte-open-licence");
    private static final Figures LINKED = figures(10, 10, 4, 3);

    @Test
    void aDatasetThatDoesAllHasFiveStarsAndSaysByWhat() {
        Audit audit = audit(List.of(OPEN), 1200, LINKED);
        assertThat(audit.total()).isEqualTo(5);
        assertThat(audit.next()).isEmpty();
        assertThat(english(audit, Step.LICENCE))
                .contains(
                        "the licence Open Licence 2.0 <https://www.etalab.gouv.fr/licence-ouverte-open-licence> is open"
                                + " by the Open Definition 2.1")
                .contains("it is had at <https://d.example/dataset/x>");
        assertThat(english(audit, Step.STRUCTURE)).containsExactly("7 rows of its sources became 1\u00a0200 triples");
        assertThat(english(audit, Step.FORMAT))
                .contains("the graph is had in 2 open formats: Turtle, N-Quads")
                .anySatisfy(line -> assertThat(line).contains("2 columns, 7 rows, <https://d.example/dump/x.csv>"))
                .anySatisfy(line -> assertThat(line).contains("<https://d.example/dump/x.csv-metadata.json>"));
        assertThat(english(audit, Step.ADDRESSES))
                .anySatisfy(line -> assertThat(line).startsWith("10 of 10 dereference"));
        assertThat(english(audit, Step.LINKS))
                .contains(
                        "it leads to 4 distinct addresses at 1 publishers; 3 (75%) were verified when this release was made")
                .contains("ROR: 4, of which 3 verified: form and check character are those of the register");
        assertThat(audit.stars().get(4).needs().get(0).fr()).startsWith("vérifiez celles qui ne le sont pas (1)");
    }

    @Test
    void withoutALicenceThereIsNoStarWhateverElseIsRight() {
        Audit audit = audit(List.of(), 1200, LINKED);
        assertThat(audit.total()).isZero();
        assertThat(audit.next().orElseThrow().step()).isEqualTo(Step.LICENCE);
        assertThat(audit.next().orElseThrow().needs().get(0).fr()).startsWith("indiquez une licence");
        assertThat(audit.stars()).extracting(Star::isEarned).containsExactly(false, true, true, true, true);
    }

    @Test
    void aClosedAnUnknownOrAWordyLicenceIsNone() {
        for (Term licence : List.of(
                new Term.Iri("https://creativecommons.org/licenses/by-nc/4.0/"),
                new Term.Iri("https://licence.example/"),
                Term.Literal.of("Licence Ouverte 2.0"))) {
            assertThat(audit(List.of(licence), 1200, LINKED).total())
                    .as(licence.toNTriples())
                    .isZero();
        }
        assertThat(audit(List.of(OPEN, new Term.Iri("https://licence.example/")), 1200, LINKED)
                        .total())
                .as("one open and one unknown")
                .isZero();
    }

    @Test
    void aDatasetOfNothingHasTheFirstStarOnly() {
        assertThat(audit(List.of(OPEN), 0, figures(0, 0, 0, 0)).total()).isEqualTo(1);
    }

    @Test
    void thingsWithoutAddressesStopAtThree() {
        Audit audit = audit(List.of(OPEN), 1200, figures(0, 0, 4, 3));
        assertThat(audit.total()).isEqualTo(3);
        assertThat(audit.next().orElseThrow().needs().get(0).en()).contains("<https://d.example/id/>");
    }

    @Test
    void oneAddressThatNobodyCanAskForCostsTheFourthStar() {
        assertThat(audit(List.of(OPEN), 1200, figures(10, 9, 4, 3)).total()).isEqualTo(3);
    }

    @Test
    void noLinkAndNoVerifiedLinkStopAtFour() {
        assertThat(audit(List.of(OPEN), 1200, figures(10, 10, 0, 0)).total()).isEqualTo(4);
        Audit unverified = audit(List.of(OPEN), 1200, figures(10, 10, 4, 0));
        assertThat(unverified.total()).isEqualTo(4);
        assertThat(unverified.next().orElseThrow().needs().get(0).en()).startsWith("verify those that are not (4)");
    }

    @Test
    void everySentenceIsInBothLanguages() {
        for (Audit audit : List.of(audit(List.of(OPEN), 1200, LINKED), audit(List.of(), 0, figures(0, 0, 0, 0)))) {
            for (Star star : audit.stars()) {
                assertThat(star.step().sentence().fr())
                        .isNotEqualTo(star.step().sentence().en());
                assertThat(star.evidence())
                        .allSatisfy(text -> assertThat(text.fr()).isNotEqualTo(text.en()));
                assertThat(star.needs())
                        .allSatisfy(text -> assertThat(text.fr()).isNotEqualTo(text.en()));
            }
        }
    }

    @Test
    void aDatasetOfThingsThatTheirRegisterNamesNeedMintNothing() {
        Audit audit = audit(List.of(OPEN), 7, new Figures(0, 0, 0, 8, 0, 0, List.of()));
        assertThat(audit.stars().get(Step.ADDRESSES.ordinal()).isEarned()).isTrue();
        assertThat(english(audit, Step.ADDRESSES)).anyMatch(line -> line.contains("8 things at the addresses"));
        Audit nothing = audit(List.of(OPEN), 7, new Figures(0, 0, 0, 0, 0, 0, List.of()));
        assertThat(nothing.stars().get(Step.ADDRESSES.ordinal()).isEarned()).isFalse();
    }

    @Test
    void aSiteOnThisMachineSaysThatItIsNotOnTheWebYet() {
        Published local = new Published(
                "x", "http://localhost:8080/", List.of(OPEN), 7, 1200, List.of("Turtle"), List.of(), LINKED);
        assertThat(english(new FiveStars(Licences.bundled()).of(local), Step.LICENCE))
                .anySatisfy(line -> assertThat(line).contains("on this machine", "--base"));
    }

    static Audit audit(List<Term> licences, long triples, Figures figures) {
        return new FiveStars(Licences.bundled())
                .of(new Published(
                        "x",
                        "https://d.example/",
                        licences,
                        7,
                        triples,
                        List.of("Turtle", "N-Quads"),
                        List.of("code", "name"),
                        figures));
    }

    private static Figures figures(long minted, long addressable, long targets, long verified) {
        List<Publisher> publishers = targets == 0
                ? List.of()
                : List.of(new Publisher("ror", new Text("ROR", "ROR"), targets, verified, Method.CHECKED));
        return new Figures(minted, 0, addressable, 1, 2, publishers);
    }

    private static List<String> english(Audit audit, Step step) {
        return audit.stars().get(step.ordinal()).evidence().stream()
                .map(Text::en)
                .toList();
    }
}
