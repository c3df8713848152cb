package fr.pleiade.web.sparql;

import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The answer to a query as a page shows it: things by their names, numbers as people write them, a drawing where the columns are years
 * and numbers.
 *
 * @param columns the columns of a table; none if the answer is none
 * @param rows its cells
 * @param truth {@code yes} or {@code no}, or {@code ""} if the answer is neither
 * @param text the beginning of a graph in Turtle, or {@code ""}
 * @param isCut whether there is more than is shown
 * @param chart a drawing
 */
record ShownResult(
        List<Column> columns,
        List<List<Shown>> rows,
        String truth,
        String text,
        boolean isCut,
        Optional<LineChart> chart) {
    /** As many rows as a reader looks through; who wants more takes the file. */
    static final int MOST_ROWS = 200;

    private static final int MOST_TEXT = 60_000;
    private static final String YEAR = "[12]\\d{3}";
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";

    ShownResult {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A column; numbers stand to the right. */
    record Column(String name, boolean isNumber) {}

    /** {@return a graph} */
    static ShownResult ofGraph(FirstBytes turtle) {
        String text = new String(turtle.bytes(), StandardCharsets.UTF_8);
        boolean isLong = text.length() > MOST_TEXT;
        return new ShownResult(
                List.of(),
                List.of(),
                "",
                isLong ? text.substring(0, MOST_TEXT) : text,
                isLong || turtle.isCut(),
                Optional.empty());
    }

    /** {@return solutions, or a yes or no} */
    static ShownResult of(Solutions solutions, Lexicon lexicon, String base, Locale locale) {
        List<Column> columns = IntStream.range(0, solutions.variables().size())
                .mapToObj(i -> new Column(solutions.variables().get(i), isNumber(solutions, i)))
                .toList();
        List<List<Shown>> rows = solutions.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.map(term -> shown(term, lexicon, base, locale))
                                .orElse(Shown.text("", "", "")))
                        .toList())
                .toList();
        String truth = solutions.truth().map(yes -> yes ? "yes" : "no").orElse("");
        return new ShownResult(columns, rows, truth, "", solutions.isCut(), chart(solutions, locale));
    }

    private static Shown shown(Term term, Lexicon lexicon, String base, Locale locale) {
        if (term instanceof Term.Literal literal) {
            return Shown.literal(literal, lexicon, locale);
        }
        return term instanceof Term.Iri iri
                ? Shown.iri(iri.value(), lexicon, base, locale)
                : Shown.text(term.text(), "", "");
    }

    private static boolean isNumber(Solutions solutions, int column) {
        List<Term> values = solutions.rows().stream()
                .flatMap(row -> row.get(column).stream())
                .toList();
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> value instanceof Term.Literal literal
                                && literal.datatype().startsWith(XSD)
                                && !literal.datatype().equals(XSD + "string")
                                && literal.lexical().matches(NUMBER));
    }

    private static Optional<LineChart> chart(Solutions solutions, Locale locale) {
        if (solutions.variables().size() != 2
                || solutions.rows().size() < 2
                || solutions.isCut()
                || !isNumber(solutions, 1)) {
            return Optional.empty();
        }
        SortedMap<Integer, BigDecimal> byYear = new TreeMap<>();
        for (List<Optional<Term>> row : solutions.rows()) {
            Optional<String> year = row.get(0).map(Term::text).filter(text -> text.matches(YEAR));
            if (year.isEmpty()
                    || row.get(1).isEmpty()
                    || byYear.put(
                                    Integer.valueOf(year.get()),
                                    new BigDecimal(row.get(1).get().text()))
                            != null) {
                return Optional.empty();
            }
        }
        return Optional.of(LineChart.of(solutions.variables().get(1), byYear, locale));
    }
}
