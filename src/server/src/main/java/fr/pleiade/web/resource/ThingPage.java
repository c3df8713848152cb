package fr.pleiade.web.resource;

import fr.pleiade.web.page.PointMap;
import fr.pleiade.web.page.Shown;
import java.util.List;
import java.util.Optional;

/**
 * What the page about a thing shows.
 *
 * @param iri the thing
 * @param name what it is called
 * @param nameLanguage the name's language where it is not the page's
 * @param types its classes
 * @param datasets the datasets that describe it
 * @param groups its properties, by part of the page
 * @param identifiers its identifiers in registers
 * @param series its observations, a table for each kind
 * @param map where it is
 * @param incoming what points to it
 */
record ThingPage(
        String iri,
        String name,
        String nameLanguage,
        List<Shown> types,
        List<Shown> datasets,
        List<Group> groups,
        List<Identifier> identifiers,
        List<Series> series,
        Optional<PointMap> map,
        List<Incoming> incoming) {
    ThingPage {
        types = List.copyOf(types);
        datasets = List.copyOf(datasets);
        groups = List.copyOf(groups);
        identifiers = List.copyOf(identifiers);
        series = List.copyOf(series);
        incoming = List.copyOf(incoming);
    }

    /** A part of the page, named by {@code thing.part.<key>} in the messages. */
    record Group(String key, List<Shown.Row> rows) {}

    /** One identifier: the register, the code, and where the register shows it if the thing links there. */
    record Identifier(Shown scheme, String code, String resolver, String elsewhere) {}

    /** A table of observations: the columns' names, and the cells of each row. */
    record Series(List<Shown> columns, List<List<Shown>> rows) {}

    /** What points to the thing by one property: how many, one page of them, and the addresses of the pages around. */
    record Incoming(Shown property, String parameter, long count, List<Shown> subjects, String previous, String next) {}
}
