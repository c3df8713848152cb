package fr.pleiade.store;

import fr.pleiade.rdf.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of N-Quads that holds one graph, to be sent as N-Triples: line by line and with the lexical forms as they are. */
final class GraphFile {
    private final Path file;
    private final String ending;

    GraphFile(Path file, String graph) {
        this.file = file;
        this.ending = " " + new Term.Iri(graph).toNTriples() + " .";
    }

    /**
     * {@return the number of lines; takes one pass}
     *
     * @throws StoreException if a line is of another graph
     */
    long count() {
        try (BufferedReader lines = open()) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.endsWith(ending)) {
                    throw new StoreException(
                            file + ":" + number,
                            "not a quad of the graph" + ending,
                            "push each graph from its own file");
                }
            }
            return number;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** {@return the triples as N-Triples; to be closed} */
    InputStream asNTriples() {
        try {
            return new Triples(open(), ending);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(new NQuadsSource(file).open(), StandardCharsets.UTF_8));
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException(file + ": " + e.getMessage(), e);
    }

    private static final class Triples extends InputStream {
        private final BufferedReader lines;
        private final String ending;
        private byte[] current = new byte[0];
        private int at;

        Triples(BufferedReader lines, String ending) {
            this.lines = lines;
            this.ending = ending;
        }

        @Override
        public int read() throws IOException {
            return fill() ? current[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int copied = 0;
            while (copied < length && fill()) {
                int count = Math.min(length - copied, current.length - at);
                System.arraycopy(current, at, buffer, offset + copied, count);
                at += count;
                copied += count;
            }
            return copied == 0 && length > 0 ? -1 : copied;
        }

        private boolean fill() throws IOException {
            if (at < current.length) {
                return true;
            }
            String line = lines.readLine();
            if (line == null) {
                return false;
            }
            current = (line.substring(0, line.length() - ending.length()) + " .\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
