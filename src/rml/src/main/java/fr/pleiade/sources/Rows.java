package fr.pleiade.sources;

import java.util.List;
import java.util.Optional;

/** Rows with named columns, read once, block by block. {@link #nextBlock()} is for one thread; the blocks are for any. */
public interface Rows extends AutoCloseable {
    /** {@return the columns' names, in order} */
    List<String> header();

    /**
     * {@return the next rows, or nothing at the end}
     *
     * @throws CsvException if the source cannot be read on
     */
    Optional<RowBlock> nextBlock();

    /** {@return the file of the rows as it was read, once they have been read to their end; see {@link CsvFile#source()}} */
    Optional<SourceFile> source();

    @Override
    void close();
}
