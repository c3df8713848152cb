package fr.pleiade.sources.json;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records in JSON, one object a line, as plain CSV in UTF-8: first a header, then a line for each line, so that line numbers stay when the
 * header is counted as line 0.
 *
 * <p>The values of a column are separated by {@link #SEPARATOR}; a line break in a value is a blank. What is no object, and a
 * value that has the separator, is a {@link NoRecord}. Memory: one line.
 */
public final class JsonRecords extends InputStream {
    /** What stands between the values of a column in one record. */
    public static final String SEPARATOR = "‖";

    private final BufferedReader lines;
    private final List<List<RecordPath>> columns = new ArrayList<>();
    private InputStream current;
    private long line;

    /** A line that is no record; carries its number. */
    public static final class NoRecord extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        NoRecord(long line, String problem) {
            super(problem);
            this.line = line;
        }

        /** {@return the line, from 1} */
        public long line() {
            return line;
        }
    }

    /**
     * @param text the records in UTF-8
     * @param members their columns
     */
    public JsonRecords(InputStream text, List<Member> members) {
        this.lines = new BufferedReader(new InputStreamReader(
                text, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        List<String> header = new ArrayList<>();
        for (Member member : members) {
            header.add(member.name());
            columns.add(member.paths().stream().map(RecordPath::new).toList());
        }
        this.current = record(header);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = current.read(target, offset, length);
        while (read < 0 && length > 0) {
            String next = lines.readLine();
            if (next == null) {
                return -1;
            }
            line++;
            String text = line == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
            current = text.isBlank() ? record(List.of()) : record(cells(text));
            read = current.read(target, offset, length);
        }
        return read;
    }

    private List<String> cells(String text) throws IOException {
        Json record;
        try {
            record = Json.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NoRecord(line, String.valueOf(e.getMessage()));
        }
        if (record.kind() != Json.Kind.OBJECT) {
            throw new NoRecord(line, "expected a record in JSON, {…}, found " + record.kind());
        }
        List<String> cells = new ArrayList<>();
        for (List<RecordPath> paths : columns) {
            List<String> values = new ArrayList<>();
            for (RecordPath path : paths) {
                path.values(record).forEach(value -> values.add(value.replaceAll("\\R", " ")));
            }
            for (String value : values) {
                if (value.contains(SEPARATOR)) {
                    throw new NoRecord(line, "'%s' has %s, which stands between values".formatted(value, SEPARATOR));
                }
            }
            cells.add(String.join(SEPARATOR, values));
        }
        return cells;
    }

    private static InputStream record(List<String> cells) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            record.append(i == 0 ? "\"" : ",\"")
                    .append(cells.get(i).replace("\"", "\"\""))
                    .append('"');
        }
        return new ByteArrayInputStream(record.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
