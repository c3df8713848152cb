package fr.pleiade.web.sparql;

import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Quantity;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The answer to a query as a page shows it: things by their names, numbers as people write them, a drawing where the columns are years
 * and numbers, a map where one has places, or areas with numbers.
 *
 * @param columns the columns of a table; none if the answer is none
 * @param rows its cells
 * @param truth {@code yes} or {@code no}, or {@code ""} if the answer is neither
 * @param text the beginning of a graph in Turtle, or {@code ""}
 * @param isCut whether there is more than is shown
 * @param chart a drawing
 * @param map a map
 */
record ShownResult(
        List<Column> columns,
        List<List<Shown>> rows,
        String truth,
        String text,
        boolean isCut,
        Optional<LineChart> chart,
        Optional<DrawnMap> map) {
    /** As many rows as a reader looks through; who wants more takes the file. */
    static final int MOST_ROWS = 200;

    private static final int MOST_TEXT = 60_000;
    private static final String YEAR = "[12]\\d{3}";
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";

    private static final String WKT = GEO + "wktLiteral";

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
                Optional.empty(),
                Optional.empty());
    }

    /** {@return solutions, or a yes or no} */
    static ShownResult of(Solutions solutions, Lexicon lexicon, Atlas atlas, Locale locale) {
        String base = atlas.base();
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
        return new ShownResult(
                columns,
                rows,
                truth,
                "",
                solutions.isCut(),
                chart(solutions, locale),
                map(solutions, lexicon, atlas, locale));
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

    private static Optional<DrawnMap> map(Solutions solutions, Lexicon lexicon, Atlas atlas, Locale locale) {
        List<Located> places = new ArrayList<>();
        for (List<Optional<Term>> row : solutions.rows()) {
            row.stream()
                    .flatMap(Optional::stream)
                    .filter(term -> term instanceof Term.Literal literal
                            && literal.datatype().equals(WKT))
                    .findFirst()
                    .flatMap(term -> Located.of(term.text()))
                    .ifPresent(places::add);
        }
        return places.isEmpty()
                ? shades(solutions, lexicon, atlas, locale)
                : atlas.places(places, solutions.rows().size(), locale);
    }

    /** Of a column of areas, each once, and the last column of numbers. */
    private static Optional<DrawnMap> shades(Solutions solutions, Lexicon lexicon, Atlas atlas, Locale locale) {
        int columns = solutions.variables().size();
        OptionalInt numbers = IntStream.range(0, columns)
                .filter(column -> isNumber(solutions, column))
                .reduce((first, second) -> second);
        OptionalInt areas = IntStream.range(0, columns)
                .filter(column -> solutions.rows().stream()
                        .anyMatch(row -> row.get(column)
                                .filter(term -> atlas.shadesFor(term.text()))
                                .isPresent()))
                .findFirst();
        if (numbers.isEmpty() || areas.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> byArea = new TreeMap<>();
        for (List<Optional<Term>> row : solutions.rows()) {
            Optional<Term> area = row.get(areas.getAsInt());
            Optional<Term> number = row.get(numbers.getAsInt());
            if (area.isPresent()
                    && number.isPresent()
                    && byArea.put(area.get().text(), new BigDecimal(number.get().text())) != null) {
                return Optional.empty();
            }
        }
        return atlas.shades(Quantity.counted(solutions.variables().get(numbers.getAsInt())), byArea, lexicon, locale);
    }
}
