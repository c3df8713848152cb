package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSorter;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The findings of one graph in the order in which they are shown, the most severe first, then by rule and place, and counted: any page
 * of them is read without reading those before it.
 *
 * <p>Three files in {@code pages/findings/} of a release: {@code <slug>.nt}, the findings in {@link FindingFile}'s shape, one after the
 * other; {@code <slug>.offsets}, where each {@value #PER_PAGE}th of them begins (big-endian longs); {@code <slug>.counts}, lines
 * {@code WARNING link-missing 12}. Thread-safe; holds the counts.
 */
public final class FindingPages {
    /** How many findings there are on a page. */
    public static final int PER_PAGE = 25;

    private final Path findings;
    private final Path offsets;
    private final Map<Severity, SortedMap<String, Long>> counts;

    private FindingPages(Path folder, String slug, Map<Severity, SortedMap<String, Long>> counts) {
        this.findings = file(folder, slug, ".nt");
        this.offsets = file(folder, slug, ".offsets");
        this.counts = counts;
    }

    /**
     * {@return the findings of a graph of a release}
     *
     * @param folder the release's folder
     * @throws UncheckedIOException if their files cannot be read
     */
    public static FindingPages open(Path folder, String slug) {
        Path file = file(folder, slug, ".counts");
        Map<Severity, SortedMap<String, Long>> counts = new EnumMap<>(Severity.class);
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(" "))
                    .forEach(line -> counts.computeIfAbsent(Severity.valueOf(line[0]), s -> new TreeMap<>())
                            .put(line[1], Long.parseLong(line[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
        return new FindingPages(folder, slug, counts);
    }

    /**
     * Puts the findings of some files into the order in which they are shown.
     *
     * @param files files of {@link FindingFile}'s shape
     * @param judge gives each finding the severity that it is shown with
     * @param folder the release's folder
     * @param work a folder for what does not fit in memory
     */
    public static FindingPages write(
            List<Path> files, UnaryOperator<Finding> judge, Path folder, String slug, Path work) throws IOException {
        Files.createDirectories(file(folder, slug, "").getParent());
        Map<Severity, SortedMap<String, Long>> counts = new EnumMap<>(Severity.class);
        try (LineSorter sorter = new LineSorter(work, 1 << 22);
                Writing writing = new Writing(folder, slug, counts)) {
            for (Path file : files) {
                FindingFile.forEach(file, (finding, lines) -> {
                    Finding judged = judge.apply(finding);
                    sorter.write(FindingLine.of(
                            judged, judged.equals(finding) ? lines.joined() : JoinedFindings.line(judged)));
                });
            }
            sorter.drain(writing::write);
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((severity, rules) -> rules.forEach((rule, number) -> text.append(severity)
                .append(' ')
                .append(rule)
                .append(' ')
                .append(number)
                .append('\n')));
        Files.writeString(file(folder, slug, ".counts"), text);
        return new FindingPages(folder, slug, counts);
    }

    /** The two files that grow with the findings. */
    private static final class Writing implements AutoCloseable {
        private final OutputStream findings;
        private final DataOutputStream offsets;
        private final Map<Severity, SortedMap<String, Long>> counts;
        private long number;
        private long offset;

        Writing(Path folder, String slug, Map<Severity, SortedMap<String, Long>> counts) throws IOException {
            findings = new BufferedOutputStream(Files.newOutputStream(file(folder, slug, ".nt")));
            offsets = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file(folder, slug, ".offsets"))));
            this.counts = counts;
        }

        void write(byte[] bytes, int start, int end) throws IOException {
            FindingLine line = FindingLine.read(bytes, start);
            counts.computeIfAbsent(line.severity(), s -> new TreeMap<>()).merge(line.rule(), 1L, Long::sum);
            if (number++ % PER_PAGE == 0) {
                offsets.writeLong(offset);
            }
            JoinedFindings.write(bytes, line.triples(), end, findings);
            offset += end - line.triples() + 1;
        }

        @Override
        public void close() throws IOException {
            findings.close();
            offsets.close();
        }
    }

    /** {@return how many findings there are} */
    public long total() {
        return Arrays.stream(Severity.values()).mapToLong(this::count).sum();
    }

    /** {@return how many of the severity there are} */
    public long count(Severity severity) {
        return sum(byRule(severity));
    }

    /** {@return how many of each severity there are; one that has none is absent} */
    public Map<Severity, Long> counts() {
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        counts.keySet().forEach(severity -> all.put(severity, count(severity)));
        return all;
    }

    /** {@return how many of the severity each rule has raised} */
    public SortedMap<String, Long> byRule(Severity severity) {
        return Collections.unmodifiableSortedMap(counts.getOrDefault(severity, Collections.emptySortedMap()));
    }

    /** {@return all of them, held in memory} */
    public List<Finding> all() {
        return read(0, total());
    }

    /**
     * {@return one page of them; empty if there is no such page}
     *
     * @param page from 1
     */
    public List<Finding> page(int page) {
        return page(0, total(), page);
    }

    /**
     * {@return one page of those of a severity; empty if there is no such page}
     *
     * @param page from 1
     */
    public List<Finding> page(Severity severity, int page) {
        return page(before(severity), count(severity), page);
    }

    /** {@return how many there are that are more severe} */
    private long before(Severity severity) {
        return Arrays.stream(Severity.values())
                .filter(other -> other.compareTo(severity) > 0)
                .mapToLong(this::count)
                .sum();
    }

    private static List<Severity> mostSevereFirst() {
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static long sum(Map<String, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return how many findings each rule has raised, whatever their severity} */
    public SortedMap<String, Long> byRule() {
        SortedMap<String, Long> all = new TreeMap<>();
        counts.values().forEach(rules -> rules.forEach((rule, number) -> all.merge(rule, number, Long::sum)));
        return all;
    }

    /**
     * {@return one page of those of a rule, the most severe first; empty if there is no such page}
     *
     * @param page from 1
     */
    public List<Finding> page(String rule, int page) {
        List<Finding> found = new ArrayList<>();
        long toSkip = (page - 1L) * PER_PAGE;
        for (Severity severity : mostSevereFirst()) {
            SortedMap<String, Long> rules = byRule(severity);
            long number = rules.getOrDefault(rule, 0L);
            long skipped = Math.min(toSkip, number);
            long first = before(severity) + sum(rules.headMap(rule)) + skipped;
            found.addAll(read(first, Math.min(number - skipped, PER_PAGE - found.size())));
            toSkip -= skipped;
        }
        return found;
    }

    private List<Finding> page(long first, long number, int page) {
        long start = Math.min((page - 1L) * PER_PAGE, number);
        return read(first + start, Math.min(PER_PAGE, number - start));
    }

    private List<Finding> read(long first, long number) {
        if (number == 0) {
            return List.of();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(findings)) {
            channel.position(offset(first / PER_PAGE));
            LineReader lines = new LineReader(Channels.newInputStream(channel));
            return FindingFile.read(lines, first % PER_PAGE, number);
        } catch (IOException e) {
            throw new UncheckedIOException(findings + ": " + e.getMessage(), e);
        }
    }

    private long offset(long page) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(offsets.toFile(), "r")) {
            file.seek(page * Long.BYTES);
            return file.readLong();
        }
    }

    private static Path file(Path folder, String slug, String suffix) {
        return folder.resolve("pages").resolve("findings").resolve(slug + suffix);
    }
}
