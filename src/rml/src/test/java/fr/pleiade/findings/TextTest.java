package fr.pleiade.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingFormatArgumentException;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void bothSentencesAreFilledInOrder() {
        assertThat(new Text("'%s' is not %s", "« %s » n'est pas %s").with("a", 2))
                .isEqualTo(new Text("'a' is not 2", "« a » n'est pas 2"));
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilled() {
        assertThat(new Text("%s and %s", "%s et %s").with("%s", "100 %"))
                .isEqualTo(new Text("%s and 100 %", "%s et 100 %"));
    }

    @Test
    void otherTemplatesAreThoseOfTheFormatter() {
        assertThat(new Text("%2$s before %1$s", "%s: %d %%").with("a", 1)).isEqualTo(new Text("1 before a", "a: 1 %"));
    }

    @Test
    void aTextWithoutPlacesStaysAsItIs() {
        assertThat(new Text("nothing", "rien").with("a")).isEqualTo(new Text("nothing", "rien"));
    }

    @Test
    void aMissingValueIsMisuse() {
        assertThatThrownBy(() -> new Text("%s %s", "").with("a")).isInstanceOf(MissingFormatArgumentException.class);
    }
}
