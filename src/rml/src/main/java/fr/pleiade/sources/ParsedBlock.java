package fr.pleiade.sources;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that were made elsewhere; a cell may be null, whatever the contents that mean "no value". */
public final class ParsedBlock implements RowBlock {
    private static final int NULL = -1;
    private final long number;
    private final @Nullable CsvFile file;
    private byte[] bytes = new byte[1 << 10];
    private int filled;
    /** Where each cell ends, those of all rows one after the other. */
    private int[] ends = new int[64];

    private int cells;
    private long[] lines = new long[16];
    /** Where each row's cells begin in the ends. */
    private int[] firstCells = new int[16];

    private int rows;
    private long sourceBytes;
    private int at;
    private int start;
    private @Nullable CsvException failure;

    /** An empty block of a number. */
    public ParsedBlock(long number) {
        this.number = number;
        this.file = null;
    }

    /** An empty block of a file, which accepts or refuses each row that is read. */
    ParsedBlock(long number, CsvFile file) {
        this.number = number;
        this.file = file;
    }

    /** Adds a row. */
    public void add(long line, List<Optional<String>> row) {
        begin(line);
        for (Optional<String> cell : row) {
            if (cell.isPresent()) {
                add(cell.get());
            } else {
                end(NULL);
            }
        }
    }

    /** Begins a row. */
    void begin(long line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
            firstCells = Arrays.copyOf(firstCells, rows * 2);
        }
        lines[rows] = line;
        firstCells[rows++] = cells;
    }

    /** Adds a cell to the row that was begun last. */
    void add(String cell) {
        byte[] content = cell.getBytes(StandardCharsets.UTF_8);
        if (content.length > bytes.length - filled) {
            bytes = Arrays.copyOf(bytes, Math.addExact(filled, Math.max(filled, content.length)));
        }
        System.arraycopy(content, 0, bytes, filled, content.length);
        filled += content.length;
        end(filled);
    }

    private void end(int end) {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = end;
    }

    /** {@return how many rows the block has} */
    public int size() {
        return rows;
    }

    /** Says how many bytes of the file the block took; to be called when it is complete. */
    public void setSourceBytes(long count) {
        sourceBytes = count;
    }

    /** Says what is wrong behind the rows: it is told to whoever has read them all. */
    void endIn(CsvException problem) {
        failure = problem;
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
        if (at == rows) {
            if (failure != null) {
                throw failure;
            }
            return false;
        }
        row.begin(bytes, lines[at]);
        int last = at + 1 == rows ? cells : firstCells[at + 1];
        for (int cell = firstCells[at++]; cell < last; cell++) {
            if (ends[cell] == NULL) {
                row.addNull();
            } else {
                row.add(start, ends[cell]);
                start = ends[cell];
            }
        }
        if (file != null) {
            file.accept(row);
        }
        return true;
    }

    @Override
    public void recycle() {
        // Nothing to give back.
    }
}
