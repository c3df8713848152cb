package fr.pleiade.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;

/** A file of N-Quads, {@code .nq} or {@code .nq.gz}, as Jena's loaders want it. */
public record NQuadsSource(Path file) {
    /**
     * Parses the file.
     *
     * @throws StoreException if the file cannot be read, or a line of it is not N-Quads
     */
    public void sendTo(StreamRDF destination) {
        try (InputStream in = open()) {
            parser(in).parse(destination);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RDFParserBuilder parser(InputStream in) {
        return RDFParser.source(in)
                .forceLang(Lang.NQUADS)
                .checking(false) // terms were checked when they were made: here it would cost a fifth of the load
                .errorHandler(new LineNaming(file));
    }

    /** {@return what to throw where a line is not N-Quads} */
    public StoreException malformed(long line, String problem) {
        return new StoreException(
                file + ":" + line, "not a line of N-Quads: " + problem, "correct it, or write the file anew");
    }

    /** {@return what to throw where the file cannot be read} */
    public StoreException unreadable(IOException e) {
        return new StoreException(file.toString(), "cannot be read: " + e, "write the file anew", e);
    }

    /** {@return the bytes, unpacked; to be closed} */
    public InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Tells the reader of the report which line is wrong; literals of a wrong form are not the store's business. */
    private record LineNaming(Path file) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new StoreException(
                    line > 0 ? file + ":" + line : file.toString(),
                    "not a line of N-Quads: " + message,
                    "correct it, or write the file anew",
                    new RiotException(message));
        }
    }
}
