package fr.pleiade.publication.table;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.rdf.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A URI template over the columns of a table: {@code http://e/id/{code}}.
 *
 * @param parts its texts and columns, in order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570">RFC 6570</a>, whose levels 1 and 2 are used
 */
record UriPattern(List<Part> parts) {
    private static final int TEXT = -1;
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    UriPattern {
        parts = List.copyOf(parts);
    }

    /**
     * A text, or a column by its position from 0.
     *
     * @param isReserved whether the characters that divide an address are left as they are
     */
    record Part(String text, int column, boolean isReserved) {
        static Part of(String text) {
            return new Part(text, TEXT, false);
        }

        static Part of(int column) {
            return new Part("", column, false);
        }

        static Part reserved(int column) {
            return new Part("", column, true);
        }

        boolean isText() {
            return column == TEXT;
        }
    }

    static UriPattern of(String text) {
        return new UriPattern(List.of(Part.of(text)));
    }

    /** {@return this and what follows} */
    UriPattern then(UriPattern next) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new UriPattern(all);
    }

    /** {@return the positions of its columns} */
    Set<Integer> columns() {
        Set<Integer> columns = new TreeSet<>();
        parts.stream().filter(part -> !part.isText()).forEach(part -> columns.add(part.column()));
        return columns;
    }

    /** {@return the template as CSVW writes it, with the columns' names} */
    String source(List<String> names) {
        StringBuilder source = new StringBuilder();
        for (Part part : parts) {
            source.append(
                    part.isText()
                            ? part.text()
                            : "{" + (part.isReserved() ? "+" : "") + names.get(part.column()) + "}");
        }
        return source.toString();
    }

    /** {@return the address that a row's cells make, an empty one adding nothing; nothing at all if that is no absolute address} */
    Optional<Term.Iri> iri(List<String> cells) {
        return Optional.of(expand(cells)).filter(IriSyntax::isIri).map(Term.Iri::new);
    }

    private String expand(List<String> cells) {
        StringBuilder address = new StringBuilder();
        for (Part part : parts) {
            if (part.isText()) {
                address.append(part.text());
            } else {
                String cell = cells.get(part.column());
                address.append(part.isReserved() ? legal(cell) : PercentEncoding.encode(cell, true));
            }
        }
        return address.toString();
    }

    private static String legal(String cell) {
        StringBuilder text = new StringBuilder();
        for (byte b : cell.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || LEGAL.indexOf(b) >= 0)) {
                text.append((char) b);
            } else {
                text.append("%%%02X".formatted(b));
            }
        }
        return text.toString();
    }
}
