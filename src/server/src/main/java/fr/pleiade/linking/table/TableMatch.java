package fr.pleiade.linking.table;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Matches the rows of a table, and writes the table again with what was found.
 *
 * <p>Behind a row's own cells stand five: the thing that is meant, if that is without doubt; what it is called; how sure that is, from 0 to
 * 100; why; and, where there is a doubt, up to three things that may be meant, with their scores. The rows keep their order and their text.
 * Memory: one row.
 */
public final class TableMatch {
    /** The headers of the cells behind a row's own. */
    public static final List<String> COLUMNS =
            List.of("match_uri", "match_name", "match_score", "match_reasons", "match_candidates");

    private static final int CANDIDATES = 3;
    private static final int REASONS = 3;

    /** What agrees less is no candidate. */
    private static final double LEAST = 10;

    private static final Text DECIDED = new Text("decided by a person", "décidé par une personne");
    private static final Text GONE = new Text(
            "it was decided to be %s, which is not there any more",
            "il avait été décidé que c'est %s, qui n'existe plus");

    private final Names names;
    private final TableColumns columns;
    private final List<String> types;
    private final String asOf;
    private final Locale locale;

    /**
     * How rows are known to the person who looks through what was found.
     *
     * @param id the column that holds their keys, or {@code ""} for the rows' numbers, from 1
     * @param decisions what was decided already
     */
    public record Subjects(String id, Decisions decisions) {}

    /**
     * @param types the classes of which things must have one; any if there are none
     * @param asOf when the rows were true, such as {@code 2023-04}, or {@code ""} for today
     * @param locale the language of the reasons
     */
    public TableMatch(Names names, TableColumns columns, List<String> types, String asOf, Locale locale) {
        this.names = names;
        this.columns = columns;
        this.types = List.copyOf(types);
        this.asOf = asOf;
        this.locale = locale;
    }

    /**
     * What was done.
     *
     * @param rows how many rows there are
     * @param matched how many of them got a thing
     * @param doubtful how many got candidates only
     */
    public record Counts(long rows, long matched, long doubtful) {}

    /**
     * A row that was matched.
     *
     * @param number the row's, from 1
     * @param subject how the row is known
     * @param cells its own cells, as they are
     * @param named the text of the column that names things
     * @param found what may be meant, the best first
     * @param isMatch whether the first is meant without doubt
     * @param isDecided whether a person said so
     * @param answer a text for each of {@link #COLUMNS}
     */
    public record Matched(
            long number,
            String subject,
            List<String> cells,
            String named,
            List<Candidate> found,
            boolean isMatch,
            boolean isDecided,
            List<String> answer) {
        public Matched {
            cells = List.copyOf(cells);
            found = List.copyOf(found);
            answer = List.copyOf(answer);
        }
    }

    /** Takes rows, in their order. */
    @FunctionalInterface
    public interface Sink {
        /** {@return whether there should be more} */
        boolean take(Matched row) throws IOException;
    }

    /**
     * Matches all rows, and writes the table again.
     *
     * @param file the table's name, for what is said of it
     * @throws fr.pleiade.sources.CsvException if it lacks a column, or a row is not well formed
     */
    public Counts run(String file, CsvFile table, CsvWriter out, Subjects subjects, Optional<Review> review)
            throws IOException {
        columns.requireIn(file, table.header());
        out.write(header(table));
        return run(file, table, subjects, row -> {
            if (review.isPresent()) {
                review.get().add(row.subject(), row.named(), row.found(), row.isDecided());
            }
            out.write(written(row));
            return true;
        });
    }

    /** {@return the header of a table that is written again} */
    public static List<String> header(CsvFile table) {
        List<String> written = new ArrayList<>(table.header());
        written.addAll(COLUMNS);
        return written;
    }

    /** {@return a row as it is written again} */
    public static List<String> written(Matched row) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(row.answer());
        return cells;
    }

    /**
     * Matches rows until there are no more, or no more are wanted.
     *
     * @param file the table's name, for what is said of it
     * @throws fr.pleiade.sources.CsvException if it lacks a column, or a row is not well formed
     */
    public Counts run(String file, CsvFile table, Subjects subjects, Sink sink) throws IOException {
        List<String> header = table.header();
        columns.requireIn(file, header);
        if (!subjects.id().isEmpty()) {
            TableColumns.require(file, header, subjects.id());
        }
        long rows = 0;
        long matched = 0;
        long doubtful = 0;
        TableRows all = new TableRows(table);
        boolean isMoreWanted = true;
        while (isMoreWanted && all.next()) {
            rows++;
            Map<String, String> named = all.cells();
            String subject = subjects.id().isEmpty() ? Long.toString(rows) : named.getOrDefault(subjects.id(), "");
            Answer answer = answer(subject, named, subjects.decisions());
            matched += answer.isMatch() ? 1 : 0;
            doubtful += answer.isMatch() || answer.found().isEmpty() ? 0 : 1;
            isMoreWanted = sink.take(new Matched(
                    rows,
                    subject,
                    all.texts(),
                    named.getOrDefault(columns.name(), ""),
                    answer.found(),
                    answer.isMatch(),
                    answer.isDecided(),
                    answer.cells()));
        }
        return new Counts(rows, matched, doubtful);
    }

    /** What was found for a row, and its cells. */
    private record Answer(List<Candidate> found, boolean isMatch, boolean isDecided, List<String> cells) {
        Answer {
            found = List.copyOf(found);
            cells = List.copyOf(cells);
        }
    }

    private Answer answer(String subject, Map<String, String> cells, Decisions decisions) {
        Optional<String> decided = decisions.accepted(subject);
        Optional<NamedThing> thing = decided.flatMap(names::find);
        if (thing.isPresent()) {
            NamedThing it = thing.get();
            Candidate candidate = new Candidate(it, it.name(locale.getLanguage()), 100, true, Map.of());
            return new Answer(
                    List.of(candidate), true, true, List.of(it.iri(), name(it), "100.0", DECIDED.in(locale), ""));
        }
        List<Candidate> found = names.match(query(cells), decisions.rejected(subject)).stream()
                .filter(candidate -> candidate.score() >= LEAST)
                .toList();
        List<String> answered = new ArrayList<>(answer(found));
        decided.ifPresent(gone -> answered.set(
                REASONS,
                GONE.with(gone).in(locale) + (answered.get(REASONS).isEmpty() ? "" : "; " + answered.get(REASONS))));
        return new Answer(found, !found.isEmpty() && found.get(0).isMatch(), false, answered);
    }

    private MatchQuery query(Map<String, String> cells) {
        List<String> all = new ArrayList<>(values(cells, List.of(columns.name())));
        all.addAll(values(cells, columns.others()));
        return new MatchQuery(
                all,
                types,
                values(cells, columns.codes()),
                values(cells, columns.places()),
                hosts(values(cells, columns.sites())),
                "",
                asOf,
                CANDIDATES);
    }

    static List<String> values(Map<String, String> cells, List<String> columns) {
        return columns.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** {@return the hosts of web addresses, of which some may lack their beginning} */
    static List<String> hosts(List<String> addresses) {
        List<String> hosts = new ArrayList<>();
        for (String address : addresses) {
            String host = address.replaceFirst("^(?i)https?://", "").replaceFirst("[/?#:].*$", "");
            try {
                URI.create("http://" + host);
                hosts.add(host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
            } catch (IllegalArgumentException e) {
                continue; // no address: it is no evidence
            }
        }
        return hosts;
    }

    private List<String> answer(List<Candidate> found) {
        if (found.isEmpty()) {
            return List.of("", "", "", "", "");
        }
        Candidate best = found.get(0);
        if (best.isMatch()) {
            return List.of(best.thing().iri(), name(best.thing()), score(best), reasons(best, locale), "");
        }
        String candidates = found.stream()
                .map(candidate ->
                        "%s %s (%s)".formatted(candidate.thing().iri(), name(candidate.thing()), score(candidate)))
                .collect(Collectors.joining(" | "));
        return List.of("", "", "", "", candidates);
    }

    private String name(NamedThing thing) {
        return thing.name(locale.getLanguage()).text();
    }

    private static String score(Candidate candidate) {
        return "%.1f".formatted(candidate.score()).replace(',', '.');
    }

    static String reasons(Candidate candidate, Locale locale) {
        return Candidate.Part.words(candidate.parts()).in(locale);
    }
}
