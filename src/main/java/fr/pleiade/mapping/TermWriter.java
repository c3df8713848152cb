package fr.pleiade.mapping;

/** A term map whose columns are known: writes the terms of a row. */
@FunctionalInterface
interface TermWriter {
    /** Appends the row's terms; a value that makes none is reported to the scope, unless it is null. */
    void write(RowScope scope, Terms out);
}
