package fr.pleiade.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the Debian package without Debian's tools, and runs what is in it from a folder. */
class DebianPackageTest {
    private static final Path PACKAGING = Path.of("src/packaging");
    private static final Path UNITS = Path.of("src/server/src/main/resources/fr/pleiade/draft/publisher");
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    @TempDir
    Path folder;

    /** A file of the package. */
    private record Packaged(int mode, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePackageHasItsPlaceForEachFile() throws IOException {
        Map<String, Packaged> files = part("data.tar.gz");
        assertThat(files)
                .containsKeys(
                        "usr/bin/pleiade",
                        "usr/share/pleiade/pleiade-app.jar",
                        "usr/share/pleiade/sample/mappings/catalog.ttl",
                        "usr/share/pleiade/sample/fuseki-config/pleiade.ttl",
                        "usr/share/doc/pleiade/copyright",
                        "usr/share/doc/pleiade/REFERENCE.md",
                        "usr/share/doc/pleiade/UPGRADING.md",
                        "usr/lib/systemd/system/pleiade.service",
                        "usr/lib/systemd/system/pleiade-publish.service",
                        "usr/lib/systemd/system/pleiade-publish.timer",
                        "etc/default/pleiade");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("usr/share/pleiade/lib/jena-tdb2"));
        assertThat(files.get("usr/bin/pleiade").mode()).isEqualTo(EXECUTABLE);
        files.forEach((name, file) -> {
            if (!name.equals("usr/bin/pleiade")) {
                assertThat(file.mode()).as(name).isEqualTo(READABLE);
            }
        });
    }

    @Test
    void whatThePublisherConfiguresIsKeptByAnUpgrade() throws IOException {
        Map<String, Packaged> control = part("control.tar.gz");
        assertThat(control.get("conffiles").text()).isEqualTo("/etc/default/pleiade\n");
        assertThat(control.get("control").text())
                .contains("Package: pleiade\n", "Version: 0.1.0", "Architecture: all\n")
                .doesNotContain("[[");
        assertThat(control.get("postinst").mode()).isEqualTo(EXECUTABLE);
    }

    @Test
    void theInstalledCommandRunsTheSampleSite() throws IOException, InterruptedException {
        Path root = install();
        assertThat(run(root, "--version")).startsWith("pleiade 0.1.0");
        Path sample = root.resolve("usr/share/pleiade/sample");
        String published = run(
                root,
                "publish",
                "--site",
                sample.toString(),
                "--state",
                folder.resolve("state").toString());
        assertThat(published).contains("communes", "etablissements");
        assertThat(folder.resolve("state/current")).exists();
        Path site = folder.resolve("site");
        assertThat(run(root, "init", site.toString(), "--yes")).contains("Written: ");
        assertThat(site.resolve("fuseki-config/pleiade.ttl")).exists();
    }

    @Test
    void systemdAcceptsTheUnits() throws IOException, InterruptedException {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(analyze), "skipped: there is no " + analyze);
        Path root = install();
        for (String target : List.of("sysinit", "basic", "shutdown", "network", "time-set", "timers", "multi-user")) {
            Files.writeString(
                    root.resolve("usr/lib/systemd/system/" + target + ".target"), "[Unit]\nDescription=Debian's\n");
        }
        List<String> command = new ArrayList<>(List.of(analyze.toString(), "verify", "--root=" + root, "--man=no"));
        command.addAll(List.of("pleiade.service", "pleiade-publish.service", "pleiade-publish.timer"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said).isEmpty();
    }

    @Test
    void theUnitsSayOnlyOptionsThatThereAre() throws IOException, InterruptedException {
        Path root = install();
        for (String command : List.of("serve", "publish")) {
            String unit = command.equals("serve") ? "pleiade.service" : "pleiade-publish.service";
            String help = run(root, command, "--help");
            Files.readString(UNITS.resolve(unit))
                    .lines()
                    .filter(line -> line.startsWith("ExecStart="))
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .filter(word -> word.startsWith("--"))
                    .forEach(option -> assertThat(help).contains(option));
        }
    }

    private String run(Path root, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("usr/bin/pleiade").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Path install() throws IOException {
        Path root = folder.resolve("root");
        for (Map.Entry<String, Packaged> file : part("data.tar.gz").entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue().bytes());
            if (file.getValue().mode() == EXECUTABLE) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        return root;
    }

    /** {@return the files of one of the package's two archives, by their names without the dot and slash that they begin with} */
    private static Map<String, Packaged> part(String archive) throws IOException {
        Map<String, Packaged> files = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(member(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(
                            entry.getName().replaceFirst("^\\./", ""),
                            new Packaged(entry.getMode() & 0777, tar.readAllBytes()));
                }
            }
        }
        return files;
    }

    private static InputStream member(String name) throws IOException {
        Path deb = PACKAGING.resolve("target/pleiade_all.deb");
        try (ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
            for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new ByteArrayInputStream(ar.readAllBytes());
                }
            }
        }
        throw new IOException(deb + " has no " + name);
    }
}
