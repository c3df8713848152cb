package fr.pleiade.sources;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Cuts a file into blocks of records. */
interface BlockReader extends AutoCloseable {
    /** {@return the columns' names; to be called once, before the first block} */
    List<String> readHeader();

    /** {@return the next records, or nothing at the file's end} */
    Optional<RowBlock> next();

    /** Takes back the memory of a block. */
    void recycle(byte[] buffer);

    @Override
    void close() throws IOException;
}
