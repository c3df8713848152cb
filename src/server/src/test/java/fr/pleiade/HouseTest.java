package fr.pleiade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the house as the README's code map draws it: who imports whom, and one owner per library.
 *
 * <p>What a package may import is read from its own package-info: the names in <code>{&#64;code …}</code> between "May import" and the
 * next full stop; "every package"; or "Imports no other package".
 */
class HouseTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.pleiade");

    /** From the bottom up: no package imports one that stands behind it. */
    private static final List<String> STAGES = List.of(
            "findings",
            "syntax",
            "sources",
            "site",
            "mapping",
            "linking",
            "quality",
            "store",
            "sparql",
            "release",
            "web",
            "cli");

    /** Who alone may touch a library. */
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.eclipse.rdf4j", Set.of("syntax")),
            Map.entry("no.hasmac", Set.of("syntax")),
            Map.entry("org.apache.commons.csv", Set.of("sources")),
            Map.entry("org.apache.commons.compress", Set.of("sources")),
            Map.entry("org.tukaani", Set.of("sources")),
            Map.entry("org.apache.lucene", Set.of("linking")),
            Map.entry("org.apache.jena", Set.of("store", "sparql", "quality")),
            Map.entry("com.github.luben.zstd", Set.of("release")),
            Map.entry("org.springframework", Set.of("web")),
            Map.entry("org.thymeleaf", Set.of("web")),
            Map.entry("jakarta.servlet", Set.of("web", "sparql")),
            Map.entry("com.github.benmanes.caffeine", Set.of("sparql", "web")),
            Map.entry("org.apache.hc", Set.of("sparql")),
            Map.entry("picocli", Set.of("cli")));

    private static final Pattern MAY_IMPORT = Pattern.compile("May import([^.]*)\\.");
    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

    @Test
    void aPackageImportsOnlyWhatItsPackageInfoSays() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String stage : stages()) {
            Set<String> allowed = allowedBy(packageInfo(stage));
            for (String imported : importedBy(stage)) {
                if (!allowed.contains(imported)) {
                    broken.add(stage + " imports " + imported + ", which its package-info does not allow");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noPackageImportsOneThatStandsAboveIt() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String stage : stages()) {
            for (String imported : importedBy(stage)) {
                if (STAGES.indexOf(imported) > STAGES.indexOf(stage)) {
                    broken.add(stage + " imports " + imported);
                }
            }
        }
        assertThat(broken).isEmpty();
        slices().matching("fr.pleiade.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theMiddleStagesMeetOnlyThroughFiles() throws IOException {
        Set<String> middle = Set.of("mapping", "linking", "quality", "store");
        for (String stage : stages()) {
            if (middle.contains(stage)) {
                assertThat(importedBy(stage)).as(stage).doesNotContainAnyElementsOf(middle);
            }
        }
    }

    @Test
    void eachLibraryHasItsOwner() {
        OWNERS.forEach((library, owners) -> {
            String[] packages =
                    owners.stream().map(owner -> "fr.pleiade." + owner + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideOutsideOfPackages(packages)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library + "..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.pleiade.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        Set<String> packages = new TreeSet<>();
        CLASSES.stream().map(JavaClass::getPackageName).forEach(packages::add);
        for (String name : packages) {
            Path info = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("@NullMarked").containsPattern("/\\*\\*");
        }
    }

    /** {@return the packages that stand now, each of which must have its place in the list} */
    private static List<String> stages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES.resolve("fr/pleiade"))) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(STAGES).containsAll(names);
            return names;
        }
    }

    private static String packageInfo(String stage) throws IOException {
        return Files.readString(SOURCES.resolve("fr/pleiade/" + stage + "/package-info.java"))
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ");
    }

    private static Set<String> allowedBy(String packageInfo) {
        if (packageInfo.contains("May import every")) {
            return Set.copyOf(STAGES);
        }
        Matcher sentence = MAY_IMPORT.matcher(packageInfo);
        Set<String> allowed = new HashSet<>();
        if (sentence.find()) {
            NAME.matcher(sentence.group(1)).results().forEach(name -> allowed.add(name.group(1)));
        } else {
            assertThat(packageInfo).contains("Imports no other package");
        }
        return allowed;
    }

    private static Set<String> importedBy(String stage) {
        Set<String> imported = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> stage.equals(stageOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> stageOf(dependency.getTargetClass()))
                .filter(other -> !other.isEmpty() && !other.equals(stage))
                .forEach(imported::add);
        return imported;
    }

    private static String stageOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return type.getPackageName().startsWith("fr.pleiade.") ? parts[2] : "";
    }
}
