package fr.pleiade.mapping.engine;

/** What an empty cell means where the mapping declares nothing ({@code rml:null} always wins). */
public enum EmptyCells {
    /** The empty string: it makes a term like any other value. */
    KEPT,
    /** No value: it makes no term. */
    SKIPPED
}
