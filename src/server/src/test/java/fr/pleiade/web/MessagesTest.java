package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Properties ENGLISH = read("messages_en.properties");
    private static final Properties FRENCH = read("messages_fr.properties");

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(new TreeSet<>(FRENCH.stringPropertyNames())).isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(places(FRENCH.getProperty(key))).as(key).isEqualTo(places(ENGLISH.getProperty(key)));
        }
    }

    @Test
    void anApostropheIsWrittenTwice() {
        Stream.of(ENGLISH, FRENCH)
                .forEach(sentences -> sentences.forEach(
                        (key, sentence) -> assertThat(sentence.toString().replace("''", ""))
                                .as("%s: MessageFormat drops a single apostrophe", key)
                                .doesNotContain("'")));
    }

    @Test
    void everySentenceThatATemplateNamesIsThere() throws IOException {
        Pattern named = Pattern.compile("#\\{([a-z.-]+)[}(]");
        try (Stream<Path> templates = Files.list(Path.of("src/server/src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                Matcher matcher = named.matcher(Files.readString(template));
                while (matcher.find()) {
                    assertThat(ENGLISH.getProperty(matcher.group(1)))
                            .as("%s in %s", matcher.group(1), template)
                            .isNotNull();
                }
            }
        }
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d+}").matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties read(String name) {
        Properties sentences = new Properties();
        try (InputStream in = MessagesTest.class.getClassLoader().getResourceAsStream(name)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
