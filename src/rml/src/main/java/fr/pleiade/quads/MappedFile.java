package fr.pleiade.quads;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file of any size, mapped into memory in segments.
 *
 * <p>The file must not change while it is mapped. Thread-safe, and a thread's interruption does not close it; unmapped when it is
 * garbage.
 */
final class MappedFile implements FileBytes {
    private static final int SEGMENT_BITS = 30;
    private static final int SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;

    private final MappedByteBuffer[] segments;
    private final long size;

    private MappedFile(MappedByteBuffer[] segments, long size) {
        this.segments = segments;
        this.size = size;
    }

    static MappedFile of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            MappedByteBuffer[] segments = new MappedByteBuffer[(int) ((size + SEGMENT_MASK) >>> SEGMENT_BITS)];
            for (int i = 0; i < segments.length; i++) {
                long start = (long) i << SEGMENT_BITS;
                segments[i] =
                        channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(size - start, 1L << SEGMENT_BITS));
                segments[i].order(ByteOrder.LITTLE_ENDIAN); // as LineEnds reads them
            }
            return new MappedFile(segments, size);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte at(long position) {
        return segments[(int) (position >>> SEGMENT_BITS)].get((int) position & SEGMENT_MASK);
    }

    @Override
    public long lineFeed(long position) {
        for (int i = (int) (position >>> SEGMENT_BITS); i < segments.length; i++) {
            long start = (long) i << SEGMENT_BITS;
            MappedByteBuffer segment = segments[i];
            int found = LineEnds.next(segment, (int) Math.max(0, position - start));
            if (found < segment.limit()) {
                return start + found;
            }
        }
        return size;
    }

    @Override
    public int compare(long position, byte[] key) {
        int from = (int) position & SEGMENT_MASK;
        boolean isWithin = from + (long) key.length <= SEGMENT_MASK && position + key.length <= size;
        if (!isWithin) {
            return FileBytes.super.compare(position, key); // it goes on in the next segment, or the file ends
        }
        MappedByteBuffer segment = segments[(int) (position >>> SEGMENT_BITS)];
        for (int i = 0; i < key.length; i++) {
            int difference = Byte.compareUnsigned(segment.get(from + i), key[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    @Override
    public byte[] bytes(long start, long end) {
        byte[] bytes = new byte[(int) (end - start)];
        int done = 0;
        while (done < bytes.length) {
            MappedByteBuffer segment = segments[(int) (start + done >>> SEGMENT_BITS)];
            int from = (int) (start + done) & SEGMENT_MASK;
            int count = Math.min(bytes.length - done, segment.limit() - from);
            segment.get(from, bytes, done, count);
            done += count;
        }
        return bytes;
    }
}
