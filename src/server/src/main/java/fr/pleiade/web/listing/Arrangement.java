package fr.pleiade.web.listing;

import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.WhyAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which rows of a table are asked for and in which order, as the address says: {@code ?q=} words that a row must have, whatever their
 * accents and case, and {@code ?sort=} the key of a column, {@code -} before it for the other way round. The rows are by name unless
 * something else is asked for, and where they do not differ; what has nothing in the column comes last either way.
 *
 * @param words the words, or {@code ""}
 * @param column the key of a column
 */
record Arrangement(String words, String column, boolean isDescending) {
    static final String WORDS = "q";
    static final String SORT = "sort";

    /** The key of the column of names. */
    static final String NAME = "name";

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

    /** {@return the words one by one} */
    List<String> each() {
        return BLANKS.splitAsStream(words).filter(word -> !word.isEmpty()).toList();
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
}
