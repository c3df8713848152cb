package fr.pleiade.linking.table;

import fr.pleiade.sources.CsvException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table say what of the things that its rows name.
 *
 * @param name what a thing is called
 * @param others other names and acronyms
 * @param places where it is
 * @param codes its identifiers
 * @param sites its web sites
 */
public record TableColumns(
        String name, List<String> others, List<String> places, List<String> codes, List<String> sites) {
    public TableColumns {
        others = List.copyOf(others);
        places = List.copyOf(places);
        codes = List.copyOf(codes);
        sites = List.copyOf(sites);
    }

    /** {@return all of them} */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(name));
        List.of(others, places, codes, sites).forEach(all::addAll);
        return all;
    }

    /** @throws CsvException if the table lacks one of them */
    void requireIn(String file, List<String> header) {
        for (String column : all()) {
            require(file, header, column);
        }
    }

    /** @throws CsvException if the table lacks the column */
    static void require(String file, List<String> header, String column) {
        if (!header.contains(column)) {
            throw new CsvException(
                    file, 1, "there is no column '%s'; there are %s".formatted(column, String.join(", ", header)));
        }
    }
}
