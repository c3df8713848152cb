package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;

/** Who opens the files of a run, wherever they are. For one thread at a time. */
public interface SourceFiles {
    /**
     * {@return the file below a source, whatever views are over it}
     *
     * @throws fr.pleiade.sources.CsvException if it is missing, or is not the CSV that it is declared to be
     */
    CsvFile open(LogicalSource source);

    /**
     * {@return a table that a function looks values up in}
     *
     * @param path its path, relative to the mapping
     * @throws fr.pleiade.sources.CsvException if it is missing, or not in the mapping's folder
     */
    CsvFile table(String path, Dialect dialect);

    /** Files of this machine. */
    record Local(Folders folders, CsvFile.Reading reading) implements SourceFiles {
        @Override
        public CsvFile open(LogicalSource source) {
            return CsvFile.open(source.path(), folders.of(source), source.dialect(), reading);
        }

        @Override
        public CsvFile table(String path, Dialect dialect) {
            return CsvFile.open(path, folders.ofTable(path), dialect);
        }
    }
}
