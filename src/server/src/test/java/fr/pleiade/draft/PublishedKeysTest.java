package fr.pleiade.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.draft.PublishedKeys.Keys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    /** A place is a town, a quarter or a county: what a code names is the narrowest of them. */
    @Test
    void aSuperclassOfSeveralDatasetsSaysNothingOfACode() {
        Keys towns = keys("towns", "Town", "1", "2");
        Keys quarters = keys("towns", "Quarter", "3");
        Keys counties = keys("counties", "County", "1", "9");
        assertThat(PublishedKeys.withoutWider(List.of(
                        keys("towns", "Place", "1", "2", "3"),
                        towns,
                        quarters,
                        keys("counties", "Place", "1", "9"),
                        counties)))
                .containsExactly(towns, quarters, counties);
    }

    private static Keys keys(String dataset, String of, String... codes) {
        return new Keys(dataset, "code", of, Set.of(codes));
    }
}
