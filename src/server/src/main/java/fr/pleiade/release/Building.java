package fr.pleiade.release;

import fr.pleiade.findings.Finding;
import fr.pleiade.quads.Durable;
import fr.pleiade.release.finding.FindingPages;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The folder in which a release is being built: {@code building-<random>}, beside the finished ones.
 *
 * <p>It becomes a release by one rename, when everything in it is on the disk; closed before that, it vanishes.
 */
public final class Building implements Closeable {
    private static final String PREFIX = "building-";
    private final Path folder;
    private final Path work;

    private Building(Path folder) throws IOException {
        this.folder = folder;
        this.work = Files.createDirectory(folder.resolve("work"));
        Files.createDirectory(folder.resolve("graphs"));
        Files.createDirectory(folder.resolve("findings"));
        Files.createDirectory(folder.resolve("csv"));
    }

    public static Building begin(Path state) throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        return new Building(
                Files.createDirectory(state.resolve(name))); // readable as the umask says, unlike a temporary folder
    }

    /** {@return whether this is the folder of a publication, at work or killed} */
    static boolean isOne(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX);
    }

    public Path folder() {
        return folder;
    }

    /** {@return the folder for what is needed only while building} */
    public Path work() {
        return work;
    }

    public Path graphFile(String slug) {
        return Release.graphFile(folder, slug);
    }

    public Path findingFile(String slug) {
        return Release.findingFile(folder, slug);
    }

    public Path tableFile(String slug) {
        return Release.tableFile(folder, slug);
    }

    public Path schemaFile(String slug) {
        return Release.schemaFile(folder, slug);
    }

    /** {@return the file of what the check finds in a graph; the other one is of what was found while making it} */
    public Path checkFile(String slug) {
        return Release.checkFile(folder, slug);
    }

    /**
     * Puts what was found in a graph, while making and checking it, into the order in which it is shown.
     *
     * @param judge gives each finding the severity that it is shown with
     */
    public FindingPages orderFindings(String slug, UnaryOperator<Finding> judge) throws IOException {
        List<Path> files = Stream.of(findingFile(slug), checkFile(slug))
                .filter(Files::exists)
                .toList();
        return FindingPages.write(files, judge, folder, slug, work);
    }

    /** {@return a copy of a file of another release; a hard link where the disk has them, for neither will change} */
    public static void reuse(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, target);
        }
    }

    /** Makes the folder durable and moves it to where releases are, under their id; the building is over. */
    public Release finish(Path releases, String id) throws IOException {
        delete(work);
        Durable.forceAll(folder);
        Files.createDirectories(releases);
        Path target = releases.resolve(id);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(releases);
        return Release.open(target);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
