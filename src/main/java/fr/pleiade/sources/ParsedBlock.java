package fr.pleiade.sources;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that were made elsewhere; a cell may be null, whatever the contents that mean "no value". */
public final class ParsedBlock implements RowBlock {
    private static final int NULL = -1;
    private final long number;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final List<Cells> records = new ArrayList<>();
    private byte[] bytes = {};
    private long sourceBytes;
    private int at;

    /** A record's first line, where its cells begin, and where each ends. */
    private record Cells(long line, int start, List<Integer> ends) {}

    /** An empty block of a number. */
    public ParsedBlock(long number) {
        this.number = number;
    }

    /** Adds a row. */
    public void add(long line, List<Optional<String>> cells) {
        int start = collected.size();
        List<Integer> ends = new ArrayList<>(cells.size());
        for (Optional<String> cell : cells) {
            cell.ifPresent(content -> collected.writeBytes(content.getBytes(StandardCharsets.UTF_8)));
            ends.add(cell.isPresent() ? collected.size() : NULL);
        }
        records.add(new Cells(line, start, ends));
    }

    /** {@return how many rows the block has} */
    public int size() {
        return records.size();
    }

    /** Says how many bytes of the file the block took; to be called when it is complete. */
    public void setSourceBytes(long count) {
        sourceBytes = count;
        bytes = collected.toByteArray();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long sourceBytes() {
        return sourceBytes;
    }

    @Override
    public boolean next(Row row) {
        if (at == records.size()) {
            return false;
        }
        Cells cells = records.get(at++);
        row.begin(bytes, cells.line());
        int start = cells.start();
        for (int end : cells.ends()) {
            if (end == NULL) {
                row.addNull();
            } else {
                row.add(start, end);
                start = end;
            }
        }
        return true;
    }

    @Override
    public void recycle() {
        // Nothing to give back.
    }
}
