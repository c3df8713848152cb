package fr.pleiade.sources;

/**
 * Some whole records of a file, one after the other, so that several threads can each read a block.
 *
 * <p>Blocks are cut by content alone: the same file gives the same blocks. One thread at a time.
 */
public interface RowBlock {
    /** {@return which block of the file this is, from 0} */
    long number();

    /** {@return how many bytes of the file came with this block, as they are stored; for progress} */
    long sourceBytes();

    /**
     * Fills the row with the next record.
     *
     * @return whether there was one
     * @throws CsvException if the record is not well formed or has more or fewer cells than the header
     */
    boolean next(Row row);

    /** Gives the block's memory back; the block and the last row must not be used afterwards. */
    void recycle();
}
