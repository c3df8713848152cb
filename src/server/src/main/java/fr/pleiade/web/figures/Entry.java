package fr.pleiade.web.figures;

import fr.pleiade.rdf.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One number of a cube, or the place where one is missing.
 *
 * @param row the observation; of a sum, the first of those that were added
 * @param codes for each dimension
 * @param measure which of the cube's measures
 * @param number nothing where there is none
 * @param status why there is none, or how it is to be read, if the observation says so
 * @param unit in what it is measured, if the observation says so
 * @param parts how many observations were added: 1 for what is as it was published
 */
public record Entry(
        int row,
        List<Integer> codes,
        int measure,
        Optional<BigDecimal> number,
        Optional<Term> status,
        Optional<Term> unit,
        int parts) {
    public Entry {
        codes = List.copyOf(codes);
    }
}
