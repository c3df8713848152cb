package fr.pleiade.mapping.datatype;

import java.util.Optional;

/** How the texts of a datatype are written in cells. */
public interface Format {
    /** Texts that are the datatype's own lexical forms. */
    Format LEXICAL = Optional::of;

    /** {@return the lexical form that XML Schema has for a cell's text; nothing if the text is not of the format} */
    Optional<String> lexical(String text);
}
