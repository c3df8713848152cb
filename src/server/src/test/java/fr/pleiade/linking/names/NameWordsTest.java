package fr.pleiade.linking.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
    private final NameWords words = new NameWords(Map.of("univ", "universite", "st", "saint"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Besançon                              | besancon
            BESANÇON                              | besancon
            L'École d'été                         | ecole ete
            L’École d’été                         | ecole ete
            Univ. de Lyon II                      | universite lyon 2
            Université Lyon 2                     | universite lyon 2
            Université de Paris-XII               | universite pari 12
            PARIS12                               | pari 12
            Lyon I                                | lyon 1
            Marseille  7e                         | marseille 7
            Paris 07                              | pari 7
            E.N.S. de Lyon                        | ens lyon
            E.N.S                                 | ens
            Sacré-Cœur                            | sacre coeur
            œuvres et arts                        | oeuvre art
            Écoles supérieures                    | ecole superieure
            St-Étienne                            | saint etienne
            aujourd'hui                           | aujourd hui
            The University of the West            | university west
            CESS                                  | cess
            """)
    void namesAreComparedAs(String name, String expected) {
        assertThat(words.key(name)).isEqualTo(expected);
    }

    @Test
    void anAccentInTwoCharactersIsTheSame() {
        assertThat(words.key("Besanc\u0327on, e\u0301te\u0301")).isEqualTo("besancon ete");
    }

    @Test
    void aNameOfWordsThatSayNothingKeepsItsLast() {
        assertThat(words.of("La Des")).isEqualTo(List.of("des"));
        assertThat(words.of("Y")).isEqualTo(List.of("y"));
    }

    @Test
    void aNameWithoutLettersHasNoWords() {
        assertThat(words.of(" – * … ")).isEmpty();
        assertThat(words.of("")).isEmpty();
    }

    @Test
    void anotherScriptIsKept() {
        assertThat(words.key("Αθήνα 東京")).isEqualTo("αθηνα 東京");
    }
}
