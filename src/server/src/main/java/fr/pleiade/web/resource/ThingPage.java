package fr.pleiade.web.resource;

import fr.pleiade.web.figures.ThingFigures;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * What the page about a thing shows.
 *
 * @param head what it is, first
 * @param datasets the datasets that describe it
 * @param sections its properties in the order and the words of its class's shape; none if it has no shape
 * @param groups all its properties, by kind
 * @param identifiers its identifiers in registers
 * @param series its observations, a table for each kind
 * @param figures what cubes say of it, drawn
 * @param statistics where further cubes say something of it
 * @param map where it is
 * @param lists what leads to it, for readers
 * @param others what else leads to it
 */
record ThingPage(
        Head head,
        List<Shown> datasets,
        List<Section> sections,
        List<Group> groups,
        List<Identifier> identifiers,
        List<Series> series,
        List<ThingFigures> figures,
        List<CubeFigures.Other> statistics,
        Optional<Located> map,
        List<Incoming> lists,
        List<Incoming> others) {
    ThingPage {
        datasets = List.copyOf(datasets);
        sections = List.copyOf(sections);
        groups = List.copyOf(groups);
        identifiers = List.copyOf(identifiers);
        series = List.copyOf(series);
        figures = List.copyOf(figures);
        statistics = List.copyOf(statistics);
        lists = List.copyOf(lists);
        others = List.copyOf(others);
    }

    /**
     * The thing, in short.
     *
     * @param iri the thing
     * @param name what it is called
     * @param nameLanguage the name's language where it is not the page's
     * @param types its classes
     * @param kind what it is in a line, or {@code ""} where no shape says it: then its classes do
     * @param summary what it is in a sentence, or {@code ""}
     * @param figures what is shown large
     */
    record Head(
            String iri,
            String name,
            String nameLanguage,
            List<Shown> types,
            String kind,
            String summary,
            List<Shown.Row> figures) {
        Head {
            types = List.copyOf(types);
            figures = List.copyOf(figures);
        }
    }

    /** {@return whether its class has a shape, so that all its properties by kind are for developers only} */
    public boolean isShaped() {
        return !sections.isEmpty() || !head.kind().isEmpty();
    }

    /** {@return its name for the title of a frame, between apostrophes} */
    public String frameTitle() {
        return head.name().replace('\'', '’');
    }

    /** {@return how many properties it has, for the heading of all of them} */
    public int properties() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** A heading and what stands below it: events first, if it has some. */
    record Section(String heading, Optional<History> history, List<Shown.Row> rows) {
        Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What happened to the thing.
     *
     * @param days when, and what happened then, in the order of time; what has no date, or one that cannot be read, last
     * @param drawn the same as a line, where there are two dates
     * @param isCut whether there are events that are not told
     */
    record History(List<Shown.Row> days, Optional<Timeline> drawn, boolean isCut) {
        History {
            days = List.copyOf(days);
        }
    }

    /** A part of the page, named by {@code thing.part.<key>} in the messages. */
    record Group(String key, List<Shown.Row> rows) {}

    /**
     * One identifier: the register, the code, and where the register shows it if the thing links there.
     *
     * @param fragment by which the identifier is a part of the thing, or {@code ""}
     */
    record Identifier(Shown scheme, String code, String fragment, String elsewhere) {}

    /**
     * A table of observations: the columns' names, the rows, a drawing where they are one number over time, and where the cube has all that
     * it says of the thing, or {@code ""}.
     */
    record Series(List<Shown> columns, List<SeriesRow> rows, Optional<LineChart> chart, String href) {}

    /** One observation. */
    record SeriesRow(String fragment, List<Shown> cells) {}

    /**
     * What leads to the thing in one way: how many, one page of them, and the addresses of the pages around.
     *
     * @param heading what they are
     * @param table where all of them are in a table, or {@code ""}
     * @param parameter names the list in the page's address
     * @param from the place of the first one shown, from 1
     */
    record Incoming(
            String heading,
            String table,
            String parameter,
            long count,
            long from,
            List<Item> subjects,
            String previous,
            String next) {
        Incoming {
            subjects = List.copyOf(subjects);
        }

        /** {@return the place of the last one shown} */
        public long to() {
            return from + subjects.size() - 1;
        }
    }

    /** One that leads to the thing, and what it is where the heading does not say it. */
    record Item(Shown thing, String hint) {}
}
