package fr.pleiade.web.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlphabeticalTest {
    @Test
    void lettersWithAccentsAndCapitalsStandWhereReadersLookForThem() {
        assertThat(Alphabetical.sorted(
                        List.of("Zoologie", "École", "Faculté", "ecole", "Eau"), Function.identity(), Locale.FRENCH))
                .containsExactly("Eau", "ecole", "École", "Faculté", "Zoologie");
    }

    @Test
    void thingsOfOneNameStandAsTheyWereOrAsSaid() {
        List<String> things = List.of("b2", "a", "b1");
        Function<String, String> name = thing -> thing.substring(0, 1);
        assertThat(Alphabetical.sorted(things, name, Locale.FRENCH)).containsExactly("a", "b2", "b1");
        assertThat(Alphabetical.sorted(things, name, Comparator.naturalOrder(), Locale.FRENCH))
                .containsExactly("a", "b1", "b2");
    }
}
