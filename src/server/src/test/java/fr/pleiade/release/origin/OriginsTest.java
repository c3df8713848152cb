package fr.pleiade.release.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.OriginLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.testing.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
    private static final Term.Iri NAME = new Term.Iri("http://example.org/name");

    @TempDir
    Path folder;

    /** A triple, the line that it comes from, and the rule's number. */
    private record Line(String triple, long line, int rule) {
        byte[] written() {
            byte[] written = new byte[OriginLine.LENGTH + 1];
            OriginLine.write(OriginLine.hash(triple), written, 0);
            OriginLine.write(line, rule, written, 0);
            written[OriginLine.LENGTH] = '\n';
            return written;
        }
    }

    @Test
    void eachTripleIsFoundAtItsLineByItsRule() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(new Line(triple(i), 2L + i, i % 300));
        }
        write(lines, rules(300));
        try (Origins origins = Origins.open(folder, "things").orElseThrow()) {
            for (int i = 0; i < 20_000; i += 97) {
                assertThat(origins.of(subject(i), NAME, Term.Literal.inLanguage("n" + i, "fr")))
                        .hasSize(1)
                        .allSatisfy(place -> assertThat(place.file()).isEqualTo("things.csv"))
                        .extracting(Origins.Place::line)
                        .containsExactly(2L + i);
            }
            assertThat(origins.of(subject(5), NAME, Term.Literal.inLanguage("n5", "fr"))
                            .get(0)
                            .rule()
                            .name())
                    .isEqualTo("map5");
            assertThat(origins.of(subject(5), NAME, Term.Literal.of("n5"))).isEmpty();
            assertThat(origins.of(subject(20_001), NAME, Term.Literal.of("n"))).isEmpty();
        }
    }

    @Test
    void theOrderAndTheMemoryMakeNoDifference() throws IOException {
        long seed = Seed.VALUE;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            lines.add(new Line(triple(i / 3), 2L + i, i % 7));
        }
        write(lines, rules(7));
        byte[] first = Files.readAllBytes(OriginFile.of(folder, "things"));
        Collections.shuffle(lines, new Random(seed));
        write(lines, rules(7));
        assertThat(Files.readAllBytes(OriginFile.of(folder, "things")))
                .as("seed " + seed)
                .isEqualTo(first);
    }

    @Test
    void ofManyRowsTheFirstAreKept() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (long line = 100; line > 1; line--) {
            lines.add(new Line(triple(1), line, 0));
        }
        write(lines, rules(1));
        try (Origins origins = Origins.open(folder, "things").orElseThrow()) {
            assertThat(origins.of(subject(1), NAME, Term.Literal.inLanguage("n1", "fr")))
                    .extracting(Origins.Place::line)
                    .containsExactly(2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aRuleOfAnotherPropertyIsNotTold() throws IOException {
        write(List.of(new Line(triple(1), 2, 0)), List.of(rule("map", List.of("http://example.org/other"))));
        try (Origins origins = Origins.open(folder, "things").orElseThrow()) {
            assertThat(origins.of(subject(1), NAME, Term.Literal.inLanguage("n1", "fr")))
                    .isEmpty();
        }
    }

    @Test
    void oddNamesComeBackAsTheyWere() throws IOException {
        OriginRule odd = new OriginRule(
                OriginRule.Kind.ROWS,
                "a\tb\nc",
                new Text("", "é"),
                "d e.yml",
                7,
                List.of(),
                List.of("", "x y", "-", "é\t"),
                List.of("f g.csv"));
        Path file = folder.resolve("rules.tsv");
        OriginRule.write(List.of(odd), file);
        assertThat(OriginRule.read(file)).containsExactly(odd);
    }

    @Test
    void noFileIsNoOriginAndABrokenOneIsAFault() throws IOException {
        assertThat(Origins.open(folder, "nothing")).isEmpty();
        write(List.of(), rules(1));
        try (Origins origins = Origins.open(folder, "things").orElseThrow()) {
            assertThat(origins.of(subject(1), NAME, Term.Literal.of("n1"))).isEmpty();
        }
        Files.writeString(OriginFile.of(folder, "things"), "no such file");
        assertThatThrownBy(() -> Origins.open(folder, "things"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("things.bin");
    }

    private void write(List<Line> lines, List<OriginRule> rules) throws IOException {
        try (OriginFile file = new OriginFile(folder)) {
            for (Line line : lines) {
                file.lines().write(line.written());
            }
            file.write(OriginFile.of(folder, "things"));
        }
        OriginRule.write(rules, OriginRule.fileOf(folder, "things"));
    }

    private static List<OriginRule> rules(int count) {
        List<OriginRule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(rule("map" + i, List.of(NAME.value())));
        }
        return rules;
    }

    private static OriginRule rule(String name, List<String> properties) {
        return new OriginRule(
                OriginRule.Kind.ROWS,
                name,
                new Text("", ""),
                "mapping.ttl",
                3,
                properties,
                List.of("c"),
                List.of("things.csv"));
    }

    private static Term.Iri subject(int i) {
        return new Term.Iri("http://example.org/" + i);
    }

    private static String triple(int i) {
        return subject(i).toNTriples() + " " + NAME.toNTriples() + " "
                + Term.Literal.inLanguage("n" + i, "fr").toNTriples();
    }
}
