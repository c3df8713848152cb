package fr.pleiade.sources;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One record: its cells as slices of UTF-8 bytes. The same object is filled again by the next record.
 *
 * <p>A cell's slice is its content, quotes taken off. Cells are never null; an empty cell is {@code ""} (RFC 4180, section 2).
 */
public final class Row {
    private static final int NULL = -1;
    private final byte[][] nulls;
    private byte[] bytes = {};
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;
    private long line;

    /** A row to be filled, in which the contents of the list mean "no value". */
    public Row(List<String> nulls) {
        this.nulls = nulls.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** A row in which the dialect's contents mean "no value". */
    Row(Dialect dialect) {
        this(dialect.nulls());
    }

    void begin(byte[] block, long firstLine) {
        bytes = block;
        line = firstLine;
        size = 0;
    }

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    void addNull() {
        add(NULL, NULL);
    }

    /** Leaves out the first cells. */
    void dropFirst(int cells) {
        size -= cells;
        System.arraycopy(starts, cells, starts, 0, size);
        System.arraycopy(ends, cells, ends, 0, size);
    }

    /** Becomes another row, slices of the same bytes. */
    void copy(Row other) {
        begin(other.bytes, other.line);
        for (int column = 0; column < other.size; column++) {
            add(other.starts[column], other.ends[column]);
        }
    }

    /** {@return the record's first physical line, from 1, header included} */
    public long line() {
        return line;
    }

    /** {@return how many cells the record has} */
    public int size() {
        return size;
    }

    /** {@return the bytes that the cells are slices of; not to be changed, and other ones after the next record} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return where a cell begins in {@link #bytes()}; columns count from 0} */
    public int start(int column) {
        return starts[column];
    }

    /** {@return where a cell ends, exclusive} */
    public int end(int column) {
        return ends[column];
    }

    /** {@return a cell as text} */
    public String text(int column) {
        if (starts[column] == NULL) {
            return "";
        }
        return new String(bytes, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8);
    }

    /** {@return whether a cell's content means "no value"} */
    public boolean isNull(int column) {
        if (starts[column] == NULL) {
            return true;
        }
        for (byte[] content : nulls) {
            if (Arrays.equals(content, 0, content.length, bytes, starts[column], ends[column])) {
                return true;
            }
        }
        return false;
    }
}
