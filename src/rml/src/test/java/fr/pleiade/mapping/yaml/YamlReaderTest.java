package fr.pleiade.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @TempDir
    Path folder;

    @Test
    void eachPartKnowsItsLine() {
        YamlNode root = YamlReader.read("a.yml", "# first\na: 1.50\nb:\n  - yes\n  - [x, 'y']\nc:\n");
        assertThat(root.entries()).extracting(YamlNode.Entry::key).containsExactly("a", "b", "c");
        assertThat(root.entries()).extracting(YamlNode.Entry::line).containsExactly(2L, 3L, 6L);
        YamlNode list = root.entries().get(1).value();
        assertThat(list.items()).extracting(YamlNode::line).containsExactly(4L, 5L);
        assertThat(list.items().get(0).text()).isEqualTo("yes");
        assertThat(root.entries().get(0).value().text()).isEqualTo("1.50");
        assertThat(root.entries().get(2).value().isNothing()).isTrue();
    }

    @Test
    void nothingIsWrittenInSeveralWaysAndQuotedTextIsText() {
        YamlNode root = YamlReader.read("a.yml", "[~, null, '', \"null\"]");
        assertThat(root.items())
                .extracting(YamlNode::kind)
                .containsExactly(YamlNode.Kind.NOTHING, YamlNode.Kind.NOTHING, YamlNode.Kind.TEXT, YamlNode.Kind.TEXT);
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(YamlReader.read(Files.writeString(folder.resolve("a.yml"), ""))
                        .isNothing())
                .isTrue();
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), "\uFEFFa: x\r\nb: y\r\n");
        assertThat(YamlReader.read(file).entries().get(1).value().text()).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a:#\tb: c                | 2 | indent with blanks",
                "a: &x b#c: *x             | 1 | anchors (&) and aliases (*) are not read",
                "a: *x                     | 1 | anchors (&) and aliases (*) are not read",
                "a: b#c: d#a: e            | 3 | 'a' stands here a second time, after line 1",
                "a: !!int 1                | 1 | the tag 'tag:yaml.org,2002:int' is not read",
                "a: b#---#c: d             | 3 | the file has several documents",
                "a: [b                     | 1 | this is not YAML",
                "[a, b]: c                 | 1 | a key is a list or has keys itself",
                "a: b: c                   | 1 | this is not YAML"
            })
    void whatIsNotReadIsSaidAtItsLine(String text, long line, String problem) {
        assertThatThrownBy(() -> YamlReader.read("a.yml", text.replace('#', '\n')))
                .isInstanceOfSatisfying(YamlException.class, e -> {
                    assertThat(e.problem()).contains(problem);
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    @Test
    void aDeepDocumentIsRefused() {
        assertThatThrownBy(() -> YamlReader.read("a.yml", "[".repeat(100_000))).isInstanceOf(YamlException.class);
    }

    @Test
    void aLargeFileAndOneOfAnotherEncodingAreRefused() throws IOException {
        Path large = Files.writeString(folder.resolve("large.yml"), "a: " + "x".repeat(1_000_000));
        assertThatThrownBy(() -> YamlReader.read(large))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("more than 1000000 bytes");
        Path latin = Files.write(folder.resolve("latin.yml"), "a: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlReader.read(latin))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("not in UTF-8");
    }
}
