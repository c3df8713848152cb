package fr.pleiade.mapping.join;

import fr.pleiade.quads.SortedRuns;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sorted files of join entries, each as long as memory allowed, and their merging into one. */
final class JoinRuns implements Closeable {
    private final SortedRuns<SortedEntries.Cursor> runs = new SortedRuns<>(new EntryFormat(), JoinRuns::temporaryFile);

    boolean isEmpty() {
        return runs.isEmpty();
    }

    void write(JoinEntries entries) {
        try (DataOutputStream out = output(runs.newRun())) {
            entries.writeSorted(out);
        } catch (IOException e) {
            throw spillFailed(e);
        }
    }

    /** {@return all entries; of equal keys, those of an earlier file first} */
    SortedEntries merge() {
        try (SortedRuns.Merge<SortedEntries.Cursor> merge = runs.merge()) {
            Path merged = temporaryFile();
            SortedEntries.Builder builder = new SortedEntries.Builder(merged, output(merged));
            while (merge.next()) {
                builder.add(merge.record().entry());
            }
            return builder.build();
        } catch (IOException e) {
            throw spillFailed(e);
        }
    }

    @Override
    public void close() throws IOException {
        runs.close();
    }

    private static Path temporaryFile() throws IOException {
        Path file = Files.createTempFile("pleiade-join", ".bin");
        file.toFile().deleteOnExit();
        return file;
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    static UncheckedIOException spillFailed(IOException cause) {
        return new UncheckedIOException(
                "a join needs space for temporary files in %s: %s"
                        .formatted(System.getProperty("java.io.tmpdir"), cause.getMessage()),
                cause);
    }

    private static final class EntryFormat implements SortedRuns.Format<SortedEntries.Cursor> {
        @Override
        public SortedEntries.Cursor open(Path run) throws IOException {
            return new SortedEntries.Cursor(run);
        }

        @Override
        public SortedRuns.Writer<SortedEntries.Cursor> create(Path run) throws IOException {
            return new EntryWriter(output(run));
        }
    }

    private record EntryWriter(DataOutputStream out) implements SortedRuns.Writer<SortedEntries.Cursor> {
        @Override
        public void add(SortedEntries.Cursor cursor) throws IOException {
            cursor.entry().write(out);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
