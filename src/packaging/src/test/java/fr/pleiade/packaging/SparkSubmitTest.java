package fr.pleiade.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * What spark-submit makes with {@code pleiade-spark.jar} is what {@code publish --graphs} takes: the way of a dataset over a cluster, each
 * program in a process of its own. Spark is installed out of the jars that Maven has.
 */
@EnabledForJreRange(max = JRE.JAVA_23)
class SparkSubmitTest {
    private static final Path SPARK = Path.of("src/spark/target");
    private static final Path JAR = SPARK.resolve("pleiade-spark.jar");
    private static final Path APP = Path.of("src/packaging/target/app/pleiade-app.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private record Run(int code, String out, String said) {}

    @Test
    void itsPartsArePublishedByteForByteAsWhatOneMachineMaps() throws IOException, InterruptedException {
        Path home = installSpark();
        assertThat(submit(home, "communes").code()).isZero();
        Run withFinding = submit(home, "etablissements");
        assertThat(withFinding.code())
                .as("one value has no address: it is told")
                .isEqualTo(1);
        assertThat(withFinding.said()).contains(", column 'flux_rss', value 'https://www.ecole-navale.fr/fil ");

        List<Path> plain = files(publish("plain"));
        Path given = publish("given", "--graphs", folder.resolve("parts").toString());
        assertThat(plain).extracting(file -> file.getFileName().toString()).contains("communes.nq", "catalog.nq");
        for (Path graph : plain) {
            String name = graph.getFileName().toString();
            if (!name.equals("catalog.nq")) { // it says that the sources of the two are the parts
                assertThat(given.resolve(name)).hasSameBinaryContentAs(graph);
            }
        }
        assertThat(given.resolve("catalog.nq")).content().contains("\"communes/part-00000.nq\"");
    }

    /** {@return a folder as that of Spark's own distribution, as far as spark-submit needs it; without what our jar brings along} */
    private Path installSpark() throws IOException {
        Path jars = Files.createDirectories(jars());
        Set<String> ours = classes(JAR);
        String jarsOfMaven = Files.readString(SPARK.resolve("spark.classpath")).strip();
        for (String jar : jarsOfMaven.split(File.pathSeparator)) {
            if (Collections.disjoint(classes(Path.of(jar)), ours)) {
                Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
            }
        }
        return jars.getParent();
    }

    @AfterEach
    void removeLinks() throws IOException {
        for (Path jar : files(jars())) {
            Files.delete(jar);
        }
    }

    private Path jars() {
        return folder.resolve("spark/jars");
    }

    private static Set<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .collect(Collectors.toSet());
        }
    }

    /** As bin/spark-submit does: the launcher tells the command, each word and a zero byte, after a line that is none. */
    private Run submit(Path home, String dataset) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-cp", home + "/jars/*", "org.apache.spark.launcher.Main"));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--class", "fr.pleiade.spark.SparkMap"));
        command.add(JAR.toString());
        command.addAll(List.of("-m", "mappings/" + dataset + "/mapping.yml", "--sources", "data"));
        command.addAll(List.of("--graph", "http://localhost:8080/dataset/" + dataset));
        command.addAll(List.of("-o", folder.resolve("parts").resolve(dataset).toString()));
        Run launcher = run(home, command);
        assertThat(launcher.code()).as(launcher.said()).isZero();
        String words = launcher.out().substring(launcher.out().indexOf("\0\n") + 2);
        return run(home, List.of(words.split("\0")));
    }

    /** {@return the folder of the graphs of the release that is published} */
    private Path publish(String state, String... more) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-Dfile.encoding=UTF-8", "-jar", APP.toString(), "publish"));
        command.addAll(List.of("--site", ".", "--state", folder.resolve(state).toString()));
        command.addAll(List.of(more));
        Run run = run(folder, command);
        assertThat(run.code()).as(run.out() + run.said()).isZero();
        return folder.resolve(state).resolve("current/graphs");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Run run(Path sparkHome, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        sparkHome.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // as they run for seconds
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(said));
    }
}
