package fr.pleiade.release.replica;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a release that a copy of it needs, in the order of their names: all but the indexes, which are made of them again.
 *
 * <p>Shape: a line for each, {@code <SHA-256> <bytes> <name>}, as in
 *
 * <pre>
 * 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae 104857600 graphs/things.nq
 * </pre>
 */
public record FileList(List<Entry> entries) {
    /** The file that says what a release is. */
    public static final String MANIFEST = ManifestDocument.FILE;

    /** What is made of the others. */
    private static final Set<String> MADE = Set.of("tdb2", "names", "inverse");

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,15}) (.+)");

    /**
     * A file.
     *
     * @param name its path below the release's folder, with {@code /}
     * @param bytes how large it is
     * @param sha256 its digest in hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {
        /** {@return where it is in a folder} */
        Path in(Path folder) {
            return folder.resolve(name);
        }
    }

    public FileList {
        entries = List.copyOf(entries);
    }

    /** {@return the files of a release; reads all but the graphs, whose digests the manifest has} */
    public static FileList of(Release release) {
        Map<Path, String> known = new HashMap<>();
        release.graphs().forEach(graph -> known.put(release.graphFile(graph.slug()), graph.sha256()));
        try (Stream<Path> walk = Files.walk(release.folder())) {
            List<Entry> entries = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path name = release.folder().relativize(file);
                if (!MADE.contains(first(name))) {
                    String digest = known.containsKey(file) ? known.get(file) : Sha256.of(file);
                    entries.add(new Entry(name.toString().replace('\\', '/'), Files.size(file), digest));
                }
            }
            return new FileList(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(release.folder() + ": " + e.getMessage(), e);
        }
    }

    /** {@return the file with this name, if it is one of them} */
    public Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** {@return how large all of them are} */
    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** {@return the lines} */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.sha256())
                .append(' ')
                .append(entry.bytes())
                .append(' ')
                .append(entry.name())
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return the list in a file that came from elsewhere}
     *
     * @throws IllegalArgumentException if it is none, or a name leads out of a release's folder, or to what no release has
     */
    static FileList read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "expected '<SHA-256> <bytes> <name>', found '%.60s'".formatted(line));
            }
            Entry entry = new Entry(matcher.group(3), Long.parseLong(matcher.group(2)), matcher.group(1));
            if (!isBelow(entry.name()) || !names.add(entry.name())) {
                throw new IllegalArgumentException("'%.60s' is no name of a file of a release".formatted(entry.name()));
            }
            entries.add(entry);
        }
        return new FileList(entries);
    }

    private static boolean isBelow(String name) {
        Path path = Path.of(name);
        return !path.isAbsolute()
                && path.normalize().toString().equals(name)
                && !name.startsWith("..")
                && name.chars().noneMatch(character -> character < ' ' || character == '\\')
                && !MADE.contains(first(path));
    }

    private static String first(Path name) {
        return name.getName(0).toString();
    }
}
