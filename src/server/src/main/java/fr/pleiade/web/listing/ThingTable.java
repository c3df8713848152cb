package fr.pleiade.web.listing;

import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.Sayings;
import fr.pleiade.web.shape.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Things as rows: their names, what the shape of their class shows of them, and where they are, in the words of one language.
 *
 * @param columns the names of the columns behind the first, which is the thing's own name
 * @param rows a row for each thing
 */
record ThingTable(List<Column> columns, List<Row> rows) {
    private static final Set<String> DATES = Set.of(XSD + "date", XSD + "dateTime", XSD + "gYear", XSD + "gYearMonth");

    ThingTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param key its place among the properties of the shape, from 1: the same in every language and on every page of a list
     * @param name what it is called
     */
    record Column(String key, String name) {}

    /** A thing; a cell for each column, and its place if it has one. */
    record Row(String iri, String name, List<Cell> cells, Optional<Located> place) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text in words, or {@code ""}
     * @param number the number that it is, in XML Schema's writing, or {@code ""}
     * @param date the date that it is or tells of, in XML Schema's writing, or {@code ""}
     */
    record Cell(String text, String number, String date) {
        static final Cell EMPTY = of("");

        /** {@return words that are neither number nor date} */
        static Cell of(String text) {
            return new Cell(text, "", "");
        }
    }

    /**
     * {@return the table of some things}
     *
     * @param shapes by class; the shape of the first thing that has one gives the columns
     */
    static ThingTable of(List<String> things, Served served, SortedMap<String, PageShape> shapes, Locale locale) {
        Optional<PageShape> shape = shape(things, served.release(), shapes);
        List<PageShape.Property> properties = shape.map(ThingTable::columns).orElse(List.of());
        List<Row> rows = things.stream()
                .map(thing -> row(new Term.Iri(thing), served, shape, properties, locale))
                .toList();
        List<Column> columns = IntStream.range(0, properties.size())
                .mapToObj(i ->
                        new Column(Integer.toString(i + 1), properties.get(i).label(served.lexicon(), locale)))
                .toList();
        return new ThingTable(columns, rows).withoutEmptyColumns();
    }

    /** {@return what the columns of a table of some things show, the first of key 1, those too that are empty} */
    static List<PageShape.Property> columns(List<String> things, Release release, SortedMap<String, PageShape> shapes) {
        return shape(things, release, shapes).map(ThingTable::columns).orElse(List.of());
    }

    private static Optional<PageShape> shape(
            List<String> things, Release release, SortedMap<String, PageShape> shapes) {
        return things.stream()
                .limit(10)
                .flatMap(thing ->
                        PageShape.of(release.describe(thing).objects(new Term.Iri(thing), TYPE.value()), shapes)
                                .stream())
                .findFirst();
    }

    private static List<PageShape.Property> columns(PageShape shape) {
        return shape.properties().stream()
                .filter(property -> property.isNamed() && !property.path().isBackwards())
                .toList();
    }

    private static Row row(
            Term.Iri thing,
            Served served,
            Optional<PageShape> shape,
            List<PageShape.Property> properties,
            Locale locale) {
        InMemoryGraph description = served.release().describe(thing.value());
        Sayings said = new Sayings(served.release(), Inverse.NOTHING, thing, description);
        Words words = new Words(said, served.lexicon(), locale);
        List<Cell> cells = new ArrayList<>();
        for (PageShape.Property property : properties) {
            Collection<Term> values = property.path().from(thing, said);
            cells.add(cell(values, shape.orElseThrow(), property, words));
        }
        return new Row(
                thing.value(),
                served.lexicon().names(thing.value()).isEmpty()
                        ? ""
                        : served.lexicon().name(thing.value(), locale),
                cells,
                Located.in(description));
    }

    private static Cell cell(Collection<Term> values, PageShape shape, PageShape.Property property, Words words) {
        if (values.isEmpty()) {
            return Cell.EMPTY;
        }
        Term first = values.iterator().next();
        boolean isFalse = first instanceof Term.Literal no
                && no.datatype().equals(XSD + "boolean")
                && List.of("false", "0").contains(no.lexical());
        if (!property.value().isEmpty()) {
            return new Cell(
                    isFalse ? "" : words.say(shape, property.value(), first).orElse(""), "", date(first));
        }
        String number = values.size() == 1
                        && first instanceof Term.Literal literal
                        && List.of(XSD + "integer", XSD + "decimal").contains(literal.datatype())
                        && literal.lexical().matches("-?\\d{1,15}(\\.\\d{1,9})?")
                ? literal.lexical()
                : "";
        return new Cell(words.inWords(values).orElse(""), number, date(first));
    }

    private static String date(Term value) {
        return value instanceof Term.Literal literal && DATES.contains(literal.datatype()) ? literal.lexical() : "";
    }

    /** {@return the table without columns of which no row has anything} */
    ThingTable withoutEmptyColumns() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> !row.cells().get(column).text().isEmpty())) {
                kept.add(i);
            }
        }
        return new ThingTable(
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.iri(),
                                row.name(),
                                kept.stream().map(i -> row.cells().get(i)).toList(),
                                row.place()))
                        .toList());
    }
}
