package fr.pleiade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the house as the README's code map draws it, at every level of both modules: who imports whom, one owner per library, no hall.
 *
 * <p>What a package may import is read from its own package-info: the names in <code>{&#64;code …}</code> between "May import" and the
 * end of that sentence, each of exactly one package; "every package"; or "Imports no other package".
 */
class HouseTest {
    private static final String ROOT = "fr.pleiade";
    private static final List<Path> SOURCES = List.of(
            Path.of("src/rml/src/main/java/fr/pleiade"),
            Path.of("src/spark/src/main/java/fr/pleiade"),
            Path.of("src/server/src/main/java/fr/pleiade"));
    private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NO_TEST_JARS)
            .importPackages(ROOT);

    private static final int MOST_FILES = 25;

    /** From the bottom up: no package imports one that stands behind it; a subpackage stands where its parent does. */
    private static final List<String> STAGES = List.of(
            "findings",
            "rdf",
            "quads",
            "syntax",
            "identifiers",
            "telephone",
            "sources",
            "mapping",
            "spark",
            "jena",
            "site",
            "linking",
            "materialisation",
            "quality",
            "cube",
            "store",
            "sparql",
            "release",
            "inbox",
            "publication",
            "draft",
            "web",
            "cli");

    /** Who alone may touch a library: a package with its subpackages. */
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.eclipse.rdf4j", Set.of("syntax")),
            Map.entry("no.hasmac", Set.of("syntax")),
            Map.entry("jakarta.json", Set.of("syntax", "mapping.json", "sources.json")),
            Map.entry("org.apache.commons.csv", Set.of("sources")),
            Map.entry("com.github.luben.zstd", Set.of("quads")),
            Map.entry("java.sql", Set.of("inbox")),
            Map.entry("org.sqlite", Set.of("inbox")),
            Map.entry("org.apache.commons.compress", Set.of("sources")),
            Map.entry("org.tukaani", Set.of("sources")),
            Map.entry("org.mozilla.universalchardet", Set.of("draft")),
            Map.entry("com.google.i18n.phonenumbers", Set.of("telephone")),
            Map.entry("org.yaml.snakeyaml", Set.of("mapping.yaml")),
            Map.entry("org.apache.lucene", Set.of("linking")),
            Map.entry("org.apache.jena", Set.of("jena", "store", "sparql", "quality")),
            Map.entry("org.apache.hc", Set.of("sparql")),
            Map.entry("org.locationtech.jts", Set.of("sparql.geo")),
            Map.entry("net.sf.geographiclib", Set.of("sparql.geo")),
            Map.entry("com.github.benmanes.caffeine", Set.of("sparql", "web")),
            Map.entry("org.springframework", Set.of("web")),
            Map.entry("org.thymeleaf", Set.of("web")),
            Map.entry("com.sun.net.httpserver", Set.of("web.loopback")),
            Map.entry("tools.jackson", Set.of("web", "release.diff")),
            Map.entry("com.fasterxml.jackson", Set.of("web")),
            Map.entry("io.micrometer", Set.of("web.admin")),
            Map.entry("jakarta.servlet", Set.of("web", "sparql")),
            Map.entry("org.apache.catalina", Set.of("web")),
            Map.entry("org.apache.coyote", Set.of("web")),
            Map.entry("org.apache.tomcat", Set.of("web")),
            Map.entry("org.apache.thrift", Set.of("store")), // the form of TDB2's node records
            Map.entry("org.apache.spark", Set.of("spark")), // in a module of its own, which SparkHouseTest holds
            Map.entry("org.apache.hadoop", Set.of("spark")),
            Map.entry("scala", Set.of("spark")),
            Map.entry("picocli", Set.of("cli", "spark")));

    private static final Pattern MAY_IMPORT = Pattern.compile("May import(.*?)(?:[.;](?= |$))");
    private static final Pattern CODE_MAP_ROW = Pattern.compile("\\| (`.*) \\| (?:rml|spark|server) \\|.*");
    private static final Pattern CODE = Pattern.compile("`([a-z.]+)`");
    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

    @Test
    void aPackageImportsOnlyWhatItsPackageInfoSays() {
        List<String> broken = new ArrayList<>();
        packages().forEach((name, folder) -> {
            Set<String> allowed = allowedBy(name, packageInfo(folder));
            for (String imported : importedBy(name)) {
                if (!allowed.contains(imported)) {
                    broken.add(name + " imports " + imported + ", which its package-info does not allow");
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void aPackageInfoAllowsOnlyWhatStands() {
        List<String> broken = new ArrayList<>();
        packages()
                .forEach((name, folder) -> allowedBy(name, packageInfo(folder)).stream()
                        .filter(allowed -> !packages().containsKey(allowed))
                        .forEach(allowed -> broken.add(name + " may import " + allowed + ", which is no package")));
        assertThat(broken).isEmpty();
    }

    /** In a row, what begins with a dot stands below the stage that the row begins with. */
    @Test
    void theCodeMapNamesEveryPackageOnce() throws IOException {
        List<String> named = new ArrayList<>();
        for (String row : Files.readAllLines(Path.of("README.md"))) {
            Matcher cell = CODE_MAP_ROW.matcher(row);
            if (cell.matches()) {
                List<String> names = CODE.matcher(cell.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                names.forEach(name -> named.add(name.startsWith(".") ? stage(names.get(0)) + name : name));
            }
        }
        assertThat(named).containsExactlyInAnyOrderElementsOf(packages().keySet());
    }

    @Test
    void noPackageImportsOneThatStandsAboveIt() {
        List<String> broken = new ArrayList<>();
        for (String name : packages().keySet()) {
            for (String imported : importedBy(name)) {
                if (STAGES.indexOf(stage(imported)) > STAGES.indexOf(stage(name))) {
                    broken.add(name + " imports " + imported);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void packagesAreFreeOfCyclesAtEveryLevel() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theMiddleStagesMeetOnlyThroughFiles() {
        Set<String> middle = Set.of("linking", "quality", "cube", "store");
        for (String name : packages().keySet()) {
            if (middle.contains(stage(name))) {
                assertThat(importedBy(name))
                        .as(name)
                        .noneMatch(other ->
                                middle.contains(stage(other)) && !stage(other).equals(stage(name)));
            }
        }
    }

    @Test
    void eachLibraryHasItsOwner() {
        OWNERS.forEach((library, owners) -> {
            String[] packages =
                    owners.stream().map(owner -> ROOT + "." + owner + "..").toArray(String[]::new);
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
    void everyLibraryInUseHasAnOwner() {
        Set<String> common = Set.of("java", "javax", "org.jspecify", "org.slf4j", ROOT);
        Set<String> ownerless = new TreeSet<>();
        CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(name -> !name.isEmpty())
                .filter(name -> Stream.concat(common.stream(), OWNERS.keySet().stream())
                        .noneMatch(known -> name.equals(known) || name.startsWith(known + ".")))
                .forEach(ownerless::add);
        assertThat(ownerless).isEmpty();
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void noPackageIsAHall() {
        packages()
                .forEach((name, folder) -> assertThat(javaFiles(folder))
                        .as("files of " + name)
                        .isBetween(name.isEmpty() ? 0L : 1L, (long) MOST_FILES));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Set<String> standing = new TreeSet<>();
        CLASSES.stream().map(HouseTest::nameOf).forEach(standing::add);
        assertThat(packages().keySet()).containsAll(standing);
        packages()
                .forEach((name, folder) -> assertThat(packageInfo(folder))
                        .as(name)
                        .contains("@NullMarked")
                        .containsPattern("/\\*\\*"));
    }

    /** {@return the folder of each package that has a package-info, by the package's name below the root} */
    private static SortedMap<String, Path> packages() {
        SortedMap<String, Path> packages = new TreeMap<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .map(Path::getParent)
                        .filter(folder -> !folder.equals(sources))
                        .forEach(folder -> packages.put(
                                sources.relativize(folder).toString().replace('/', '.'), folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(packages.keySet()).allSatisfy(name -> assertThat(STAGES).contains(stage(name)));
        return packages;
    }

    private static long javaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageInfo(Path folder) {
        try {
            return Files.readString(folder.resolve("package-info.java")).replaceAll("\\s*\\n\\s*\\*\\s*", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> allowedBy(String name, String packageInfo) {
        if (packageInfo.contains("May import every")) {
            return packages().keySet();
        }
        Matcher sentence = MAY_IMPORT.matcher(packageInfo);
        Set<String> allowed = new HashSet<>();
        if (sentence.find()) {
            NAME.matcher(sentence.group(1)).results().forEach(found -> allowed.add(found.group(1)));
        } else {
            assertThat(packageInfo).as(name).contains("Imports no other package");
        }
        return allowed;
    }

    private static Set<String> importedBy(String name) {
        Set<String> imported = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> name.equals(nameOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.getPackageName().startsWith(ROOT + "."))
                .map(HouseTest::nameOf)
                .filter(other -> !other.equals(name))
                .forEach(imported::add);
        return imported;
    }

    /** {@return the package's name below the root, such as {@code mapping.model}} */
    private static String nameOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1);
    }

    private static String stage(String name) {
        return name.split("\\.")[0];
    }
}
