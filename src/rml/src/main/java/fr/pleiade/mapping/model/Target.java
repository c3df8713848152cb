package fr.pleiade.mapping.model;

import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.Syntax;
import java.io.Serializable;

/**
 * A file of its own for some of the triples.
 *
 * @param path the file's path, as the mapping writes it
 * @param inMappingDirectory whether the path is relative to the mapping and not to the working directory
 * @param syntax what the triples are written in
 * @param compression what the file is packed with
 * @param encoding the character encoding's name
 */
public record Target(
        String path, boolean inMappingDirectory, Syntax syntax, Dialect.Compression compression, String encoding)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@return the target as a person writes it} */
    public String describe() {
        return "%s in %s".formatted(path, syntax.label());
    }
}
