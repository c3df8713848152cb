package fr.pleiade.sources.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":{\"x\":1},\"b\":{\"x\":2}} | $.* | {\"x\":1} {\"x\":2}",
                "{\"a\":{\"x\":1},\"b\":{\"x\":2}} | $[*] | {\"x\":1} {\"x\":2}",
                "{\"a\":{\"x\":1},\"b\":{\"x\":2}} | $[*].x | 1 2",
                "[1,\"b\",[2,3]] | $[*] | 1 b [2,3]",
                "[1,\"b\",[2,3]] | $.* | 1 b [2,3]",
                "[1,\"b\",[2,3]] | $[2][1] | 3",
                "7 | $[*] | ~~",
                "\"a\" | $.* | ~~",
                "{} | $[*] | ~~",
                "[] | $[*] | ~~",
                "{\"a\":[{\"b\":1},{\"b\":2}]} | $.a[*].b | 1 2",
                "{\"a b\":{ \"c\" : 1.50 }} | $['a b'] | { \"c\" : 1.50 }",
                "{\"a\":1.50e+01} | $.a | 1.50e+01",
                "{\"a\":-0} | $.a | -0",
                "{\"a\":\"\\u00e9\\ud83d\\ude42\\/\"} | $.a | \u00E9\uD83D\uDE42/"
            })
    void aPathGivesValuesAsTheyAreWritten(String json, String path, String values) {
        assertThat(String.join(" ", texts(json, path))).isEqualTo(values);
    }

    @Test
    void aLongArrayOrObjectIsItsOwnText() {
        for (int length : new int[] {1, 4090, 4096, 70_000}) {
            String item = "{ \"k\" : [ \"" + "é🙂".repeat(length) + "\" , 1 ] }";
            String text = " [ " + item + " , " + item + " ] ";
            assertThat(texts(text, "$")).containsExactly(text.strip());
            assertThat(texts(text, "$[*]")).containsExactly(item, item);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "[1] x",
                "[1][2]",
                "{} {}",
                "\"a\\x\"",
                "\"a\\u12\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a\u0000b\"",
                "\"a",
                "01",
                "-",
                "1.",
                ".5",
                "+1",
                "1e",
                "NaN",
                "True",
                "nul",
                "1 2",
                "// c\n1"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200)).kind()).isEqualTo(Json.Kind.ARRAY);
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000) + "]".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> texts(String json, String path) {
        return Json.parse(json).at(JsonPath.parse(path)).stream()
                .map(Json::text)
                .toList();
    }
}
