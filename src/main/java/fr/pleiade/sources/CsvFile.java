package fr.pleiade.sources;

import java.io.IOException;
import java.nio.file.Path;

/** A CSV file that is being read. */
public final class CsvFile {
    private CsvFile() {}

    static CsvException unreadable(String name, Path path, IOException cause) {
        return new CsvException(name, 0, "cannot be read: " + cause.getMessage() + " (looked for " + path + ")", cause);
    }
}
