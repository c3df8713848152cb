package fr.pleiade.quads;

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
 *
 * <p>The levels were chosen on the graphs of a real release, 89 MB of sorted N-Quads, in one thread; {@code CodingBenchmark} measures
 * them again:
 *
 * <pre>
 *            to 1/…   MB/s in   MB/s out
 * gzip -1      18.3       616       1595
 * gzip -4      20.8       205       1662   what everybody reads
 * gzip -6      23.7       113       1548
 * gzip -9      25.6        27       1265
 * zstd -1      27.4      1880       3293
 * zstd -3      26.2       870       4109   zstd's own choice, and the better one on most other files
 * zstd -9      29.5       120       3537
 * zstd -19     34.3         1       4494
 * </pre>
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
