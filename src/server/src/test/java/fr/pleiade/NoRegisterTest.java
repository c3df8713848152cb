package fr.pleiade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the engine or the server knows a national register: registers are declared in {@code ontology/}. No hit is allowed, not
 * in an example of a comment either, so that a stranger who searches for one finds its declaration. Benchmarks make up French names
 * and are not looked at.
 */
class NoRegisterTest {
    private static final Pattern REGISTER = Pattern.compile("(?i)siren|siret|uai|rnsr|idref|insee|\\brna\\b|france");

    @Test
    void noSourceNamesANationalRegister() throws IOException {
        List<String> hits = new ArrayList<>();
        int files = 0;
        for (Path module : List.of(Path.of("src/rml/src/main/java"), Path.of("src/server/src/main/java"))) {
            try (Stream<Path> sources = Files.walk(module)) {
                for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                    files++;
                    hits.addAll(hits(source));
                }
            }
        }
        assertThat(files).isGreaterThan(200);
        assertThat(hits).isEmpty();
    }

    private static List<String> hits(Path source) throws IOException {
        List<String> hits = new ArrayList<>();
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            if (REGISTER.matcher(lines.get(i)).find()) {
                hits.add("%s:%d: %s".formatted(source, i + 1, lines.get(i).strip()));
            }
        }
        return hits;
    }
}
