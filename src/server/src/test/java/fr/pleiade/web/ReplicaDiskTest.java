package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Releases;
import fr.pleiade.testing.OwnMounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy on a disk of its own, which is really full in the middle of a pull. Skipped where the kernel does not allow that. */
class ReplicaDiskTest {
    private static final String ON_A_DISK = """
            mount -t tmpfs -o size=96m disk "$1" || exit 99
            exec "$2" -Xmx256m -XX:TieredStopAtLevel=1 -cp "$3" fr.pleiade.web.FillingReplica "$4" "$1/state" "$1/filler" 2>&1
            """;

    @TempDir
    private Path folder;

    @Test
    void itServesWhatItHasAndGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        OwnMounts.need(disk);
        SmallSite site = new SmallSite(folder.resolve("published")).publish("first;First;");
        String first = current();
        try (PleiadeServer publisher = site.serve()) {
            Process copy = OwnMounts.bash(
                            ON_A_DISK,
                            disk.toString(),
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            System.getProperty("java.class.path"),
                            "http://127.0.0.1:" + publisher.port() + "/")
                    .start();
            BufferedReader lines = copy.inputReader();
            List<String> said = new ArrayList<>(List.of(lines.readLine()));
            while (!said.get(said.size() - 1).startsWith("> first: ")) {
                said.add(lines.readLine());
            }
            site.publish(IntStream.range(0, 3_000)
                    .mapToObj(n -> n == 0 ? "first;First;" : "thing-%d;Thing number %d;".formatted(n, n))
                    .toArray(String[]::new));
            String second = current();
            copy.getOutputStream().write('\n');
            copy.getOutputStream().close();
            lines.lines().forEach(said::add);
            assertThat(copy.waitFor()).as(String.join("\n", said)).isZero();

            List<String> told =
                    said.stream().filter(line -> line.startsWith("> ")).toList();
            assertThat(told).as(String.join("\n", said)).hasSize(6);
            assertThat(told.get(1)).startsWith("> filling: " + disk.resolve("state") + ": the disk is full");
            assertThat(told.get(2)).isEqualTo("> filled: %s 200 200", first);
            assertThat(told.get(3)).startsWith("> full: " + disk.resolve("state") + ": ");
            assertThat(told.get(4)).isEqualTo("> with room: %s", second);
            assertThat(told.get(5)).isEqualTo("> recovered: %s 200 200", second);
        }
    }

    private String current() {
        return Releases.in(folder.resolve("published/state")).currentId().orElseThrow();
    }
}
