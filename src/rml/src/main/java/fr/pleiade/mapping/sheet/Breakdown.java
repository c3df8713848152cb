package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.CubeRule.Meaning;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the data sets that the columns of a line are of: those whose header has a text in one of its parts.
 *
 * @param part the name of that part; {@code ""} where all columns are of one data set
 * @param text what the header has there
 * @param word what addresses have instead
 * @param names what the text stands for, by language
 * @param total the word of the data set among the line's cubes whose observations these add up to; {@code ""} if none is said
 * @param meaning what the dimension is that the other part of the header is a value of
 * @param line where it is written
 */
record Breakdown(
        String part, String text, String word, String total, Map<String, String> names, Meaning meaning, long line) {
    /** All columns of a line. */
    static final Breakdown NONE = new Breakdown("", "", "", "", Map.of(), Meaning.NONE, 0);

    Breakdown {
        names = new LinkedHashMap<>(names);
    }

    boolean isNone() {
        return part.isEmpty();
    }

    /** {@return the word of the data set, of which that of all is the beginning} */
    String word(String all) {
        return isNone() ? all : all + "-" + word;
    }

    /** {@return names in which the part in braces is filled} */
    Map<String, String> names(Map<String, String> of) {
        if (isNone()) {
            return of;
        }
        Map<String, String> filled = new LinkedHashMap<>();
        of.forEach((tag, name) -> filled.put(tag, name.replace("{" + part + "}", names.getOrDefault(tag, text))));
        return filled;
    }
}
