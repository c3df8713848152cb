package fr.pleiade.store.load;

import fr.pleiade.jena.JenaTerms;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Holds {@link NodeLayout} to TDB2: in a scratch store in memory TDB2 writes some terms, which must be found by our hashes, and reads
 * our records, which must be the terms again.
 */
final class LayoutCheck {
    private static final List<String> TERMS = List.of(
            "<http://example.org/id/école>",
            "\"\"",
            "\"plain | text\"",
            "\"été\"@fr",
            "\"an \\\"escape\\\"\"",
            "\"colour\"@en-GB",
            "\"2024\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
            "\"1.50\"^^<http://example.org/datatype>",
            "\"18446744073709551616\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "\"9223372036854775807\"^^<http://www.w3.org/2001/XMLSchema#long>",
            "\"12345678901234567890.123456789\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
            "\"1E300\"^^<http://www.w3.org/2001/XMLSchema#double>");

    private LayoutCheck() {}

    /** What was found the first time: TDB2 does not change while a program runs. */
    private static final class Once {
        private static final Optional<String> PROBLEM = problem(new NodeLayout());
    }

    /** @throws StoreException if TDB2 keeps terms in another way than we write them */
    static void require(Path directory) {
        if (Once.PROBLEM.isPresent()) {
            throw new StoreException(
                    directory.toString(), Once.PROBLEM.get(), "publish with --loader jena until the loader is mended");
        }
    }

    /** {@return what TDB2 does otherwise than the layout says, with the term} */
    static Optional<String> problem(NodeLayout layout) {
        DatasetGraph scratch = DatabaseMgr.createDatasetGraph();
        try {
            return Txn.calculateWrite(
                    scratch,
                    () -> TERMS.stream()
                            .flatMap(term -> problem(layout, term, BulkLoad.nodes(scratch)).stream())
                            .findFirst());
        } finally {
            scratch.close();
            TDBInternal.expel(scratch);
        }
    }

    private static Optional<String> problem(NodeLayout layout, String term, NodeTableTRDF nodes) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        Node node = JenaTerms.node(NQuads.parseTerm(term));
        byte[] hash = new byte[SystemTDB.LenNodeHash];
        if (NodeLayout.isPlain(bytes, 0, bytes.length)) {
            layout.hash(bytes, 0, bytes.length, hash);
        } else {
            NodeLayout.hash(node, hash);
        }
        NodeId theirs = nodes.getAllocateNodeId(node);
        Record found = nodes.getIndex().find(nodes.getIndex().getRecordFactory().create(hash));
        if (found == null || !NodeIdFactory.get(found.getValue()).equals(theirs)) {
            return Optional.of(
                    "this version of TDB2 does not find terms by the hash that is written for them: " + term);
        }
        byte[] ours = layout.record(node);
        ByteBuffer number =
                ByteBuffer.allocate(NodeId.SIZE).putLong(nodes.getData().write(ours, 0, ours.length));
        Node back = nodes.getNodeForNodeId(NodeIdFactory.get(number, 0));
        return back.equals(node)
                ? Optional.empty()
                : Optional.of("this version of TDB2 reads what is written for %s as %s".formatted(term, back));
    }
}
