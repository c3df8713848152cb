package fr.pleiade.mapping.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a line of a sheet says of a column.
 *
 * @param name what templates call it, and the last part of the address of its own property
 * @param titles what files call it, of which one has one; none if it is virtual
 * @param presence whether files must have it
 * @param role what is done with its cells
 * @param isKey whether it is a part of the key of a row
 * @param properties the properties that its cells are values of
 * @param names what its own property is called, by language
 * @param cell what its cells hold
 * @param aboutUrl what its cells say something about; none where it is the thing of the row
 * @param valueUrl what its cells stand for; none where they are values themselves
 * @param text what its cells hold where it is virtual, with columns in it; none where that is {@code byDefault}
 * @param conditions for which rows it says something; all of them must hold
 * @param links the datasets that its codes lead to
 * @param line where it is written
 */
public record ColumnRule(
        String name,
        List<String> titles,
        Presence presence,
        Role role,
        boolean isKey,
        List<UrlTemplate> properties,
        Map<String, String> names,
        CellRule cell,
        List<UrlTemplate> aboutUrl,
        List<UrlTemplate> valueUrl,
        List<UrlTemplate> text,
        List<Condition> conditions,
        List<LinkTo> links,
        long line) {
    /** Whether a file must have the column. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        VIRTUAL
    }

    /** What is done with cells. */
    public enum Role {
        /** They become triples. */
        MAPPED,
        /** Templates may name them. */
        SUPPRESSED,
        /** Nothing. */
        SKIPPED
    }

    /**
     * A link to the things of another dataset that bear the code of a cell.
     *
     * @param dataset the slug of the dataset
     * @param property what the link is written with, never none; the first of several
     * @param classes the classes of those things; none where the dataset says it
     * @param key the property that holds their code; none where the dataset says it
     * @param isRequired whether each row should have a link
     * @param names what the link is called, by language
     * @param by what of a thing is in the cell
     * @param dated of which day the codes are, and what has changed since
     * @param line where it is written
     */
    public record LinkTo(
            String dataset,
            List<UrlTemplate> property,
            List<UrlTemplate> classes,
            List<UrlTemplate> key,
            boolean isRequired,
            Map<String, String> names,
            By by,
            Dated dated,
            long line) {
        /**
         * Codes of an earlier day.
         *
         * @param asOf the day, month or year; {@code ""} for that of the dataset, if it says one
         * @param through the succession that says what has changed since, as the slug of its dataset, perhaps with its name behind a
         *     {@code #}; {@code ""} for none
         * @param formerly the property that leads to what the code was then; none if nothing leads there
         */
        public record Dated(String asOf, String through, List<UrlTemplate> formerly) {
            /** Codes of today. */
            public static final Dated NONE = new Dated("", "", List.of());

            public Dated {
                formerly = List.copyOf(formerly);
            }
        }

        /** What of a thing is in a cell that leads to it. */
        public enum By {
            /** Its code. */
            KEY,
            /** Its name. */
            NAME
        }

        public LinkTo {
            property = List.copyOf(property);
            classes = List.copyOf(classes);
            key = List.copyOf(key);
            names = new LinkedHashMap<>(names);
        }
    }

    public ColumnRule {
        titles = List.copyOf(titles);
        properties = List.copyOf(properties);
        names = new LinkedHashMap<>(names);
        aboutUrl = List.copyOf(aboutUrl);
        valueUrl = List.copyOf(valueUrl);
        text = List.copyOf(text);
        conditions = List.copyOf(conditions);
        links = List.copyOf(links);
    }

    /** {@return a line that says the same of every row: a property of a thing, and an address} */
    public static ColumnRule constant(String name, UrlTemplate property, UrlTemplate value, long line) {
        CellRule cell = new CellRule(CellType.string(), "", List.of(""), "", false, "", CellRule.Sieve.NONE);
        return new ColumnRule(
                name,
                List.of(),
                Presence.VIRTUAL,
                Role.MAPPED,
                false,
                List.of(property),
                Map.of(),
                cell,
                List.of(),
                List.of(value),
                List.of(),
                List.of(),
                List.of(),
                line);
    }

    public ColumnRule asKey() {
        return with(true, properties, aboutUrl, valueUrl, conditions, links);
    }

    /** {@return the same column, which leads to one more dataset} */
    public ColumnRule linkedTo(LinkTo link) {
        List<LinkTo> all = new ArrayList<>(links);
        all.add(link);
        return with(isKey, properties, aboutUrl, valueUrl, conditions, all);
    }

    /** {@return the same, said of a thing with another address} */
    public ColumnRule about(UrlTemplate thing) {
        return with(isKey, properties, List.of(thing), valueUrl, conditions, links);
    }

    /** {@return what the column is besides: another property of a thing, which has its value, or an address made of it} */
    public ColumnRule as(UrlTemplate property, List<UrlTemplate> value) {
        return with(false, List.of(property), aboutUrl, value, conditions, List.of());
    }

    /** {@return the same, where more holds} */
    public ColumnRule where(List<Condition> more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(more);
        return with(isKey, properties, aboutUrl, valueUrl, all, links);
    }

    /** {@return the same, of which something is said wherever it is asked for, also where nothing is said of the row} */
    public ColumnRule asMapped() {
        return new ColumnRule(
                name,
                titles,
                presence,
                Role.MAPPED,
                isKey,
                properties,
                names,
                cell,
                aboutUrl,
                valueUrl,
                text,
                conditions,
                List.of(),
                line);
    }

    /** {@return a column that holds something else, and is no address} */
    public ColumnRule holding(CellRule other) {
        return with(isKey, properties, aboutUrl, List.of(), conditions, links).read(name, other, conditions);
    }

    /**
     * {@return the same of one item of a list, by a name of its own}
     *
     * @param index the item, from 0, empty ones counted
     * @param parallel the columns of the lists that belong together: conditions on them are conditions on their items
     */
    public ColumnRule ofItem(String separator, int index, List<ColumnRule> parallel) {
        List<Condition> ofItems = conditions.stream()
                .map(condition -> new Condition(
                        condition.columns().stream()
                                .map(word -> itemName(word, index, parallel))
                                .toList(),
                        condition.words(),
                        condition.isNegated(),
                        condition.line()))
                .toList();
        List<CellType.Step> item =
                List.of(CellType.Step.of("item", "separator", separator, "index", Integer.toString(index)));
        CellRule read = cell.ofItem(item, word -> itemName(word, index, parallel));
        return read(itemName(name, index), read, ofItems);
    }

    private static String itemName(String word, int index, List<ColumnRule> parallel) {
        return parallel.stream()
                .filter(column -> !column.isVirtual() && column.isCalled(word))
                .findFirst()
                .map(column -> itemName(column.name(), index))
                .orElse(word);
    }

    private static String itemName(String name, int index) {
        return name + "-" + (index + 1);
    }

    /** {@return that a list has no more than so many items: the next one is no value, and told} */
    public ColumnRule endingAfter(String separator, int most) {
        List<CellType.Step> next = List.of(
                CellType.Step.of("item", "separator", separator, "index", Integer.toString(most)),
                CellType.Step.of("normalise", "pattern", "(?!)more than " + most + " items"));
        return read(itemName(name, most), cell.ofItem(next, word -> word), List.of());
    }

    private ColumnRule read(String called, CellRule read, List<Condition> where) {
        return new ColumnRule(
                called,
                titles,
                presence,
                role,
                isKey,
                properties,
                names,
                read,
                aboutUrl,
                valueUrl,
                text,
                where,
                links,
                line);
    }

    /** {@return the same, whose own property is called so} */
    public ColumnRule called(Map<String, String> in) {
        return new ColumnRule(
                name,
                titles,
                presence,
                role,
                isKey,
                properties,
                in,
                cell,
                aboutUrl,
                valueUrl,
                text,
                conditions,
                links,
                line);
    }

    private ColumnRule with(
            boolean key,
            List<UrlTemplate> property,
            List<UrlTemplate> about,
            List<UrlTemplate> value,
            List<Condition> where,
            List<LinkTo> to) {
        return new ColumnRule(
                name, titles, presence, role, key, property, names, cell, about, value, text, where, to, line);
    }

    public boolean isVirtual() {
        return presence == Presence.VIRTUAL;
    }

    /** {@return whether a template or a key may call it so} */
    public boolean isCalled(String word) {
        return name.equals(word)
                || titles.contains(word)
                || titles.stream().anyMatch(title -> LocalName.of(title).equals(word));
    }

    /** {@return what people call it} */
    public String label() {
        return titles.isEmpty() ? name : titles.get(0);
    }
}
