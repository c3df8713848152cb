package fr.pleiade.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This module keeps the rules of the house, whose test has not Spark on its class path: it imports what its package-info says, all of it. */
class SparkHouseTest {
    private static final Path SOURCES = Path.of("src/spark/src/main/java/fr/pleiade/spark");
    private static final Pattern IMPORT = Pattern.compile("fr\\.pleiade\\.([a-z.]+)\\.[A-Z]");
    private static final Pattern ALLOWED = Pattern.compile("\\{@code ([a-z.]+)}");

    @Test
    void itImportsWhatItsPackageInfoSays() throws IOException {
        String said = Files.readString(SOURCES.resolve("package-info.java"));
        Set<String> allowed = new TreeSet<>();
        ALLOWED.matcher(said.substring(said.indexOf("May import")))
                .results()
                .forEach(name -> allowed.add(name.group(1)));
        Set<String> imported = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(path -> !path.endsWith("package-info.java")).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(name -> imported.add(name.group(1)));
            }
        }
        assertThat(imported).isEqualTo(allowed);
    }
}
