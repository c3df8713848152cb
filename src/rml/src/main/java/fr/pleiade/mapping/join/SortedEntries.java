package fr.pleiade.mapping.join;

import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.quads.SortedRuns;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of join entries sorted by key, with the keys of some of them in memory to find the others by.
 *
 * <p>Shape of an entry: length of the key, key, length of the subject, subject; lengths are four bytes. Safe for several threads.
 */
final class SortedEntries implements AutoCloseable {
    private static final int BYTES_PER_MARK = 4096;

    private final Path file;
    private final FileChannel channel;
    private final List<Mark> marks;

    /** A key and where its first entry is. */
    private record Mark(byte[] key, long position) {}

    /** A key and a subject. */
    static final class Entry {
        static final Entry NONE = new Entry(new byte[0], new byte[0]);
        private final byte[] key;
        private final byte[] subject;

        private Entry(byte[] key, byte[] subject) {
            this.key = key;
            this.subject = subject;
        }

        void write(DataOutputStream out) throws IOException {
            SortedEntries.write(out, key, subject);
        }
    }

    private SortedEntries(Path file, List<Mark> marks) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file);
        this.marks = List.copyOf(marks);
    }

    static void write(DataOutputStream out, byte[] key, byte[] subject) throws IOException {
        out.writeInt(key.length);
        out.write(key);
        out.writeInt(subject.length);
        out.write(subject);
    }

    static Optional<Entry> read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        byte[] key = in.readNBytes(length);
        return Optional.of(new Entry(key, in.readNBytes(in.readInt())));
    }

    /** Appends the subjects of a key. */
    void write(byte[] key, int from, int to, Terms out) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new ChannelInput(channel, position(key, from, to)), BYTES_PER_MARK))) {
            for (Optional<Entry> entry = read(in); entry.isPresent(); entry = read(in)) {
                int comparison = Arrays.compareUnsigned(entry.get().key, 0, entry.get().key.length, key, from, to);
                if (comparison > 0) {
                    return;
                }
                if (comparison == 0) {
                    out.bytes().put(entry.get().subject);
                    out.end();
                }
            }
        } catch (IOException e) {
            throw JoinRuns.spillFailed(e);
        }
    }

    /** {@return a place before which no entry has the key} */
    private long position(byte[] key, int from, int to) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            byte[] marked = marks.get(middle).key();
            if (Arrays.compareUnsigned(marked, 0, marked.length, key, from, to) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : marks.get(low - 1).position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** The entries of a file, one at a time. */
    static final class Cursor implements SortedRuns.Cursor<Cursor> {
        private final DataInputStream in;
        private Entry entry = Entry.NONE;

        Cursor(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        @Override
        public boolean next() throws IOException {
            Optional<Entry> read = read(in);
            read.ifPresent(next -> entry = next);
            return read.isPresent();
        }

        Entry entry() {
            return entry;
        }

        /** By key alone: entries of one key stay in their order. */
        @Override
        public int compareTo(Cursor other) {
            return Arrays.compareUnsigned(entry.key, other.entry.key);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Writes entries that come in their order. */
    static final class Builder {
        private final Path file;
        private final DataOutputStream out;
        private final List<Mark> marks = new ArrayList<>();
        private long position;
        private long unmarked = BYTES_PER_MARK;

        Builder(Path file, DataOutputStream out) {
            this.file = file;
            this.out = out;
        }

        void add(Entry entry) throws IOException {
            if (unmarked >= BYTES_PER_MARK) {
                marks.add(new Mark(entry.key, position));
                unmarked = 0;
            }
            entry.write(out);
            int length = 8 + entry.key.length + entry.subject.length;
            position += length;
            unmarked += length;
        }

        SortedEntries build() throws IOException {
            out.close();
            return new SortedEntries(file, marks);
        }
    }

    /** Reads a file from a position, without moving the one that the channel has. */
    private static final class ChannelInput extends InputStream {
        private final FileChannel channel;
        private long position;

        ChannelInput(FileChannel channel, long position) {
            this.channel = channel;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = channel.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
