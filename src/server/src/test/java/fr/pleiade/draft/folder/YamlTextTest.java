package fr.pleiade.draft.folder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.mapping.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom",
                "Année de création",
                "l'École",
                "2023-04",
                "oui",
                "yes",
                "NULL",
                "~",
                "a: b",
                "a #b",
                "#a",
                "{a}",
                "a, b",
                "[a]",
                "\"a\"",
                "it's \\ this",
                "-",
                "- a",
                "?",
                "*",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "a:",
                " a ",
                "",
                "a\nb",
                "a\tb",
                "é\u2028f",
                "\u00A0a",
                "\uD83D\uDE00",
                "1e3",
                "0x1F",
                "=",
                "<<",
                "a|b",
                "Effectifs : dont femmes",
                "\u0001",
                "\uFEFFa"
            })
    void isReadAsTheSameTextAsKeyAndAsValue(String text) {
        String yaml = YamlText.of(text);
        YamlNode document = YamlReader.read("a.yml", yaml + ": { a: " + yaml + ", b: [" + yaml + ", x] }\n");
        YamlNode.Entry entry = document.entries().get(0);
        assertThat(entry.key()).isEqualTo(text);
        assertThat(entry.value().entries().get(0).value().text()).isEqualTo(text);
        assertThat(entry.value().entries().get(1).value().items())
                .extracting(YamlNode::text)
                .containsExactly(text, "x");
    }

    @Test
    void whatIsPlainStaysPlain() {
        assertThat(YamlText.of("Année de création")).isEqualTo("Année de création");
        assertThat(YamlText.of("oui: non")).isEqualTo("\"oui: non\"");
    }

    @Test
    void aCommentIsOneLineOfNoMoreThanItMayHave() {
        assertThat(YamlText.comment("a\nb\u2028c\td", 100)).isEqualTo("a b c d");
        assertThat(YamlText.comment("abcdef", 4)).isEqualTo("abc…");
    }
}
