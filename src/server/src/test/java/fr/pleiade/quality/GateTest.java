package fr.pleiade.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Text REMEDY = new Text("mend it", "corriger");
    private static final Text WHY = new Text("known", "connu");

    @Test
    void manyFindingsOfOneKindAreOneGroupWithExamplesOfDifferentValues() {
        Gate gate = new Gate(Policy.DEFAULTS);
        for (int line = 500; line > 1; line--) {
            gate.judge("d", cell("uai", line, "column", line % 2 == 0 ? "UNIV" : "X" + line));
        }
        FindingGroup group = gate.verdict().groups().get(0);
        assertThat(gate.verdict().groups()).hasSize(1);
        assertThat(group.count()).isEqualTo(499);
        assertThat(group.examples())
                .extracting(example -> example.finding().place().describe(), FindingGroup.Example::count)
                .containsExactly(
                        tuple("f.csv:2, column 'column', value 'UNIV'", 250L),
                        tuple("f.csv:3, column 'column', value 'X3'", 1L),
                        tuple("f.csv:5, column 'column', value 'X5'", 1L));
    }

    @Test
    void columnsAndDatasetsAndRulesAreKindsOfTheirOwn() {
        Gate gate = new Gate(Policy.DEFAULTS);
        gate.judge("d", cell("uai", 2, "a", "x"));
        gate.judge("d", cell("uai", 2, "b", "x"));
        gate.judge("e", cell("uai", 2, "a", "x"));
        gate.judge("d", cell("date", 2, "a", "x"));
        assertThat(gate.verdict().groups()).hasSize(4);
    }

    @Test
    void whatRefusesComesFirstThenWhatCostsMost() {
        Gate gate = new Gate(Policy.DEFAULTS);
        gate.judge("d", Rule.FETCH_FAILED.at(new Place.InFile("f.csv"), "en", "fr"));
        gate.judge("d", Rule.INVALID_IRI.at(new Place.InFile("f.csv"), "en", "fr"));
        gate.judge("d", Rule.NO_ROWS.at(new Place.InFile("f.csv"), "en", "fr"));
        assertThat(gate.verdict().groups())
                .extracting(FindingGroup::rule)
                .containsExactly("no-rows", "invalid-iri", "fetch-failed");
    }

    @Test
    void onlyAFindingThatRefusesRefuses() {
        Gate gate = new Gate(Policy.DEFAULTS);
        gate.judge("d", cell("uai", 2, "a", "x"));
        assertThat(gate.verdict().refuses()).isFalse();
        gate.judge("d", Rule.NO_ROWS.at(new Place.InFile("f.csv"), "en", "fr"));
        assertThat(gate.verdict().refuses()).isTrue();
    }

    @Test
    void theSiteChangesASeverityForAllOrForOneDataset() {
        Gate gate = new Gate(new Policy(
                List.of(
                        new Policy.Override("", "uai", Severity.ERROR, WHY),
                        new Policy.Override("d", "uai", Severity.INFO, WHY)),
                List.of(),
                Map.of()));
        assertThat(gate.judge("d", cell("uai", 2, "a", "x")).severity()).isEqualTo(Severity.INFO);
        assertThat(gate.judge("e", cell("uai", 2, "a", "x")).severity()).isEqualTo(Severity.ERROR);
        assertThat(gate.judge("e", cell("siren", 2, "a", "x")).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void everyRuleSpeaksBothLanguagesAndHasAnIdOfItsOwn() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
        for (Rule rule : Rule.values()) {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            for (Text text : List.of(rule.title(), rule.remedy())) {
                assertThat(text.en()).as(rule.id()).isNotBlank();
                assertThat(text.fr()).as(rule.id()).isNotBlank();
                if (!rule.id().equals("json")) {
                    assertThat(text.fr()).as(rule.id()).isNotEqualTo(text.en());
                }
            }
            assertThat(rule.cost()).as(rule.id()).isBetween(0, 100);
        }
    }

    private static Finding cell(String rule, long line, String column, String value) {
        return new Finding(
                rule,
                Severity.WARNING,
                new Place.InCell("f.csv", line, column, value),
                new Text("is wrong", "est faux"),
                REMEDY);
    }
}
