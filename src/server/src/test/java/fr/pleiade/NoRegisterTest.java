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
 * Nothing in the engine or the server knows a national register, nor how one country is divided: these are declared in
 * {@code ontology/}. No hit is allowed, not in an example of a comment either, so that a stranger who searches for one finds its
 * declaration. The labels of the world's own vocabularies name countries and regions; benchmarks make up French names: neither is
 * looked at.
 */
class NoRegisterTest {
    private static final Pattern REGISTER =
            Pattern.compile("(?iU)siren|siret|uai(?!ntance)|rnsr|idref|insee|\\brna\\b|france|commune|région"
                    + "|acad[ée]mi[eq]|d[ée]partement|arrondissement|\\bigeo\\b|\\besr\\b|rennes");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|ttl|rq|ru|html|properties|json|yml|yaml|css|js|xml|svg|txt|md)");

    private static final String LABELS_OF_THE_WORLD = "vocabularies.ttl";

    @Test
    void noSourceNamesANationalRegister() throws IOException {
        List<String> hits = new ArrayList<>();
        int files = 0;
        for (Path module : List.of(Path.of("src/rml/src/main"), Path.of("src/server/src/main"))) {
            try (Stream<Path> sources = Files.walk(module)) {
                for (Path source :
                        sources.filter(NoRegisterTest::isText).sorted().toList()) {
                    files++;
                    hits.addAll(hits(source));
                }
            }
        }
        assertThat(files).isGreaterThan(200);
        assertThat(hits).isEmpty();
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.equals(LABELS_OF_THE_WORLD)
                && TEXT.matcher(name).matches();
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
