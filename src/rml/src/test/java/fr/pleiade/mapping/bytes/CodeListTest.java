package fr.pleiade.mapping.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {
    private static final List<String> LIST =
            List.of("Public", "Privé", "Privé sous contrat", "École", "PU", "PR", "12", "13", "Université");

    @ParameterizedTest
    @CsvSource({
        "Pubilc, Public",
        "Publics, Public",
        "PUBLIC, Public",
        "Prive, Privé",
        "prive sous-contrat, Privé sous contrat",
        "Ecole, École",
        "Univeristé, Université",
        "U.N.I.V.E.R.S.I.T.E, Université"
    })
    void aSlipOfThePenIsMended(String value, String meant) {
        assertThat(CodeList.hint(value, LIST).en()).contains("'" + meant + "'");
        assertThat(CodeList.hint(value, LIST).fr()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Fondation", "PX", "14", "''"})
    void whatIsLikeNoneOrLikeSeveralIsNotGuessed(String value) {
        assertThat(CodeList.hint(value, LIST).en()).isEmpty();
    }

    @Test
    void whatOnlyLooksTheSameIsToldByCodePoints() {
        assertThat(CodeList.hint("Privé\u00A0sous contrat", LIST).en()).contains("U+0020 instead of U+00A0");
        assertThat(CodeList.hint("Public\u200B", LIST).en()).contains("U+200B");
    }

    @Test
    void ofFewValuesAllAreTold() {
        assertThat(CodeList.hint("autre", List.of("oui", "non")).en()).isEqualTo("; it has non, oui");
        assertThat(CodeList.hint("autre", List.of("oui", "non")).fr()).isEqualTo(" ; valeurs possibles : non, oui");
    }

    @Test
    void ofThousandsNoneIsLookedForButForASlip() {
        List<String> codes = IntStream.range(0, 9000)
                .mapToObj(i -> "C%06d".formatted(i * 101))
                .toList();
        assertThat(CodeList.hint("C00010l", codes).en()).isEmpty();
        assertThat(CodeList.slip("C00010l", codes).en()).isEqualTo("; did you mean 'C000101'?");
    }
}
