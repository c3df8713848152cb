package fr.pleiade.web.served;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import fr.pleiade.rdf.Prefixes;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
    private static final int LONG = 100_000;
    private static final int TOWNS = 30;

    @TempDir
    Path folder;

    @Test
    void longNamesAreFoundAndNeverRememberedBeyondTheBound() {
        SmallSite site = new SmallSite(folder);
        site.towns("code,name\n"
                + IntStream.range(10, 10 + TOWNS)
                        .mapToObj(code -> code + "," + "x".repeat(LONG) + code + "\n")
                        .collect(Collectors.joining()));
        site.publish();
        Lexicon lexicon = Lexicon.of(site.current(), Prefixes.of(Map.of()));
        for (int round = 0; round < 2; round++) {
            for (int code = 10; code < 10 + TOWNS; code++) {
                assertThat(lexicon.names(SmallSite.BASE + "id/town/" + code).literals())
                        .singleElement()
                        .satisfies(name -> assertThat(name.lexical()).hasSize(LONG + 2));
                assertThat(lexicon.remembered()).isLessThanOrEqualTo(Lexicon.MOST_CHARACTERS);
            }
        }
        assertThat(lexicon.remembered()).isPositive();
    }
}
