package fr.pleiade.release.diff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphDiffTest {
    private static final String BASE = "http://localhost:8080/";

    @Test
    void aThingThatCameOneThatWentAndOneThatChanged() throws IOException {
        List<EntityChange> changes = compare(
                List.of(
                        line("id/c/1", "p", "a"),
                        line("id/c/1#site", "p", "s"),
                        line("id/c/2", "p", "a"),
                        line("id/c/4", "p", "same")),
                List.of(
                        line("id/c/1", "p", "a"),
                        line("id/c/1#site", "p", "t"),
                        line("id/c/3", "p", "a"),
                        line("id/c/4", "p", "same")));
        assertThat(changes)
                .extracting(c -> c.kind() + " " + c.entity())
                .containsExactlyInAnyOrder(
                        "CHANGED " + BASE + "id/c/1", "REMOVED " + BASE + "id/c/2", "ADDED " + BASE + "id/c/3");
        EntityChange changed = changes.stream()
                .filter(c -> c.kind() == EntityChange.Kind.CHANGED)
                .findFirst()
                .orElseThrow();
        assertThat(changed.removed()).containsExactly(QuadLine.parse(line("id/c/1#site", "p", "s")));
        assertThat(changed.added()).containsExactly(QuadLine.parse(line("id/c/1#site", "p", "t")));
    }

    /** A thing's fragments stand before it, and things whose IRI begins with its own in between. */
    @Test
    void aThingIsKeptTogetherAcrossThingsWhoseNameBeginsWithItsOwn() throws IOException {
        List<EntityChange> changes = compare(
                List.of(line("id/c/1", "p", "a"), line("id/c/1#x", "p", "a"), line("id/c/12", "p", "a")),
                List.of(
                        line("id/c/1", "p", "b"),
                        line("id/c/1#x", "p", "b"),
                        line("id/c/12", "p", "b"),
                        line("id/c/12#x", "p", "b")));
        assertThat(changes).hasSize(2);
        assertThat(changes).allMatch(c -> c.kind() == EntityChange.Kind.CHANGED);
    }

    @Test
    void theNameIsTheNewOne() throws IOException {
        String label = "http://www.w3.org/2000/01/rdf-schema#label";
        List<EntityChange> changes = compare(
                List.of("<%sid/c/1> <%s> \"Old\" .".formatted(BASE, label), line("id/c/2", "p", "a")),
                List.of("<%sid/c/1> <%s> \"New\" .".formatted(BASE, label), line("id/c/2", "p", "b")));
        assertThat(changes).extracting(EntityChange::name).containsExactly("New", "");
    }

    @Test
    void equalFilesDoNotDiffer() throws IOException {
        List<String> lines = List.of(line("id/c/1", "p", "a"), line("id/c/2", "p", "a"));
        assertThat(compare(lines, lines)).isEmpty();
        assertThat(compare(List.of(), List.of())).isEmpty();
    }

    @Test
    void randomGraphsDifferAsTheirSetsDo() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            TreeSet<String> before = randomLines(random, 120);
            TreeSet<String> after = new TreeSet<>(before);
            after.removeIf(line -> random.nextInt(5) == 0);
            after.addAll(randomLines(random, 20));
            Map<String, EntityChange> changes = new HashMap<>();
            for (EntityChange change : compare(List.copyOf(before), List.copyOf(after))) {
                assertThat(changes.put(change.entity(), change))
                        .as("seed %d", seed)
                        .isNull();
            }
            assertThat(lines(changes, EntityChange::removed))
                    .as("seed %d", seed)
                    .isEqualTo(minus(before, after));
            assertThat(lines(changes, EntityChange::added)).as("seed %d", seed).isEqualTo(minus(after, before));
            changes.forEach((entity, change) -> {
                boolean was = before.stream().anyMatch(line -> isOf(entity, line));
                boolean is = after.stream().anyMatch(line -> isOf(entity, line));
                assertThat(change.kind())
                        .isEqualTo(
                                was && is
                                        ? EntityChange.Kind.CHANGED
                                        : is ? EntityChange.Kind.ADDED : EntityChange.Kind.REMOVED);
            });
        }
    }

    private static boolean isOf(String entity, String line) {
        return line.startsWith("<" + entity + ">") || line.startsWith("<" + entity + "#");
    }

    private static TreeSet<String> randomLines(Random random, int number) {
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < number; i++) {
            String thing = "id/c/" + (1 + random.nextInt(3)) + "1".repeat(random.nextInt(4));
            lines.add(
                    line(thing + (random.nextBoolean() ? "#f" + random.nextInt(2) : ""), "p", "" + random.nextInt(3)));
        }
        return lines;
    }

    private static TreeSet<String> minus(TreeSet<String> all, TreeSet<String> without) {
        TreeSet<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static TreeSet<String> lines(Map<String, EntityChange> changes, Function<EntityChange, List<Quad>> part) {
        TreeSet<String> lines = new TreeSet<>();
        changes.values().forEach(change -> part.apply(change).forEach(quad -> lines.add(quad.toNQuads())));
        return lines;
    }

    private static String line(String subject, String predicate, String value) {
        return "<%s%s> <http://e/%s> \"%s\" .".formatted(BASE, subject, predicate, value);
    }

    private List<EntityChange> compare(List<String> before, List<String> after) throws IOException {
        List<EntityChange> changes = new ArrayList<>();
        GraphDiff.compare(
                sorted(before), sorted(after), BASE, new PropertyCounter(), thing -> changes.add(thing.change()));
        return changes;
    }

    private static InputStream sorted(List<String> lines) {
        String text = lines.stream().sorted().map(line -> line + "\n").collect(Collectors.joining());
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
