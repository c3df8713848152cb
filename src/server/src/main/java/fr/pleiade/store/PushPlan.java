package fr.pleiade.store;

import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDrop;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/**
 * The updates with which one push ends on a remote store.
 *
 * <p>The graph {@code urn:pleiade:published} says what has been pushed: {@code <urn:pleiade:published> dct:hasVersion <release>} and, for
 * each graph, {@code <graph> dct:isPartOf <release>}; {@code push.ru} goes by it.
 */
final class PushPlan {
    private static final Node PUBLISHED = NodeFactory.createURI("urn:pleiade:published");
    private static final Node HAS_VERSION = NodeFactory.createURI(Vocabulary.DCT + "hasVersion");
    private static final Node IS_PART_OF = NodeFactory.createURI(Vocabulary.DCT + "isPartOf");
    private static final UpdateRequest FORGET_VERSION = resource("forget-version.ru");
    private static final UpdateRequest REMOVE_OBSOLETE = resource("remove-obsolete.ru");

    private final String release;

    /** The graphs with the names under which they are staged. */
    private final SortedMap<String, String> staged = new TreeMap<>();

    PushPlan(String release) {
        this.release = release;
    }

    /** {@return the name under which the graph is to be staged} */
    String stage(String graph) {
        return staged.computeIfAbsent(graph, g -> "urn:pleiade:staged:" + release + ":" + staged.size());
    }

    /** {@return the update that puts all staged graphs in their places and removes what is published no more} */
    String switching() {
        UpdateRequest request = new UpdateRequest();
        FORGET_VERSION.getOperations().forEach(request::add);
        request.add(new UpdateDataInsert(published()));
        REMOVE_OBSOLETE.getOperations().forEach(request::add);
        staged.keySet().forEach(graph -> replace(graph, request));
        return request.toString();
    }

    /**
     * Not by MOVE: TDB2 (Jena 5.6) reads the one graph while it writes the other in the same index, and loses triples where the target
     * has been there for longer. An INSERT's solutions are all found before the first is written.
     */
    private void replace(String graph, UpdateRequest request) {
        Node from = NodeFactory.createURI(staged.getOrDefault(graph, graph));
        Triple any = Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"));
        ElementTriplesBlock triple = new ElementTriplesBlock();
        triple.addTriple(any);
        UpdateModify insert = new UpdateModify();
        insert.getInsertAcc().addQuad(Quad.create(NodeFactory.createURI(graph), any));
        insert.setElement(new ElementNamedGraph(from, triple));
        request.add(new UpdateDrop(target(graph), true));
        request.add(insert);
        request.add(new UpdateDrop(Target.create(from), true));
    }

    /** {@return the update that removes what has been staged} */
    String cleaningUp() {
        UpdateRequest request = new UpdateRequest();
        staged.values().forEach(name -> request.add(new UpdateDrop(target(name), true)));
        return request.toString();
    }

    private QuadDataAcc published() {
        Node version = NodeFactory.createURI("urn:pleiade:release:" + release);
        QuadDataAcc quads = new QuadDataAcc();
        quads.addQuad(Quad.create(PUBLISHED, PUBLISHED, HAS_VERSION, version));
        staged.keySet()
                .forEach(graph ->
                        quads.addQuad(Quad.create(PUBLISHED, NodeFactory.createURI(graph), IS_PART_OF, version)));
        return quads;
    }

    private static Target target(String graph) {
        return Target.create(NodeFactory.createURI(graph));
    }

    private static UpdateRequest resource(String name) {
        try (InputStream in = PushPlan.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return UpdateFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
