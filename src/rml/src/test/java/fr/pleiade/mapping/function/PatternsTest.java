package fr.pleiade.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping's regular expression comes to an end on every value, or is a finding. */
class PatternsTest {
    private static final String ALMOST = "x".repeat(40) + "!";

    @ParameterizedTest
    @ValueSource(
            strings = {"(x+x+)+y", "(x|xx)+y", "^(([a-z]+)*)*\\2\\1Z", "(x*)*y", "(.*,){30}P", "(?:x{1,40}){1,40}y"})
    void onePatternOnOneValueDoesNotHoldUpAllOthers(String pattern) {
        Outcome outcome = Patterns.match(pattern, ALMOST.repeat(4), matcher -> Outcome.of(matcher.replaceAll("-")));
        assertThat(outcome.values().size() + outcome.problem().size())
                .as("an answer or a problem, in time")
                .isEqualTo(1);
    }

    @Test
    void aPatternWithoutAnEndIsAFinding() {
        String pattern = "^(([a-z]+)*)*\\2\\1Z"; // references back, so Java tries everything
        Outcome outcome = Patterns.match(pattern, ALMOST, matcher -> Outcome.of(String.valueOf(matcher.find())));
        assertThat(outcome.values()).isEmpty();
        assertThat(outcome.problem())
                .singleElement()
                .satisfies(problem -> assertThat(problem.en()).contains(pattern, ALMOST, "does not come to an end"));
    }

    @Test
    void aLongValueIsReadToItsEnd() {
        String text = "a1,".repeat(500_000);
        Outcome outcome = Patterns.match("[0-9]+(?=,)", text, matcher -> Outcome.of(matcher.replaceAll("")));
        assertThat(outcome.values())
                .singleElement()
                .satisfies(v -> assertThat(v.text()).isEqualTo("a,".repeat(500_000)));
    }

    @Test
    void aPatternThatNeedsAStackPerCharacterIsAFinding() {
        Outcome outcome =
                Patterns.match("(a|b)*c", "ab".repeat(1_000_000), m -> Outcome.of(String.valueOf(m.matches())));
        assertThat(outcome.values()).isEmpty();
        assertThat(outcome.problem()).hasSize(1);
    }
}
