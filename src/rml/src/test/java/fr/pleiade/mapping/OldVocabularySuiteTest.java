package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The 24 mappings that the cases of <a href="https://github.com/oeg-upm/yarrrml-validation">yarrrml-validation</a> are to become, which are
 * in the words of R2RML and of RML's first namespace: each is a mapping, or is refused for what is not read, by its name as it is
 * written, at a line that has it.
 */
class OldVocabularySuiteTest {
    private static final String DATABASE = "rr:logicalTable belongs to tables of a database";
    private static final String STAR = "rml:quotedTriplesMap belongs to RML-Star: not read";
    private static final String ELSEWHERE = "<http://example.com/data/dump.ttl.gz> is not written: a target is a file";

    /** The mappings that are refused, and a problem of each. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("0001", DATABASE),
            Map.entry("0003", DATABASE),
            Map.entry("0005", DATABASE),
            Map.entry("0007", DATABASE),
            Map.entry("0009", DATABASE),
            Map.entry("0011", DATABASE),
            Map.entry("0013", DATABASE),
            Map.entry("0015", DATABASE),
            Map.entry("0017", "ql:XPath cannot be read"),
            Map.entry("0019", "ql:JSONPath cannot be read"),
            Map.entry("0021", "rml:query belongs to queries to a database"),
            Map.entry("0025", STAR),
            Map.entry("0027", STAR),
            Map.entry("0029", STAR),
            Map.entry("0035", ELSEWHERE),
            Map.entry("0037", ELSEWHERE),
            Map.entry("0039", ELSEWHERE),
            Map.entry("0041", "there is no function ex:toLowerCase"),
            Map.entry("0043", "there is no function ex:toLowerCase"),
            Map.entry("0045", "there is no function ex:function1"),
            Map.entry("0047", "there is no function ex:function0"));

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Path folder = Needed.shared("conformance/yarrrml");
        List<Path> documents;
        try (Stream<Path> files = Files.walk(folder)) {
            documents =
                    files.filter(file -> file.endsWith("mapping.ttl")).sorted().toList();
        }
        assertThat(documents).as("the mappings of " + folder).hasSize(24);
        return documents.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getParent().getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) {
        String number = file.getParent().getFileName().toString().replaceAll("\\D", "");
        String problem = REFUSED.get(number);
        if (problem == null) {
            assertThat(Mapping.read(file, "http://example.com/").explain()).contains("triples map");
            return;
        }
        assertThatThrownBy(() -> Mapping.read(file, "http://example.com/"))
                .isInstanceOfSatisfying(MappingException.class, refusal -> {
                    assertThat(refusal.errors()).allSatisfy(error -> assertIsAtItsLine(error, file));
                    assertThat(refusal.errors())
                            .extracting(MappingError::toString)
                            .anySatisfy(said -> assertThat(said).contains(problem))
                            .noneSatisfy(said -> assertThat(said).contains("is missing in"))
                            .noneSatisfy(said -> assertThat(said).contains("needs exactly one of"));
                });
    }

    /** The line has a name, or the end of one, that the problem names. */
    private static void assertIsAtItsLine(MappingError error, Path file) throws IOException {
        String line = Files.readAllLines(file).get((int) error.line() - 1);
        assertThat(Arrays.stream(error.problem().split("[ <>\"]+"))
                        .map(word -> word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('/')) + 1))
                        .filter(word -> word.length() > 4))
                .as(error.toString())
                .anyMatch(line::contains);
    }
}
