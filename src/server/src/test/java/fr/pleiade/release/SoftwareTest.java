package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.web.http.Entity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of the software may make other bytes of one release, and must not call them by one entity tag. */
class SoftwareTest {
    @TempDir
    Path folder;

    @Test
    void anotherVersionOrAnotherBuildHasAnotherFingerprint() throws IOException {
        Path ours = Files.createDirectory(folder.resolve("classes"));
        Path code = Files.writeString(ours.resolve("A.class"), "a");
        Files.setLastModifiedTime(code, FileTime.fromMillis(1_000));
        Path library = Files.writeString(folder.resolve("library.jar"), "l");
        String classPath = ours + File.pathSeparator + library;
        String build = Software.fingerprint("Pléiade 1", classPath);
        assertThat(Software.fingerprint("Pléiade 1", classPath)).isEqualTo(build);
        assertThat(Software.fingerprint("Pléiade 2", classPath)).isNotEqualTo(build);
        Files.setLastModifiedTime(code, FileTime.fromMillis(2_000));
        assertThat(Software.fingerprint("Pléiade 1", classPath)).isNotEqualTo(build);
    }

    @Test
    void theFingerprintIsInEachEntityTag() {
        String build = Software.FINGERPRINT.substring(0, 8);
        assertThat(Entity.of("text/turtle", "0123456789ab.ttl", Instant.EPOCH).validator())
                .isEqualTo("0123456789ab.ttl." + build);
    }
}
