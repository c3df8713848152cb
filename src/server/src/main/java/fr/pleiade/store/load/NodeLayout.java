package fr.pleiade.store.load;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;

/**
 * What we know by heart of how TDB2 keeps a term: the hash by which it finds it, and the record from which it reads it.
 *
 * <p>TDB2 would not notice if this were wrong: it would find no term. So {@link LayoutCheck} holds it to TDB2. Not thread-safe.
 */
final class NodeLayout {
    /** What TDB2's {@code NodeLib} appends to the text of an IRI before it hashes it. */
    static final String AFTER_IRI = "|||uri";

    /** The same for a literal without a datatype of its own, behind {@code text|language}. */
    static final String AFTER_LITERAL = "||literal";

    private final byte[] afterIri;
    private final byte[] afterLiteral;
    private final MessageDigest digest = md5();
    private final TSerializer serializer = serializer();

    NodeLayout() {
        this(AFTER_IRI, AFTER_LITERAL);
    }

    NodeLayout(String afterIri, String afterLiteral) {
        this.afterIri = afterIri.getBytes(StandardCharsets.US_ASCII);
        this.afterLiteral = afterLiteral.getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return whether {@link #hash(byte[], int, int, byte[])} takes it: an IRI, a string, or a text in a language of two small letters, without escapes} */
    static boolean isPlain(byte[] bytes, int start, int end) {
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

    /** Hashes a plain term as N-Quads has it, without making a node of it. */
    void hash(byte[] bytes, int start, int end, byte[] hash) {
        if (bytes[start] == '<') {
            digest.update(bytes, start + 1, end - start - 2);
            digest.update(afterIri);
        } else {
            int quote = quoteOf(bytes, end);
            digest.update(bytes, start + 1, quote - start - 1);
            digest.update((byte) '|');
            digest.update(bytes, Math.min(quote + 2, end), Math.max(end - quote - 2, 0));
            digest.update(afterLiteral);
        }
        try {
            digest.digest(hash, 0, SystemTDB.LenNodeHash);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hashes any term, by TDB2's own method. */
    static void hash(Node node, byte[] hash) {
        Hash ofNode = new Hash(SystemTDB.LenNodeHash);
        NodeLib.setHash(ofNode, node);
        System.arraycopy(ofNode.getBytes(), 0, hash, 0, hash.length);
    }

    /**
     * {@return the record of a node, with its text as it is}
     *
     * <p>TDB2 itself writes numbers in a form of their own, in 64 bits: an integer beyond them comes back as another one, and an
     * {@code xsd:long} as an {@code xsd:integer}. It reads both forms.
     */
    byte[] record(Node node) {
        try {
            return serializer.serialize(ThriftConvert.convert(node, false));
        } catch (TException e) {
            throw new IllegalStateException("a node cannot be written: " + node, e);
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
