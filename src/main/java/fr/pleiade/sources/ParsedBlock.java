package fr.pleiade.sources;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records that were parsed elsewhere. */
final class ParsedBlock implements RowBlock {
    private final CsvFile file;
    private final long number;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final List<Cells> records = new ArrayList<>();
    private byte[] bytes = {};
    private long sourceBytes;
    private int at;

    /** A record's first line, where its cells begin, and where each ends. */
    private record Cells(long line, int start, List<Integer> ends) {}

    ParsedBlock(CsvFile file, long number) {
        this.file = file;
        this.number = number;
    }

    void add(long line, List<String> cells) {
        int start = collected.size();
        List<Integer> ends = new ArrayList<>(cells.size());
        for (String cell : cells) {
            collected.writeBytes(cell.getBytes(StandardCharsets.UTF_8));
            ends.add(collected.size());
        }
        records.add(new Cells(line, start, ends));
    }

    int size() {
        return records.size();
    }

    /** Says how many bytes of the file the block took; to be called when it is complete. */
    void setSourceBytes(long count) {
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
            row.add(start, end);
            start = end;
        }
        file.checkSize(row);
        return true;
    }

    @Override
    public void recycle() {
        // Nothing to give back.
    }
}
