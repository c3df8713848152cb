package fr.pleiade.store.load;

import fr.pleiade.jena.JenaTerms;
import fr.pleiade.rdf.NQuads;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.jspecify.annotations.Nullable;

/**
 * Gives the terms of a load the numbers by which TDB2 knows them: a value that fits is its own number, any other term is written to the
 * node file when it is first met, and its number is its place there.
 *
 * <p>Works on terms as N-Quads have them, and makes a node only of a term that is new or has a datatype or an escape. Memory: the last
 * 65,536 terms; all others are in the {@link TermTable}. Not thread-safe.
 */
final class TermNumbers {
    private static final int RECENT = 1 << 16;

    private final TermTable table;
    private final BinaryDataFile nodes;
    private final NodeLayout layout = new NodeLayout();
    private final ByteBuffer hash = ByteBuffer.allocate(SystemTDB.LenNodeHash);
    private final byte[] @Nullable [] recentTerms = new byte[RECENT][];
    private final long[] recentNumbers = new long[RECENT];
    private int document;

    TermNumbers(TermTable table, BinaryDataFile nodes) {
        this.table = table;
        this.nodes = nodes;
    }

    /** Blank nodes of what follows are others than those so far, whatever their labels. */
    void beginDocument() {
        document++;
        Arrays.fill(recentTerms, null);
    }

    /**
     * {@return the number of a term, as it is written to disk}
     *
     * @throws IllegalArgumentException if it is not a term
     */
    long number(byte[] bytes, int start, int end, int bytesHash) {
        int slot = (bytesHash ^ bytesHash >>> 16) & RECENT - 1;
        byte[] recent = recentTerms[slot];
        if (recent != null && Arrays.equals(recent, 0, recent.length, bytes, start, end)) {
            return recentNumbers[slot];
        }
        long number = NodeLayout.isPlain(bytes, start, end) ? plain(bytes, start, end) : any(node(bytes, start, end));
        recentTerms[slot] = Arrays.copyOfRange(bytes, start, end);
        recentNumbers[slot] = number;
        return number;
    }

    /** {@return what the index from hashes to numbers is made of} */
    Iterator<long[]> byHash() {
        return table.sorted();
    }

    private long plain(byte[] bytes, int start, int end) {
        layout.hash(bytes, start, end, hash.array());
        long known = table.find(hash.getLong(0), hash.getLong(Long.BYTES));
        return known != TermTable.ABSENT ? known : write(node(bytes, start, end));
    }

    private long any(Node node) {
        NodeId value = NodeId.inline(node);
        if (value != null) {
            ByteBuffer number = ByteBuffer.allocate(NodeId.SIZE);
            NodeIdFactory.set(value, number, 0);
            return number.getLong(0);
        }
        NodeLayout.hash(node, hash.array());
        long known = table.find(hash.getLong(0), hash.getLong(Long.BYTES));
        return known != TermTable.ABSENT ? known : write(node);
    }

    /** Writes a node whose hash is in {@link #hash}. */
    private long write(Node node) {
        byte[] bytes = layout.record(node);
        long number = nodes.write(bytes, 0, bytes.length);
        table.add(hash.getLong(0), hash.getLong(Long.BYTES), number);
        return number;
    }

    private Node node(byte[] bytes, int start, int end) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
            return text.startsWith("_:")
                    ? NodeFactory.createBlankNode(document + "-" + text.substring(2))
                    : JenaTerms.node(NQuads.parseTerm(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
