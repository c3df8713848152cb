package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of releases is that of their publications, whatever the clock said. */
class ClockBackTest {
    @TempDir
    Path folder;

    @Test
    void aThingThatWasWithdrawnIsGoneThoughTheClockWentBackBetweenTheReleases() throws IOException {
        SmallSite site = new SmallSite(folder).publish("stays;Stays;", "goes;Goes;");
        delayFirstRelease();
        site.publish("stays;Stays;");
        try (PleiadeServer server = site.serve()) {
            assertThat(SmallSite.get(server, "doc/thing/stays").statusCode()).isEqualTo(200);
            assertThat(SmallSite.get(server, "doc/thing/goes").statusCode()).isEqualTo(410);
            assertThat(SmallSite.get(server, "doc/thing/never").statusCode()).isEqualTo(404);
        }
    }

    /** As if the clock had been 30 days fast at the first publication. */
    private void delayFirstRelease() throws IOException {
        List<Path> manifests;
        try (Stream<Path> files = Files.walk(folder)) {
            manifests = files.filter(file -> file.endsWith("manifest.ttl")).toList();
        }
        assertThat(manifests).hasSize(1);
        String text = Files.readString(manifests.get(0));
        String later = text.replaceFirst("(generatedAtTime\\s+\")\\d{4}", "$12999");
        assertThat(later).isNotEqualTo(text);
        Files.writeString(manifests.get(0), later);
    }
}
