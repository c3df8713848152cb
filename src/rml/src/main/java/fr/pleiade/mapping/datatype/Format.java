package fr.pleiade.mapping.datatype;

import java.util.Optional;

/** How the texts of a datatype are written in cells. */
public interface Format {
    /** Texts that are the datatype's own lexical forms. */
    Format LEXICAL = Optional::of;

    /**
     * {@return how texts of a datatype are written}
     *
     * @param pattern a pattern of numbers, or of dates and times; two words for a boolean; else a regular expression; {@code ""} for none
     * @param decimal what stands before the decimals of a number
     * @param group what stands between groups of its digits; {@code ""} for nothing
     * @throws IllegalArgumentException if the pattern is none for the datatype
     */
    static Format of(Builtin datatype, String pattern, String decimal, String group) {
        boolean isDouble = datatype.kind() == Builtin.Kind.DOUBLE;
        if (datatype.kind() == Builtin.Kind.DECIMAL || isDouble) {
            boolean isPlain = pattern.isEmpty() && decimal.equals(".") && group.isEmpty();
            return isDouble && isPlain ? LEXICAL : NumberFormat.parse(pattern, decimal, group, isDouble);
        }
        if (pattern.isEmpty()) {
            return LEXICAL;
        }
        return switch (datatype.kind()) {
            case BOOLEAN -> BooleanFormat.parse(pattern);
            case TEMPORAL -> TemporalFormat.parse(pattern, datatype.iri());
            default -> PatternFormat.parse(pattern);
        };
    }

    /** {@return the lexical form that XML Schema has for a cell's text; nothing if the text is not of the format} */
    Optional<String> lexical(String text);
}
