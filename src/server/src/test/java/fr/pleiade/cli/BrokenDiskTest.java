package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.store.Store;
import fr.pleiade.testing.OwnMounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publishes on disks that are really full or read-only: small file systems in memory, mounted in a name space of their own, which ends
 * with the process. Skipped where the kernel does not allow that.
 */
class BrokenDiskTest {
    /** Mounts a disk with a copy of the state, does something to it, publishes, and copies the state back. */
    private static final String ON_A_DISK_OF = """
            mount -t tmpfs -o size="$1" disk "$DISK" && cp -a "$STATE"/. "$DISK" || exit 99
            publish() { "$JAVA" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$CLASSES" $1 publish --site "$SITE" --state "$DISK" --force 2>&1; }
            %s
            code=$?
            rm -rf "$DISK"/filled "$STATE" && cp -a "$DISK" "$STATE" || exit 98
            exit $code
            """;

    private static final String PUBLISH = "publish fr.pleiade.cli.Pleiade";

    private static final String FILL_AFTER_STAGE = "publish \"fr.pleiade.cli.FillingCommand $DISK/filled $2\"";

    private static final String ON_A_READ_ONLY_DISK = """
            mount --bind "$STATE" "$DISK" && mount -o remount,bind,ro "$DISK" || exit 99
            exec "$JAVA" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$CLASSES" fr.pleiade.cli.Pleiade "$@" --site "$SITE" --state "$DISK" 2>&1
            """;

    @TempDir
    private Path folder;

    private TwoTowns site;
    private String before = "";

    private record Run(int code, String said) {}

    @BeforeEach
    void publishOnce() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("disk"));
        OwnMounts.need(folder.resolve("disk"));
        site = new TwoTowns(folder.resolve("site"));
        site.towns(rows("Town"));
        before = site.publish();
        site.towns(rows("Village"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600k", "4500k"})
    void onADiskThatIsTooSmallTheReleaseStays(String size) throws IOException, InterruptedException {
        Run run = bash(ON_A_DISK_OF.formatted(PUBLISH), size);
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(lastLine(run)).startsWith("pleiade: ").containsAnyOf("the disk is full", "the disk has ");
        assertThat(served()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"Map,the disk is full", "Check,the disk has 0 MB left", "Index,the disk is full"})
    void whenTheDiskFillsUpTheReleaseStays(String stage, String reason) throws IOException, InterruptedException {
        Run run = bash(ON_A_DISK_OF.formatted(FILL_AFTER_STAGE), "40m", stage);
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(lastLine(run)).startsWith("pleiade: ").contains(reason);
        assertThat(served()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "releases rollback R", "releases prune --keep 1"})
    void aReadOnlyDiskIsSaid(String command) throws IOException, InterruptedException {
        Run run = bash(ON_A_READ_ONLY_DISK, command.replace("R", before).split(" "));
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(lastLine(run))
                .startsWith("pleiade: " + folder.resolve("disk") + ": it cannot be written")
                .endsWith("give the process the right to write there, or name another folder with --state");
        assertThat(served()).isEqualTo(before);
    }

    @Test
    void aServerOnAReadOnlyDiskDoesNotStart() throws IOException, InterruptedException {
        Path service =
                Files.createDirectory(folder.resolve("site/fuseki-config")).resolve("pleiade.ttl");
        Files.copy(Path.of("fuseki-config/pleiade.ttl"), service);
        Run run = bash(ON_A_READ_ONLY_DISK, "serve", "--port", "0", "--base", "http://localhost/");
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(lastLine(run)).as(run.said()).startsWith("pleiade: ").contains("tdb2: it cannot be written");
    }

    @Test
    void releasesAreListedFromAReadOnlyDisk() throws IOException, InterruptedException {
        Run run = bash(ON_A_READ_ONLY_DISK, "releases");
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.said()).contains("* " + before);
    }

    private Run bash(String script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = OwnMounts.bash(script, arguments).redirectErrorStream(true);
        builder.environment().put("DISK", folder.resolve("disk").toString());
        builder.environment().put("SITE", folder.resolve("site").toString());
        builder.environment().put("STATE", folder.resolve("site/var").toString());
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    /** {@return the release that a server would begin with, which must be complete} */
    private String served() {
        Release release = Releases.in(site.state())
                .toServe(problem -> {
                    throw problem;
                })
                .orElseThrow();
        assertThat(site.current()).isEqualTo(release.id());
        try (Store store = Store.open(release.tdb2())) {
            for (PublishedGraph graph : release.graphs()) {
                assertThat(store.count(graph.iri())).as(graph.slug()).isEqualTo(graph.triples());
            }
        }
        return release.id();
    }

    private static String lastLine(Run run) {
        return run.said().lines().reduce("", (earlier, line) -> line);
    }

    /** {@return enough rows for the release to take two megabytes} */
    private static String[] rows(String name) {
        return IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> i + "," + name + " number " + i)
                .toArray(String[]::new);
    }
}
