package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Terms;

/** A term map whose columns are known: writes the terms of a row. */
@FunctionalInterface
public interface TermWriter {
    /** Appends the row's terms; a value that makes none is reported to the scope, unless it is null. */
    void write(RowScope scope, Terms out);
}
