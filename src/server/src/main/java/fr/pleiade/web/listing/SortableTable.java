package fr.pleiade.web.listing;

import fr.pleiade.web.http.Refusal;
import java.math.BigDecimal;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of things, with what sorting it and looking for words in it need: worked out once, and used by many readers. Thread-safe. */
final class SortableTable {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The rank of a row that has nothing in the column. */
    private static final int NOTHING = Integer.MAX_VALUE;

    /** Bytes that a text takes beside its characters, with the cell around it. */
    private static final int BYTES_OF_CELL = 120;

    private final ThingTable table;
    private final Locale locale;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<String> folded;
    private final Map<String, int[]> ranks = new ConcurrentHashMap<>();

    /** A table that is by name, in the words of a language. */
    SortableTable(ThingTable table, Locale locale) {
        this.table = table;
        this.locale = locale;
        for (int i = 0; i < table.rows().size(); i++) {
            rows.put(table.rows().get(i).iri(), i);
        }
        this.folded = table.rows().stream().map(SortableTable::said).toList();
    }

    /** {@return about how much memory it takes with all columns sorted, in bytes} */
    int weight() {
        long characters = folded.stream().mapToLong(String::length).sum();
        long cells = (long) table.rows().size() * (table.columns().size() + 3);
        return (int) Math.min(Integer.MAX_VALUE, 3 * characters + BYTES_OF_CELL * cells);
    }

    /** {@return the rows of some of its things, in their order, with the columns of which these have something} */
    ThingTable of(Collection<String> things) {
        List<ThingTable.Row> some = things.stream().map(this::row).toList();
        return new ThingTable(table.columns(), some).withoutEmptyColumns();
    }

    /**
     * {@return those of some of its things that are asked for, in the order that is asked for}
     *
     * @throws Refusal with 400 if the table has no such column
     */
    List<String> arranged(Collection<String> things, Arrangement by) {
        int[] rank = ranks.computeIfAbsent(by.column(), this::rank);
        List<String> wanted = by.each().stream().map(SortableTable::folded).toList();
        Comparator<Integer> byRank = Comparator.comparing(row -> rank[row]);
        return things.stream()
                .map(this::place)
                .filter(row -> wanted.stream().allMatch(folded.get(row)::contains))
                .sorted(Comparator.<Integer, Boolean>comparing(row -> rank[row] == NOTHING)
                        .thenComparing(by.isDescending() ? byRank.reversed() : byRank))
                .map(row -> table.rows().get(row).iri())
                .toList();
    }

    private ThingTable.Row row(String thing) {
        return table.rows().get(place(thing));
    }

    private int place(String thing) {
        Integer place = rows.get(thing);
        if (place == null) {
            throw new IllegalArgumentException("not in the table: " + thing);
        }
        return place;
    }

    /** {@return by row, its place by the values of a column: the same for those that do not differ} */
    private int[] rank(String column) {
        List<ThingTable.Cell> cells = table.rows().stream().map(cell(column)).toList();
        Comparator<ThingTable.Cell> byValue = byValue(Collator.getInstance(locale));
        List<Integer> order = IntStream.range(0, cells.size())
                .filter(row -> !cells.get(row).text().isEmpty())
                .boxed()
                .sorted(Comparator.comparing(cells::get, byValue))
                .toList();
        int[] rank = new int[cells.size()];
        Arrays.fill(rank, NOTHING);
        for (int i = 0; i < order.size(); i++) {
            boolean isSame = i > 0 && byValue.compare(cells.get(order.get(i - 1)), cells.get(order.get(i))) == 0;
            rank[order.get(i)] = isSame ? rank[order.get(i - 1)] : i;
        }
        return rank;
    }

    private Function<ThingTable.Row, ThingTable.Cell> cell(String column) {
        if (column.equals(Arrangement.NAME)) {
            return row -> ThingTable.Cell.of(row.name());
        }
        List<String> keys = table.columns().stream().map(ThingTable.Column::key).toList();
        int at = keys.indexOf(column);
        if (at < 0) {
            throw Refusal.of(400, "list-sort", column, columns());
        }
        return row -> row.cells().get(at);
    }

    private String columns() {
        return Stream.concat(
                        Stream.of(Arrangement.NAME),
                        table.columns().stream().map(column -> "%s (%s)".formatted(column.key(), column.name())))
                .collect(Collectors.joining(" · "));
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

    private static String said(ThingTable.Row row) {
        List<String> texts = new ArrayList<>(List.of(row.name()));
        row.cells().forEach(cell -> texts.add(cell.text()));
        return folded(String.join("\n", texts));
    }

    /** {@return a text without case and accents, and with one kind of apostrophe} */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
