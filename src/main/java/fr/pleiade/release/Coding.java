package fr.pleiade.release;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A way to compress what is kept or sent: each is an HTTP content coding and a suffix of file names.
 *
 * <p>Both end with a check sum: reading what was cut off or altered ends in an {@link IOException}, not in fewer or other bytes.
 */
public enum Coding {
    /**
     * What everybody reads.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
     */
    GZIP("gzip", ".gz") {
        @Override
        public InputStream decode(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return new Gzip(out);
        }
    },

    /**
     * Smaller and several times faster than gzip, both ways; its window is within the 8 MB that every HTTP client must have.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9659">RFC 9659</a>
     */
    ZSTD("zstd", ".zst") {
        @Override
        public InputStream decode(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return new BufferedOutputStream(new ZstdOutputStream(out, ZSTD_LEVEL).setChecksum(true), BUFFER);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_LEVEL = 4; // a little less small and much faster than the usual 6
    private static final int ZSTD_LEVEL = 3;

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** {@return the name in {@code Accept-Encoding} and {@code Content-Encoding}} */
    public String token() {
        return token;
    }

    /** {@return what is appended to a file's name, with the dot} */
    public String suffix() {
        return suffix;
    }

    /** {@return what was compressed; closing it closes the stream below} */
    public abstract InputStream decode(InputStream in) throws IOException;

    /** {@return a stream that compresses into the one below, and finishes and closes it when it is closed} */
    public abstract OutputStream encode(OutputStream out) throws IOException;

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(GZIP_LEVEL);
        }
    }
}
