package fr.pleiade.store.load;

import fr.pleiade.store.JenaTerms;
import fr.pleiade.syntax.NQuads;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;
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
    private static final byte[] OF_IRI = "|||uri".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OF_LITERAL = "||literal".getBytes(StandardCharsets.US_ASCII);

    private final TermTable table;
    private final BinaryDataFile nodes;
    private final MessageDigest digest = md5();
    private final TSerializer serializer = serializer();
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
        long number = isPlain(bytes, start, end) ? plain(bytes, start, end) : any(node(bytes, start, end));
        recentTerms[slot] = Arrays.copyOfRange(bytes, start, end);
        recentNumbers[slot] = number;
        return number;
    }

    /** {@return what the index from hashes to numbers is made of} */
    Iterator<long[]> byHash() {
        return table.sorted();
    }

    /** {@return whether it is an IRI, a string, or a text in a language of two letters, and without escapes} */
    private static boolean isPlain(byte[] bytes, int start, int end) {
        if (bytes[start] == '"' ? quoteOf(bytes, end) < 0 : bytes[start] != '<') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** {@return the place of the closing quotation mark, if nothing or a language of two small letters is behind it, else -1} */
    private static int quoteOf(byte[] bytes, int end) {
        if (bytes[end - 1] == '"') {
            return end - 1;
        }
        boolean inLanguage =
                bytes[end - 4] == '"' && bytes[end - 3] == '@' && isSmall(bytes[end - 2]) && isSmall(bytes[end - 1]);
        return inLanguage ? end - 4 : -1;
    }

    private static boolean isSmall(byte letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private long plain(byte[] bytes, int start, int end) {
        if (bytes[start] == '<') {
            digest.update(bytes, start + 1, end - start - 2);
            digest.update(OF_IRI);
        } else {
            int quote = quoteOf(bytes, end);
            digest.update(bytes, start + 1, quote - start - 1);
            digest.update((byte) '|');
            digest.update(bytes, Math.min(quote + 2, end), Math.max(end - quote - 2, 0));
            digest.update(OF_LITERAL);
        }
        try {
            digest.digest(hash.array(), 0, hash.capacity());
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
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
        Hash ofNode = new Hash(hash.capacity());
        NodeLib.setHash(ofNode, node);
        hash.put(0, ofNode.getBytes());
        long known = table.find(hash.getLong(0), hash.getLong(Long.BYTES));
        return known != TermTable.ABSENT ? known : write(node);
    }

    /** Writes a node whose hash is in {@link #hash}. */
    private long write(Node node) {
        try {
            byte[] bytes = serializer.serialize(ThriftConvert.convert(node, true));
            long number = nodes.write(bytes, 0, bytes.length);
            table.add(hash.getLong(0), hash.getLong(Long.BYTES), number);
            return number;
        } catch (TException e) {
            throw new IllegalStateException("a node cannot be written: " + node, e);
        }
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

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TSerializer serializer() {
        try {
            return new TSerializer(new TCompactProtocol.Factory());
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }
}
