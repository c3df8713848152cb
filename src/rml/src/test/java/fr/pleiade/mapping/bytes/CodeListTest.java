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
        assertThat(new CodeList(LIST).hint(value).en()).contains("'" + meant + "'");
        assertThat(new CodeList(LIST).hint(value).fr()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Fondation", "PX", "14", "''"})
    void whatIsLikeNoneOrLikeSeveralIsNotGuessed(String value) {
        assertThat(new CodeList(LIST).hint(value).en()).isEmpty();
    }

    @Test
    void whatOnlyLooksTheSameIsToldByCodePoints() {
        assertThat(new CodeList(LIST).hint("Privé\u00A0sous contrat").en()).contains("U+0020 instead of U+00A0");
        assertThat(new CodeList(LIST).hint("Public\u200B").en()).contains("U+200B");
    }

    @Test
    void ofFewValuesAllAreTold() {
        assertThat(new CodeList(List.of("oui", "non")).hint("autre").en()).isEqualTo("; it has non, oui");
        assertThat(new CodeList(List.of("oui", "non")).hint("autre").fr()).isEqualTo(" ; valeurs possibles : non, oui");
    }

    @Test
    void ofThousandsNoneIsLookedForButForASlip() {
        List<String> codes = IntStream.range(0, 9000)
                .mapToObj(i -> "C%06d".formatted(i * 101))
                .toList();
        assertThat(new CodeList(codes).hint("C00010l").en()).isEmpty();
        assertThat(CodeList.slip("C00010l", codes).en()).isEqualTo("; did you mean 'C000101'?");
    }
}
