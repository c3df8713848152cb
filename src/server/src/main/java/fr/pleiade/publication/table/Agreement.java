package fr.pleiade.publication.table;

import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All rows of a table held against the published graph: which candidates give no triple that is not published, and which columns tell the
 * rows apart.
 *
 * <p>What the rows give is sorted and merged with the graph. Memory: the sorters'. One use.
 */
final class Agreement implements AutoCloseable {
    private static final int MEMORY = 1 << 24;

    private final List<Tried> candidates;
    private final List<UriPattern> subjects;
    private final List<Set<Integer>> keys;
    private final LineSorter lines;
    private final LineSorter keyLines;
    private final BitSet wrong = new BitSet();
    private final BitSet incomplete = new BitSet();
    private long rows;

    /**
     * A candidate, with what of its lines is the same for every row.
     *
     * @param subject which of the subjects it is about
     * @param property the property and a space
     * @param ending what follows the value: the graph's name, the full stop, the candidate's number and a line feed
     */
    private record Tried(Candidate candidate, int subject, String property, String ending) {}

    /**
     * @param keys sets of columns that may tell the rows apart
     * @param graph the published graph's name
     * @param work a folder for what does not fit into memory
     */
    Agreement(List<Candidate> candidates, List<Set<Integer>> keys, Term.Iri graph, Path work) {
        this.subjects = candidates.stream().map(Candidate::about).distinct().toList();
        this.candidates = IntStream.range(0, candidates.size())
                .mapToObj(number -> tried(candidates.get(number), number, graph))
                .toList();
        this.keys = List.copyOf(keys);
        this.lines = new LineSorter(work, MEMORY);
        this.keyLines = new LineSorter(work, MEMORY);
    }

    private Tried tried(Candidate candidate, int number, Term.Iri graph) {
        return new Tried(
                candidate,
                subjects.indexOf(candidate.about()),
                candidate.property().toNTriples() + " ",
                " " + graph.toNTriples() + " . " + number + "\n");
    }

    /** Takes a row. */
    void add(List<String> cells) throws IOException {
        rows++;
        List<Optional<String>> addresses = subjects.stream()
                .map(subject -> subject.iri(cells).map(iri -> iri.toNTriples() + " "))
                .toList();
        for (int i = 0; i < candidates.size(); i++) {
            Tried tried = candidates.get(i);
            if (!wrong.get(i) && !tried.candidate().isSilent(cells)) {
                add(i, tried, addresses.get(tried.subject()), cells);
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!incomplete.get(i)) {
                addKey(i, cells);
            }
        }
    }

    private void add(int number, Tried tried, Optional<String> subject, List<String> cells) throws IOException {
        Optional<List<Term>> values = tried.candidate().values(cells);
        if (values.isEmpty() || subject.isEmpty()) {
            wrong.set(number);
            return;
        }
        for (Term value : values.get()) {
            write(lines, subject.get() + tried.property() + value.toNTriples() + tried.ending());
        }
    }

    private void addKey(int number, List<String> cells) throws IOException {
        if (keys.get(number).stream().anyMatch(column -> cells.get(column).isEmpty())) {
            incomplete.set(number);
            return;
        }
        String key = keys.get(number).stream()
                .map(column -> PercentEncoding.encode(cells.get(column), true))
                .collect(Collectors.joining(" "));
        write(keyLines, number + " " + key + "\n");
    }

    private static void write(LineSorter sorter, String line) throws IOException {
        sorter.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the candidates that the graph agrees with; to be called when all rows were added} */
    List<Candidate> agreed(Path nquads) throws IOException {
        try (LineReader published = new LineReader(nquads)) {
            boolean[] more = {published.next()};
            lines.drain((bytes, from, to) -> {
                int end = end(bytes, from, to);
                while (more[0] && compare(published, bytes, from, end) < 0) {
                    more[0] = published.next();
                }
                if (!more[0] || compare(published, bytes, from, end) != 0) {
                    wrong.set(Integer.parseInt(new String(bytes, end + 1, to - end - 1, StandardCharsets.US_ASCII)));
                }
            });
        }
        List<Candidate> agreed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!wrong.get(i)) {
                agreed.add(candidates.get(i).candidate());
            }
        }
        return agreed;
    }

    /** {@return where the quad ends that the number of its candidate follows} */
    private static int end(byte[] bytes, int from, int to) {
        int end = to - 1;
        while (bytes[end] != ' ') {
            end--;
        }
        return end;
    }

    private static int compare(LineReader published, byte[] bytes, int from, int end) {
        return Arrays.compareUnsigned(published.buffer(), published.start(), published.end(), bytes, from, end);
    }

    /** {@return the sets of columns of which no two rows have the same cells, and no row an empty one; likewise} */
    List<Set<Integer>> unique() throws IOException {
        long[] counts = new long[keys.size()];
        keyLines.drain((bytes, from, to) -> {
            String line = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            counts[Integer.parseInt(line.substring(0, line.indexOf(' ')))]++;
        });
        List<Set<Integer>> unique = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (!incomplete.get(i) && counts[i] == rows && rows > 0) {
                unique.add(keys.get(i));
            }
        }
        return unique;
    }

    @Override
    public void close() throws IOException {
        lines.close();
        keyLines.close();
    }
}
