package fr.pleiade.draft;

/**
 * What somebody who described the file before asks of a column.
 *
 * @param title what it is called in words; {@code ""} if nothing is said
 * @param pattern the regular expression of its values; {@code ""} if there is none
 * @param isRequired whether each row must have a value
 */
public record Asked(String title, String pattern, boolean isRequired) {
    /** Nobody asks for anything. */
    public static final Asked NOTHING = new Asked("", "", false);
}
