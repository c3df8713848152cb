package fr.pleiade.web.listing;

import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.WhyAddress;
import java.math.BigDecimal;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which rows of a table are asked for and in which order, as the address says: {@code ?q=} words that a row must have, whatever their
 * accents and case, and {@code ?sort=} the key of a column, {@code -} before it for the other way round. The rows are by name unless
 * something else is asked for, and where they do not differ; what has nothing in the column comes last either way.
 *
 * @param words the words, or {@code ""}
 * @param column the key of a column; a table that has no such column is by name
 */
record Arrangement(String words, String column, boolean isDescending) {
    static final String WORDS = "q";
    static final String SORT = "sort";

    /** The key of the column of names. */
    static final String NAME = "name";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The link at the head of a column, and its order as {@code aria-sort} says it, or {@code ""}. */
    record Head(String name, String href, String order) {}

    static Arrangement of(Exchange exchange) {
        String sort = exchange.parameter(SORT).orElse(NAME);
        boolean isDescending = sort.startsWith("-");
        return new Arrangement(
                exchange.parameter(WORDS).orElse("").strip(), isDescending ? sort.substring(1) : sort, isDescending);
    }

    /** {@return whether all things are asked for, by name} */
    boolean isPlain() {
        return words.isEmpty() && column.equals(NAME) && !isDescending;
    }

    /** {@return what it is in an address: parts, without a mark between them} */
    List<String> parts() {
        return List.of(WORDS + "=" + WhyAddress.escaped(words), SORT + "=" + WhyAddress.escaped(sort())).stream()
                .filter(part -> !part.equals(WORDS + "=") && !part.equals(SORT + "=" + NAME))
                .toList();
    }

    private String sort() {
        return (isDescending ? "-" : "") + column;
    }

    /** {@return the head of a column, which leads to the table sorted by it, or the other way round if it is so already} */
    Head head(ThingTable.Column of, Exchange exchange) {
        boolean isSorted = of.key().equals(column);
        String next = isSorted && !isDescending ? "-" + of.key() : of.key();
        String order = isDescending ? "descending" : "ascending";
        return new Head(
                of.name(),
                "/" + exchange.path() + "?"
                        + exchange.query()
                                .without("page")
                                .with(SORT, WhyAddress.escaped(next))
                                .text(),
                isSorted ? order : "");
    }

    /** {@return the things of a table that is by name, those that are asked for, in the order that is asked for} */
    List<String> of(ThingTable table, Locale locale) {
        List<String> wanted = BLANKS.splitAsStream(folded(words))
                .filter(word -> !word.isEmpty())
                .toList();
        return table.rows().stream()
                .filter(row -> wanted.isEmpty() || has(row, wanted))
                .sorted(order(table, locale))
                .map(ThingTable.Row::iri)
                .toList();
    }

    private static boolean has(ThingTable.Row row, List<String> wanted) {
        StringBuilder text = new StringBuilder(row.name());
        row.cells().forEach(cell -> text.append('\n').append(cell.text()));
        String folded = folded(text.toString());
        return wanted.stream().allMatch(folded::contains);
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private Comparator<ThingTable.Row> order(ThingTable table, Locale locale) {
        Optional<Function<ThingTable.Row, ThingTable.Cell>> cell = cell(table);
        if (cell.isEmpty()) {
            return (one, other) -> 0;
        }
        Comparator<ThingTable.Cell> byValue = byValue(Collator.getInstance(locale));
        return Comparator.comparing(
                cell.get(),
                Comparator.<ThingTable.Cell, Boolean>comparing(
                                each -> each.text().isEmpty())
                        .thenComparing(isDescending ? byValue.reversed() : byValue));
    }

    private Optional<Function<ThingTable.Row, ThingTable.Cell>> cell(ThingTable table) {
        if (column.equals(NAME)) {
            return Optional.of(row -> ThingTable.Cell.of(row.name()));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(column)) {
                int at = i;
                return Optional.of(row -> row.cells().get(at));
            }
        }
        return Optional.empty();
    }

    /** Numbers by size, before dates by time, before other texts as the language has them. */
    private static Comparator<ThingTable.Cell> byValue(Collator collator) {
        Comparator<ThingTable.Cell> byNumber = Comparator.comparing(
                cell -> cell.number().isEmpty() ? null : new BigDecimal(cell.number()),
                Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<ThingTable.Cell> byDate = Comparator.comparing(
                cell -> cell.date().isEmpty() ? null : cell.date(), Comparator.nullsLast(Comparator.naturalOrder()));
        return byNumber.thenComparing(byDate).thenComparing(ThingTable.Cell::text, collator);
    }
}
