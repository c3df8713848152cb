package fr.pleiade.mapping.join;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Sorted files of join entries, each as long as memory allowed, and their merging into one. */
final class JoinRuns {
    private final List<Path> files = new ArrayList<>();

    boolean isEmpty() {
        return files.isEmpty();
    }

    void write(JoinEntries entries) {
        try {
            Path file = temporaryFile();
            files.add(file);
            try (DataOutputStream out = output(file)) {
                entries.writeSorted(out);
            }
        } catch (IOException e) {
            throw spillFailed(e);
        }
    }

    /** {@return all entries; of equal keys, those of an earlier file first} */
    SortedEntries merge() {
        List<Run> runs = new ArrayList<>();
        try {
            PriorityQueue<Run> heads = new PriorityQueue<>();
            for (int i = 0; i < files.size(); i++) {
                Run run = new Run(i, files.get(i));
                runs.add(run);
                if (run.next()) {
                    heads.add(run);
                }
            }
            Path merged = temporaryFile();
            SortedEntries.Builder builder = new SortedEntries.Builder(merged, output(merged));
            while (!heads.isEmpty()) {
                Run head = heads.remove();
                builder.add(head.entry);
                if (head.next()) {
                    heads.add(head);
                }
            }
            return builder.build();
        } catch (IOException e) {
            throw spillFailed(e);
        } finally {
            runs.forEach(Run::close);
        }
    }

    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
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

    /** One file as it is being merged. */
    private static final class Run implements Comparable<Run> {
        private final int number;
        private final DataInputStream in;
        private SortedEntries.Entry entry = SortedEntries.Entry.NONE;

        Run(int number, Path file) throws IOException {
            this.number = number;
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean next() throws IOException {
            Optional<SortedEntries.Entry> read = SortedEntries.read(in);
            read.ifPresent(next -> entry = next);
            return read.isPresent();
        }

        @Override
        public int compareTo(Run other) {
            int byKey = Arrays.compareUnsigned(entry.key(), other.entry.key());
            return byKey == 0 ? Integer.compare(number, other.number) : byKey;
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw spillFailed(e);
            }
        }
    }
}
