package fr.pleiade.sources;

import java.io.IOException;
import java.util.Optional;

/** Cuts a file into blocks of records. */
interface BlockReader extends AutoCloseable {
    /** {@return the next records, or nothing at the file's end} */
    Optional<RowBlock> next();

    /** Takes back the memory of a block. */
    void recycle(byte[] buffer);

    @Override
    void close() throws IOException;
}
