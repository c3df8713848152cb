package fr.pleiade.findings;

/**
 * Where something is wrong: a file, a line of it, one cell, or a published thing.
 *
 * <p>File names are as a mapping writes them, relative to the sources folder, so that two machines report the same place.
 * Lines count from 1, header included; a record whose quoted cell spans lines is at its first line.
 */
public sealed interface Place {
    /** {@return the place as one line of text: {@code effectifs.csv:4812, column 'code', value '0751X'}} */
    String describe();

    /** A file as a whole: it is missing, unreadable, or has the wrong columns. */
    record InFile(String file) implements Place {
        @Override
        public String describe() {
            return file;
        }
    }

    /** One line of a file. */
    record InLine(String file, long line) implements Place {
        @Override
        public String describe() {
            return file + ":" + line;
        }
    }

    /** One cell of a CSV file, with the value as it is in the file. */
    record InCell(String file, long line, String column, String value) implements Place {
        /** Written out for the same reason as {@link Finding#hashCode()}. */
        @Override
        public int hashCode() {
            return 31 * Long.hashCode(line) + column.hashCode();
        }

        @Override
        public String describe() {
            return file + ":" + line + ", column '" + column + "', value '" + value + "'";
        }
    }

    /** A published thing, with the name that people know it by ({@code ""} where it has none). */
    record OfThing(String iri, String name) implements Place {
        @Override
        public String describe() {
            return name.isEmpty() ? "<" + iri + ">" : name + " <" + iri + ">";
        }
    }
}
