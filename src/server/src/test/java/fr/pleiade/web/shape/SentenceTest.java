package fr.pleiade.web.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {
    private static final Map<String, String> VALUES =
            Map.of("ex:kind", "Université", "ex:town/rdfs:label", "Brest", "ex:form", "École À Part");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ex:kind} à {ex:town/rdfs:label}.|Université à Brest.",
                "{ex:kind}[ à {ex:town/rdfs:label}][, {ex:none}].|Université à Brest.",
                "{ex:kind}[ ({ex:town/rdfs:label}[, {ex:none}])]|Université (Brest)",
                "{ex:kind}[ ({ex:none}[, {ex:town/rdfs:label}])]|Université",
                "forme : {ex:form|lower}|Forme : école à part",
                "{ex:kind}[ ({ex:town/rdfs:label|if}en ville)][ ({ex:none|if}nulle part)]|Université (en ville)",
                "{ex:none|if}{ex:kind}|",
                "{ex:none}, {ex:kind}|",
                "[{ex:none}]|",
                "[ {ex:kind} ]  [{ex:town/rdfs:label}]|Université Brest",
                "{ex:kind|Université",
                "{ex:kind}] après|Université",
                "[{ex:kind}|Université",
            })
    void itsPlacesAreFilledAndWhatIsInBracketsIsSaidOnlyIfItCanBe(String line) {
        int bar = line.lastIndexOf('|');
        assertThat(Sentence.read(line.substring(0, bar))
                        .of(path -> Optional.ofNullable(VALUES.get(path)))
                        .orElse(""))
                .isEqualTo(line.substring(bar + 1));
    }
}
