package fr.pleiade.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The check algorithms, by examples of their specifications and by what each of them promises to notice.
 *
 * @see <a href="https://www.iso.org/standard/31531.html">ISO/IEC 7064</a>
 */
class CheckAlgorithmTest {
    private static final Alphabet LETTERS = new Alphabet("ABCDEFGHJKLMNPRSTUVWXYZ");

    private static Stream<Arguments> rightCodes() {
        return Stream.of(
                // 7+(9*2=18→9)+9+(2*2)+7+(3*2)+9+(8*2=16→7)+7+(1*2)+3 = 70
                Arguments.of(new Luhn(Alphabet.DIGITS), "79927398713"),
                // 0*16+7*8+9*4+4*2 = 100 = 1 mod 11 already: the check digit is 0
                Arguments.of(pure("MOD 11-2"), "07940"),
                // 0*8+7*4+9*2 = 46 = 2 mod 11; 2 + 10 = 12 = 1 mod 11
                Arguments.of(pure("MOD 11-2"), "079X"),
                // The iD in ORCID's documentation.
                Arguments.of(pure("MOD 11-2"), "0000000218250097"),
                // 794 * 100 = 79400 = 54 mod 97; 98 - 54 = 44
                Arguments.of(pure("MOD 97-10"), "79444"),
                // 97 * 100 = 0 mod 97: the check digits are 98, not 01
                Arguments.of(pure("MOD 97-10"), "9798"),
                // A=0, B=1: 1 * 676 = 15 mod 661; 1 - 15 + 661 = 647 = 24 * 26 + 23
                Arguments.of(pure("MOD 661-26"), "BYX"),
                // 1 * 1296 = 25 mod 1271; 1 - 25 + 1271 = 1247 = 34 * 36 + 23
                Arguments.of(pure("MOD 1271-36"), "1YN"),
                // 10 * 2 = 2 mod 37; 1 - 20 + 37 = 18 = I
                Arguments.of(pure("MOD 37-2"), "AI"),
                // The example of ISO/IEC 7064 for MOD 11-10.
                Arguments.of(hybrid("MOD 11-10"), "07945"),
                // The example of the Global Release Identifier, which uses MOD 37-36.
                Arguments.of(hybrid("MOD 37-36"), "A12425GABC1234002M"),
                // 0*9 + 2*8 + 6*7 + 4*6 + 0*5 + 3*4 + 3*3 + 6*2 = 115 = 5 mod 11; 11 - 5 = 6
                Arguments.of(
                        new WeightedRemainder(
                                List.of(-9, -8, -7, -6, -5, -4, -3, -2),
                                11,
                                Alphabet.DIGITS,
                                new Alphabet("0123456789X")),
                        "026403366"),
                // 751717 = 23 * 32683 + 8: the ninth letter
                Arguments.of(
                        new WeightedRemainder(
                                List.of(1_000_000, 100_000, 10_000, 1_000, 100, 10, 1), 23, Alphabet.DIGITS, LETTERS),
                        "0751717J"),
                // The ROR of the Université de Rennes.
                Arguments.of(
                        pure("MOD 97-10").over(new Alphabet("0123456789abcdefghjkmnpqrstvwxyz"), 32), "015m7wh34"));
    }

    @ParameterizedTest
    @MethodSource("rightCodes")
    void aRightCodeHoldsAndIsItsOwnCorrection(CheckAlgorithm algorithm, String code) {
        assertThat(algorithm.holds(code)).isTrue();
        assertThat(algorithm.corrected(code)).contains(code);
    }

    /** Every one of these algorithms notices each change of a single character into another one of its alphabet. */
    @ParameterizedTest
    @MethodSource("rightCodes")
    void eachChangeOfOneCharacterIsNoticed(CheckAlgorithm algorithm, String code) {
        String characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghjkmnpqrstvwxyz*";
        for (int i = 0; i < code.length(); i++) {
            for (char other : characters.toCharArray()) {
                String changed = code.substring(0, i) + other + code.substring(i + 1);
                if (!changed.equals(code)) {
                    assertThat(algorithm.holds(changed)).as(changed).isFalse();
                }
            }
        }
    }

    /** ISO/IEC 7064 promises it for its pure systems; sums of digits and Luhn's formula (09, 90) do not. */
    @ParameterizedTest
    @MethodSource("rightCodes")
    void eachSwapOfNeighboursIsNoticedByPureSystems(CheckAlgorithm algorithm, String code) {
        if (!(algorithm instanceof PureSystem)) {
            return;
        }
        for (int i = 0; i + 1 < code.length(); i++) {
            String swapped = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
            if (!swapped.equals(code)) {
                assertThat(algorithm.holds(swapped)).as(swapped).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rightCodes")
    void oneCodeOfAllWithTheSameBodyIsRight(CheckAlgorithm algorithm, String code) {
        if (algorithm instanceof PureSystem pure
                && pure.checkLength() == 2
                && pure.check().size() == 10) {
            String body = code.substring(0, code.length() - 2);
            assertThat(IntStream.range(0, 100)
                            .mapToObj("%02d"::formatted)
                            .filter(check -> algorithm.holds(body + check)))
                    .hasSize(1);
        }
    }

    @Test
    void emptyShortAndForeignCodesDoNotHold() {
        rightCodes().map(a -> (CheckAlgorithm) a.get()[0]).forEach(algorithm -> {
            for (String code : List.of("", "0", "é", "0é", "?????????", "0 0")) {
                assertThat(algorithm.holds(code)).as(algorithm + " " + code).isFalse();
            }
        });
    }

    @Test
    void aSumOfDigitsIsAMultiple() {
        DigitSum sum = new DigitSum(Alphabet.DIGITS, 5);
        assertThat(sum.holds("35600000049837")).isTrue();
        assertThat(sum.holds("35600000049838")).isFalse();
    }

    @Test
    void aRemainderWithoutACharacterBelongsToNoCode() {
        WeightedRemainder remainder =
                new WeightedRemainder(List.of(1), 11, new Alphabet("0123456789X"), Alphabet.DIGITS);
        assertThat(remainder.corrected("X0")).isEmpty();
        assertThat(remainder.holds("X0")).isFalse();
    }

    @Test
    void parametersOutOfTheirBoundsAreRefused() {
        assertThatThrownBy(() -> new Alphabet("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DigitSum(Alphabet.DIGITS, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeightedRemainder(List.of(), 11, Alphabet.DIGITS, Alphabet.DIGITS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PureSystem("x", Alphabet.DIGITS, 10, 97, Alphabet.DIGITS, 10, 1, 0))
                .hasMessageContaining("cannot stand for 0 to 96");
    }

    private static PureSystem pure(String name) {
        return PureSystem.named(name).orElseThrow();
    }

    private static HybridSystem hybrid(String name) {
        return HybridSystem.named(name).orElseThrow();
    }
}
