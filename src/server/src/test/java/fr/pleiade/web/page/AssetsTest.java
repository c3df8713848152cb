package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    @Test
    void everyTemplateIsPartOfTheLook() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src/server/src/main/resources/templates"))) {
            List<String> names =
                    templates.map(file -> "templates/" + file.getFileName()).toList();
            assertThat(Assets.look()).containsAll(names).doesNotHaveDuplicates();
        }
    }
}
