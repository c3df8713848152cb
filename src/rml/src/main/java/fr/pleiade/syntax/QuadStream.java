package fr.pleiade.syntax;

import java.io.IOException;
import java.io.OutputStream;

/**
 * N-Quads that are written to it, as the engine writes them, become another syntax; closing it ends the document and closes the stream
 * below.
 *
 * <p>Memory: what is written at once; some thousand quads for JSON-LD. Not thread-safe.
 *
 * @throws SyntaxException while it is written to, if a quad is not one that the syntax can hold
 */
public abstract class QuadStream extends OutputStream {
    QuadStream() {}

    /** Begins a document in a syntax. */
    public static QuadStream open(OutputStream below, Syntax syntax) {
        return syntax == Syntax.N_TRIPLES ? new TripleLines(below) : new WrittenQuads(below, syntax);
    }

    /** {@return how many triples lost their graph so far, because the syntax cannot name one} */
    public abstract long graphsLeftOut();

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
