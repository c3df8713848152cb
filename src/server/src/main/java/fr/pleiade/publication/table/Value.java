package fr.pleiade.publication.table;

import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes the values of a column: a template of addresses, a text that is the same for every row, or the cell's own text. */
sealed interface Value {
    /**
     * {@return the values of a row; nothing at all if they would not be what the description says}
     *
     * @param cell the cell of the column itself
     * @param cells all cells of the row
     */
    Optional<List<Term>> of(String cell, List<String> cells);

    /** {@return the template of addresses; {@code ""} if there is none} */
    default String template(List<String> names) {
        return "";
    }

    record Address(UriPattern pattern) implements Value {
        @Override
        public Optional<List<Term>> of(String cell, List<String> cells) {
            return pattern.iri(cells).map(List::of);
        }

        @Override
        public String template(List<String> names) {
            return pattern.source(names);
        }
    }

    record Constant(Term.Literal literal) implements Value {
        @Override
        public Optional<List<Term>> of(String cell, List<String> cells) {
            return literal.lexical().isEmpty() ? Optional.empty() : Optional.of(List.of(literal));
        }
    }

    /**
     * The text of the cell.
     *
     * @param datatype the datatype of the texts; {@code ""} where only the published triples tell it
     * @param separator what divides a cell into values; {@code ""} if nothing
     */
    record Cell(String datatype, String language, String separator) implements Value {
        @Override
        public Optional<List<Term>> of(String cell, List<String> cells) {
            List<Term> values = new ArrayList<>();
            for (String text : texts(cell)) {
                if (!takes(text)) {
                    return Optional.empty();
                }
                values.add(new Term.Literal(text, datatype, language));
            }
            return Optional.of(values);
        }

        /** {@return whether only the published triples tell of which datatype the texts are} */
        boolean isOpen() {
            return datatype.isEmpty();
        }

        Cell like(Term.Literal example) {
            return new Cell(example.datatype(), example.language(), separator);
        }

        List<String> texts(String cell) {
            return separator.isEmpty()
                    ? List.of(cell)
                    : Arrays.stream(cell.split(Pattern.quote(separator), -1))
                            .filter(part -> !part.isEmpty())
                            .toList();
        }

        /** {@return whether a text is one of the datatype} */
        boolean takes(String text) {
            return Datatype.of(datatype).map(known -> known.has(text)).orElse(true);
        }
    }
}
