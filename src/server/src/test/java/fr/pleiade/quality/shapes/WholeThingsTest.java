package fr.pleiade.quality.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WholeThingsTest {
    @Test
    void partsStandWithTheirThingAlthoughOthersComeBetween() {
        List<List<String>> batches = cut(1, "x#a 1", "x#b 1", "x1#c 1", "x1> 1", "x> 1", "y> 1");
        assertThat(batches)
                .containsExactly(List.of("x1#c 1", "x1> 1"), List.of("x#a 1", "x#b 1", "x> 1"), List.of("y> 1"));
    }

    @Test
    void partsWithoutAThingAreNotLost() {
        assertThat(cut(1, "x#a 1", "y> 1")).containsExactly(List.of("x#a 1"), List.of("y> 1"));
        assertThat(cut(10, "x#a 1")).containsExactly(List.of("x#a 1"));
    }

    @Test
    void manyThingsInOneBatchAndNoneInTwo() {
        long seed = 20261125;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            TreeSet<String> lines = new TreeSet<>();
            for (int i = 0; i < 60; i++) {
                String thing = "id" + Integer.toString(random.nextInt(40), 3);
                lines.add(thing + (random.nextBoolean() ? "#" + random.nextInt(3) : ">") + " " + random.nextInt(3));
            }
            List<List<String>> batches = cut(1 + random.nextInt(12), lines.toArray(String[]::new));
            assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(lines);
            List<String> seen = new ArrayList<>();
            for (List<String> batch : batches) {
                List<String> things = batch.stream()
                        .map(line -> line.split("[#>]")[0])
                        .distinct()
                        .toList();
                assertThat(things).as("%s", batches).noneMatch(seen::contains);
                seen.addAll(things);
            }
        }
    }

    @Test
    void whatNobodyWantsIsInNoBatchAndWhatIsWantedIsWhole() {
        assertThat(cut(
                        100,
                        "a> 1 unwanted",
                        "b#p> 2 unwanted",
                        "b> 3",
                        "c#p> 4",
                        "c1> 5 unwanted",
                        "c> 6 unwanted",
                        "d#p> 7 unwanted"))
                .containsExactly(List.of("b#p> 2 unwanted", "b> 3", "c#p> 4", "c> 6 unwanted"));
    }

    /** {@return the batches of lines whose subject stands before the blank, as it is in N-Quads without the first sign} */
    private static List<List<String>> cut(int batch, String... lines) {
        List<List<String>> batches = new ArrayList<>();
        WholeThings things = new WholeThings(
                batch,
                bytes -> batches.add(
                        new String(bytes, StandardCharsets.UTF_8).lines().toList()));
        String current = "";
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            String subject = line.substring(0, line.indexOf(' ')).replace(">", "");
            if (!subject.equals(current)) {
                things.begin(subject);
                current = subject;
            }
            things.add(bytes, 0, bytes.length);
            if (!line.endsWith("unwanted")) {
                things.want();
            }
        }
        things.finish();
        return batches;
    }
}
