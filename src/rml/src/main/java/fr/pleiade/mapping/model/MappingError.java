package fr.pleiade.mapping.model;

import java.io.Serializable;

/**
 * One thing that is wrong with a mapping document.
 *
 * @param document the document's file name
 * @param line the line of the statement at fault, from 1; 0 where it is not known
 * @param problem what was found, what was expected, what to do
 */
public record MappingError(String document, long line, String problem) implements Serializable {
    /** {@return {@code mapping.ttl:12}, or the document alone where the line is not known} */
    public String place() {
        return line > 0 ? document + ":" + line : document;
    }

    @Override
    public String toString() {
        return place() + ": " + problem;
    }
}
