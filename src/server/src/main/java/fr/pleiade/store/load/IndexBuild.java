package fr.pleiade.store.load;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;

/**
 * One index of an empty quad table, written from its leaves up out of sorted rows, as Jena's {@code xloader} does.
 *
 * <p>Its pages come out full and in order; inserting row by row would find, copy and split a page for each.
 */
final class IndexBuild {
    private static final String COLUMNS = "SPOG";
    private static final int ROWS_BETWEEN_REPORTS = 20_000;

    private final TupleIndex index;
    private final RowFile rows;
    private final Path temporary;
    private final LongConsumer written;

    /** @param written told now and then how many rows were written since it was told before */
    IndexBuild(TupleIndex index, RowFile rows, Path directory, LongConsumer written) {
        this.index = index;
        this.rows = rows;
        this.written = written;
        this.temporary = directory.resolve(index.getName() + ".rows");
    }

    void run() {
        try (RowSort sort = new RowSort(rows, order(), temporary, RowSort.ROWS_IN_MEMORY)) {
            Iterator<long[]> sorted = sort.sorted();
            CoLib.executeWrite(index, () -> write(LoaderOps.idxBTree(index), counted(sorted)));
        }
    }

    /** {@return for each letter of the index's name, such as POSG, its column in the rows} */
    private int[] order() {
        return index.getName().chars().map(COLUMNS::indexOf).toArray();
    }

    private Iterator<long[]> counted(Iterator<long[]> sorted) {
        return new Iterator<>() {
            private long given;

            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public long[] next() {
                given++;
                if (given % ROWS_BETWEEN_REPORTS == 0) {
                    written.accept(ROWS_BETWEEN_REPORTS);
                }
                return sorted.next();
            }
        };
    }

    /** Writes an empty tree, in a transaction of the caller's; a row is a key followed by its value. */
    static void write(BPlusTree tree, Iterator<long[]> sorted) {
        RecordFactory records = tree.getRecordFactory();
        BPlusTreeRewriter.packIntoBPlusTree(
                new Records(sorted, records),
                tree.getParams(),
                records,
                tree.getStateManager().getBufferChannel(),
                tree.getNodeManager().getBlockMgr(),
                tree.getRecordsMgr().getBlockMgr());
    }

    private record Records(Iterator<long[]> rows, RecordFactory factory) implements Iterator<Record> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Record next() {
            long[] row = rows.next();
            Record record = factory.create();
            int at = 0;
            for (int i = 0; i < factory.keyLength(); i += Long.BYTES) {
                Bytes.setLong(row[at++], record.getKey(), i);
            }
            for (int i = 0; i < factory.valueLength(); i += Long.BYTES) {
                Bytes.setLong(row[at++], record.getValue(), i);
            }
            return record;
        }
    }
}
