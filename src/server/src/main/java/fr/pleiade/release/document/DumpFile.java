package fr.pleiade.release.document;

import fr.pleiade.quads.Sha256;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A graph as a file to download, in a syntax.
 *
 * @param syntax its syntax
 * @param bytes its size
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 */
public record DumpFile(Syntax syntax, long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /**
     * {@return what a graph is as a file, which is written nowhere}
     *
     * @param nquads the graph's sorted N-Quads
     * @param context what the file's JSON-LD context, or else its prefixes, come from
     */
    public static DumpFile measure(Path nquads, Syntax syntax, JsonLdContext context) throws IOException {
        MessageDigest digest = Sha256.digest();
        Count count = new Count();
        QuadStream document = QuadStream.open(
                new BufferedOutputStream(new DigestOutputStream(count, digest), BUFFER),
                syntax,
                context,
                RdfWriter.Graphs.NOT_IN_JSON_LD);
        Files.copy(nquads, document);
        document.end();
        document.flush();
        return new DumpFile(syntax, count.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Counts what is written to it. */
    private static final class Count extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
