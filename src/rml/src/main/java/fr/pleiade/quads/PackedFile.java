package fr.pleiade.quads;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file packed so that it can still be read at random: zstd frames of 128 KiB of content, each for itself, and at the end a table of
 * them. {@code zstd -d} unpacks it like any other, and so does {@link Coding#ZSTD}.
 *
 * <p>Frames of this size cost nothing: on the graphs of the towns (81 MB of sorted N-Quads) level 3 packs them to 1/26.3, and the
 * whole in one frame to 1/26.2. Memory: one frame. A read at random takes some 40 µs where it meets another frame than the last did.
 *
 * @see <a href="https://github.com/facebook/zstd/blob/dev/contrib/seekable_format/zstd_seekable_compression_format.md">Zstandard
 *     Seekable Format, version 0.1.0</a>
 */
public final class PackedFile implements FileBytes {
    private static final int FRAME_BITS = 17;
    private static final int FRAME = 1 << FRAME_BITS;
    private static final int LEVEL = 3;

    private static final int SKIPPABLE_FRAME = 0x184D2A5E;
    private static final int SEEKABLE = 0x8F92EAB1;
    private static final int HEADER = 8; // the skippable frame's mark and its length
    private static final int ENTRY = 8; // a frame's packed size and its plain size
    private static final int FOOTER = 9; // the number of frames, a byte of flags, and the format's mark

    private final Path file;
    private final MappedFile packed;
    private final long[] starts;
    private final long size;
    private volatile Frame last = new Frame(-1, new byte[0]);

    private PackedFile(Path file, MappedFile packed, long[] starts, long size) {
        this.file = file;
        this.packed = packed;
        this.starts = starts;
        this.size = size;
    }

    private record Frame(int number, byte[] content) {}

    /** Packs a file into another one. */
    public static void write(Path plain, Path packed) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        int frames = 0;
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed), FRAME);
                ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true)) {
            for (byte[] content = in.readNBytes(FRAME); content.length > 0; content = in.readNBytes(FRAME)) {
                byte[] frame = context.compress(content);
                out.write(frame);
                table.writeBytes(numbers(ENTRY)
                        .putInt(frame.length)
                        .putInt(content.length)
                        .array());
                frames++;
            }
            out.write(numbers(HEADER)
                    .putInt(SKIPPABLE_FRAME)
                    .putInt(table.size() + FOOTER)
                    .array());
            table.writeTo(out);
            out.write(numbers(FOOTER)
                    .putInt(frames)
                    .put((byte) 0)
                    .putInt(SEEKABLE)
                    .array());
        }
    }

    /** @throws IOException if it cannot be read, or {@link #write} did not write it to its end */
    public static PackedFile open(Path file) throws IOException {
        MappedFile packed = MappedFile.of(file);
        long footer = packed.size() - FOOTER;
        require(footer >= HEADER && number(packed, packed.size() - 4) == SEEKABLE, file);
        int frames = number(packed, footer);
        long table = footer - (long) frames * ENTRY;
        require(frames >= 0 && table >= HEADER && number(packed, table - HEADER) == SKIPPABLE_FRAME, file);
        long[] starts = new long[frames + 1];
        long size = 0;
        for (int i = 0; i < frames; i++) {
            starts[i + 1] = starts[i] + number(packed, table + (long) i * ENTRY);
            int content = number(packed, table + (long) i * ENTRY + 4);
            require(content == FRAME || i == frames - 1 && content > 0 && content < FRAME, file);
            size += content;
        }
        require(starts[frames] == table - HEADER, file);
        return new PackedFile(file, packed, starts, size);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte at(long position) {
        return frame((int) (position >>> FRAME_BITS)).content()[(int) position & FRAME - 1];
    }

    private Frame frame(int number) {
        Frame frame = last;
        if (frame.number() != number) {
            frame = new Frame(number, content(number));
            last = frame;
        }
        return frame;
    }

    /** {@return the content from a position on; one thread only, needs no closing} */
    public InputStream from(long position) {
        return new InputStream() {
            private long at = position;

            @Override
            public int read() {
                return at < size ? at(at++) & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at >= size || length == 0) {
                    return length == 0 ? 0 : -1;
                }
                byte[] content = frame((int) (at >>> FRAME_BITS)).content();
                int start = (int) at & FRAME - 1;
                int copied = Math.min(length, content.length - start);
                System.arraycopy(content, start, target, offset, copied);
                at += copied;
                return copied;
            }
        };
    }

    private byte[] content(int frame) {
        byte[] bytes = packed.bytes(starts[frame], starts[frame + 1]);
        long rest = size - ((long) frame << FRAME_BITS);
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            return context.decompress(bytes, (int) Math.min(rest, FRAME));
        } catch (ZstdException e) {
            throw new UncheckedIOException(new IOException(file + ": it was altered: " + e.getMessage(), e));
        }
    }

    private static int number(MappedFile packed, long position) {
        return ByteBuffer.wrap(packed.bytes(position, position + 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    private static ByteBuffer numbers(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void require(boolean isSo, Path file) throws IOException {
        if (!isSo) {
            throw new IOException(file + ": it is not a packed file, or not all of one");
        }
    }
}
