package fr.pleiade.syntax;

import fr.pleiade.rdf.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * N-Quads that are written to it, as the engine writes them, become another syntax; closing it ends the document and closes the stream
 * below.
 *
 * <p>To N-Quads and N-Triples no parser stands between: lines are copied, or cut before their graph. Memory: what is written at once; some thousand quads for JSON-LD. Not thread-safe.
 *
 * @throws SyntaxException while it is written to, if a quad is not one that the syntax can hold
 */
public abstract class QuadStream extends OutputStream {
    QuadStream() {}

    /** Begins a document in a syntax, without prefixes, in which graphs are named where they can be. */
    public static QuadStream open(OutputStream below, Syntax syntax) {
        return open(below, syntax, JsonLdContext.of(Prefixes.of(Map.of())), RdfWriter.Graphs.NAMED);
    }

    /** Begins a document as the other method of two arguments does, of lines that name no graph, which as N-Triples are what they were. */
    public static QuadStream ofTriples(OutputStream below, Syntax syntax) {
        return syntax == Syntax.N_TRIPLES ? new CopiedLines(below) : open(below, syntax);
    }

    /** Begins a document that, where it is JSON-LD, calls properties by the terms of the context; else its prefixes are used. */
    public static QuadStream open(OutputStream below, Syntax syntax, JsonLdContext context, RdfWriter.Graphs named) {
        return switch (syntax) {
            case N_QUADS -> new CopiedLines(below);
            case N_TRIPLES -> new TripleLines(below);
            default -> new WrittenQuads(below, syntax, RdfWriter.open(below, syntax, context, named));
        };
    }

    /** Ends the document, and leaves the stream below open; nothing may be written afterwards. */
    public abstract void end() throws IOException;

    /**
     * {@return whether graphs are left out here, so that who makes quads need not name them: he may {@linkplain #writeTriples give triples}}
     */
    public boolean leavesGraphsOut() {
        return false;
    }

    /**
     * Writes lines that name no graph, which are not looked at.
     *
     * @param inGraphs how many of them are triples of a named graph
     */
    public void writeTriples(byte[] bytes, int offset, int count, long inGraphs) throws IOException {
        write(bytes, offset, count);
    }

    /** {@return how many triples lost their graph so far, because the syntax cannot name one} */
    public abstract long graphsLeftOut();

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
