package fr.pleiade.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file's bytes as they are stored: counted for progress, and digested while they are read. */
final class StoredBytes extends FilterInputStream {
    private final MessageDigest digest;
    private final boolean digests;
    private long count;
    private long taken;

    StoredBytes(InputStream in, MessageDigest digest, boolean digests) {
        super(in);
        this.digest = digest;
        this.digests = digests;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            count += read;
            if (digests) {
                digest.update(target, offset, read);
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** {@return the bytes read since this was last asked} */
    long take() {
        long news = count - taken;
        taken = count;
        return news;
    }

    /** Reads what an archive has behind its content, so that the digest is the whole file's. {@return the digest} */
    String finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@return the bytes read so far} */
    long count() {
        return count;
    }
}
