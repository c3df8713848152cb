package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish --graphs} as it is typed: what is not whole is refused in a sentence, as a fault of the input, and the release stays. */
class GivenGraphsCommandTest {
    private static final String FIRST = "part-00000.nq";
    private static final String SECOND = "part-00001.nq";
    private static final String MAPPING = "mapping.ttl";

    @TempDir
    private Path folder;

    private TwoTowns site;
    private Path parts;
    private List<String> lines = List.of();
    private String before = "";

    @BeforeEach
    void writeParts() throws IOException {
        site = new TwoTowns(folder.resolve("site"));
        site.towns("1,Bourg", "2,Rennes", "3,Brest", "4,Dinan");
        lines = Files.readAllLines(site.release(site.publish()).resolve("graphs/towns.nq"));
        site.towns("1,Bourges", "2,Rennes", "3,Brest", "4,Dinan");
        before = site.publish();
        parts = Files.createDirectories(folder.resolve("parts/towns"));
        Files.copy(site.folder().resolve("mappings/towns/mapping.ttl"), parts.resolve(MAPPING));
        part(FIRST, lines.subList(0, 2));
        part(SECOND, lines.subList(2, lines.size()));
        list(FIRST, SECOND, MAPPING);
    }

    @Test
    void theyArePublished() throws IOException {
        assertThat(publish()).as(site.said()).isZero();
        assertThat(Files.readAllLines(site.release(site.current()).resolve("graphs/towns.nq")))
                .isEqualTo(lines);
    }

    @Test
    void aPartThatIsMissingIsRefused() throws IOException {
        Files.delete(parts.resolve(SECOND));
        refused(SECOND + ": the list of digests names it, but it is missing; copy all parts, and publish again");
    }

    @Test
    void aPartThatIsListedTwiceIsRefused() throws IOException {
        list(FIRST, SECOND, SECOND, MAPPING);
        refused("SHA256SUMS:3: it names 'part-00001.nq' twice");
    }

    @Test
    void aPartThatIsThereUnderTwoNamesIsRefused() throws IOException {
        part("part-00002.nq", lines.subList(2, lines.size()));
        list(FIRST, SECOND, "part-00002.nq", MAPPING);
        refused("part-00002.nq: it is the same part as towns/part-00001.nq; list each part once");
    }

    @Test
    void aPartThatIsNotSortedIsRefused() throws IOException {
        List<String> turned = new ArrayList<>(lines.subList(2, lines.size()));
        Collections.reverse(turned);
        part(SECOND, turned);
        list(FIRST, SECOND, MAPPING);
        refused(SECOND + ":2: it is not in the order of its bytes");
    }

    @Test
    void partsThatAreListedInAnotherOrderAreRefused() throws IOException {
        list(SECOND, FIRST, MAPPING);
        refused(FIRST + ":1: it is not in the order of its bytes");
    }

    @Test
    void aPartThatIsNotWholeIsRefused() throws IOException {
        String text = Files.readString(parts.resolve(SECOND));
        Files.writeString(parts.resolve(SECOND), text.substring(0, text.length() / 2));
        refused(SECOND + ": it was altered, or is not whole");
    }

    @Test
    void thePartsOfAnotherMappingAreRefused() throws IOException {
        Files.writeString(parts.resolve(MAPPING), "# another\n");
        list(FIRST, SECOND, MAPPING);
        refused("SHA256SUMS: the parts of 'towns' were made by another mapping");
        list(FIRST, SECOND);
        refused("SHA256SUMS: it does not say by which mapping the parts of 'towns' were made");
    }

    private int publish() {
        return site.run("publish", "--graphs", parts.getParent().toString());
    }

    private void refused(String sentence) {
        assertThat(publish()).as(site.said()).isEqualTo(1);
        List<String> said = site.said().lines().toList();
        assertThat(said.get(said.size() - 1)).startsWith("pleiade: ").contains(sentence);
        assertThat(said).filteredOn(line -> line.startsWith("pleiade: ")).hasSize(1);
        assertThat(site.current()).isEqualTo(before);
    }

    private void part(String name, List<String> quads) throws IOException {
        Files.write(parts.resolve(name), quads);
    }

    private void list(String... names) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(Sha256.of(parts.resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(parts.resolve("SHA256SUMS"), text);
    }
}
