package fr.pleiade.web.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What is promised is proved, and what is proved is promised: {@code promises.ttl} beside the tests and the checks. */
class PromisesTest {
    /** A test proves the promise whose id its name begins with: {@code u4_everySyntaxHasTheSameGraph}. */
    private static final Pattern PROOF = Pattern.compile("([a-z]\\d+|gsp)_.+");

    private static final Promises PROMISES = Promises.read();

    @Test
    void everyPromiseIsProvedByATest() {
        assertThat(ids()).isSubsetOf(citedByTests());
    }

    @Test
    void everyIdThatATestNamesIsAPromise() {
        assertThat(citedByTests()).hasSizeGreaterThan(60).isSubsetOf(ids());
    }

    @Test
    void everyCheckShowsAPromise() {
        List<String> checked = Checks.of(PROMISES, "http://example.org/", Map.of()).stream()
                .map(check -> check.promise().id())
                .toList();
        assertThat(checked).hasSizeGreaterThan(30).isSubsetOf(ids());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROMISES.named("u0"))
                .withMessage("promises.ttl has no promise u0");
    }

    @Test
    void everyPromiseIsASentenceInBothLanguagesReadFromSomewhere() {
        for (Promise promise : PROMISES.all()) {
            assertThat(promise.sentence().en()).as(promise.id()).matches("[A-Z].*[^ ]\\.|robots\\.txt .*\\.");
            assertThat(promise.sentence().fr())
                    .as(promise.id())
                    .matches("\\p{Lu}.*[^ ]\\.|robots\\.txt .*\\.")
                    .isNotEqualTo(promise.sentence().en());
            assertThat(promise.sources()).as(promise.id()).isNotEmpty();
            for (Promise.Source source : promise.sources()) {
                assertThat(URI.create(source.address()))
                        .hasNoUserInfo()
                        .satisfies(a -> assertThat(a.getHost()).contains("."));
                assertThat(source.name()).isNotBlank();
            }
        }
    }

    private static List<String> ids() {
        return PROMISES.all().stream().map(Promise::id).toList();
    }

    private static TreeSet<String> citedByTests() {
        TreeSet<String> cited = new TreeSet<>();
        tests().map(JavaMethod::getName)
                .map(PROOF::matcher)
                .filter(Matcher::matches)
                .forEach(proof -> cited.add(proof.group(1)));
        return cited;
    }

    private static Stream<JavaMethod> tests() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("fr.pleiade").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method ->
                                method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class));
    }
}
