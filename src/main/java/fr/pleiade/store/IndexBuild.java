package fr.pleiade.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.dboe.base.file.BufferChannel;
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
    private static final String COLUMNS = "GSPO";

    private final TupleIndex index;
    private final RowFile rows;
    private final Path temporary;

    IndexBuild(TupleIndex index, RowFile rows, Path directory) {
        this.index = index;
        this.rows = rows;
        this.temporary = directory.resolve(index.getName() + ".rows");
    }

    void run() {
        try (RowSort sort = new RowSort(rows, order(), temporary, RowSort.ROWS_IN_MEMORY)) {
            Iterator<long[]> sorted = sort.sorted();
            CoLib.executeWrite(index, () -> write(sorted));
        }
    }

    /** {@return for each letter of the index's name, such as POSG, its column in the rows} */
    private int[] order() {
        return index.getName().chars().map(COLUMNS::indexOf).toArray();
    }

    private void write(Iterator<long[]> sorted) {
        BPlusTree tree = LoaderOps.idxBTree(index);
        RecordFactory records = tree.getRecordFactory();
        BufferChannel state = tree.getStateManager().getBufferChannel();
        BPlusTreeRewriter.packIntoBPlusTree(
                new Records(sorted, records),
                tree.getParams(),
                records,
                state,
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
            Record row = factory.create();
            ByteBuffer.wrap(row.getKey()).asLongBuffer().put(rows.next());
            return row;
        }
    }
}
