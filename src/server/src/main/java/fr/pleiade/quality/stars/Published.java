package fr.pleiade.quality.stars;

import fr.pleiade.rdf.Term;
import java.util.List;

/**
 * A dataset as its stars are judged.
 *
 * @param slug its slug
 * @param base the site's base
 * @param licences its licences, or those of the catalogue where it names none
 * @param rows how many rows of its sources were read; 0 where its graph was made elsewhere
 * @param triples how many triples they became
 * @param formats the names of the forms in which its graph is had
 * @param columns the columns of the table that is had beside the graph; none if there is no table
 * @param figures what was counted in its graph
 */
public record Published(
        String slug,
        String base,
        List<Term> licences,
        long rows,
        long triples,
        List<String> formats,
        List<String> columns,
        Figures figures) {
    public Published {
        licences = List.copyOf(licences);
        formats = List.copyOf(formats);
        columns = List.copyOf(columns);
    }

    /** {@return whether its rows were mapped elsewhere, so that nobody knows how many there were} */
    boolean isMadeElsewhere() {
        return rows == 0 && triples > 0;
    }

    String table() {
        return base + "dump/" + slug + ".csv";
    }
}
