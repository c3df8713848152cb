package fr.pleiade.quads;

import java.io.IOException;
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
}
