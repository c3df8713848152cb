package fr.pleiade.linking.names;

import java.util.List;

/**
 * A thing that is looked for among those of an index.
 *
 * @param names what it is called: its name first, then other names and acronyms
 * @param types the classes of which it must have one; any if there are none
 * @param codes identifiers that it bears, in any spelling; those of one system alone are made by {@link #code}
 * @param places where it is: IRIs of places, or their names
 * @param hosts the names of its web sites
 * @param point where it is, in WKT, or {@code ""}
 * @param asOf the date, such as {@code 2023-04}, at which it was called so, or {@code ""} for today
 * @param limit how many candidates to give at most
 */
public record MatchQuery(
        List<String> names,
        List<String> types,
        List<String> codes,
        List<String> places,
        List<String> hosts,
        String point,
        String asOf,
        int limit) {
    public MatchQuery {
        names = List.copyOf(names);
        types = List.copyOf(types);
        codes = List.copyOf(codes);
        places = List.copyOf(places);
        hosts = List.copyOf(hosts);
    }

    /** {@return an identifier that is one of a system, and of no other that spells its own so} @param system the system's notation */
    public static String code(String system, String code) {
        return system + OF_SYSTEM + code;
    }

    /** Stands between a system and a code: neither has a line end. */
    static final char OF_SYSTEM = '\n';

    /** {@return a query for a name} */
    public static MatchQuery of(String name, int limit) {
        return new MatchQuery(List.of(name), List.of(), List.of(), List.of(), List.of(), "", "", limit);
    }

    /** {@return the same for things of some classes} */
    public MatchQuery typed(List<String> classes) {
        return new MatchQuery(names, classes, codes, places, hosts, point, asOf, limit);
    }
}
