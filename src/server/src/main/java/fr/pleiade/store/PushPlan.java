package fr.pleiade.store;

import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * The updates with which one push begins and ends on a remote store.
 *
 * <p>The graph {@code urn:pleiade:published} says what has been pushed: {@code <urn:pleiade:published> dct:hasVersion <release>} and, for
 * each graph, {@code <graph> dct:isPartOf <release>}. While a push is at work it says too what is staged, with
 * {@code dct:hasPart}, and of a graph that is being changed, on a store whose updates are not atomic, that it is of no release.
 */
final class PushPlan {
    private static final Node PUBLISHED = NodeFactory.createURI("urn:pleiade:published");
    private static final Node HAS_VERSION = NodeFactory.createURI(Vocabulary.DCT + "hasVersion");
    private static final Node IS_PART_OF = NodeFactory.createURI(Vocabulary.DCT + "isPartOf");
    private static final Node HAS_PART = NodeFactory.createURI(Vocabulary.DCT + "hasPart");
    private static final String RELEASE = "urn:pleiade:release:";

    /** No release has such an id: of a graph that is being changed, nobody knows what it is. */
    static final String UNFINISHED = "unfinished";

    private static final UpdateRequest FORGET_VERSION = resource("forget-version.ru");
    private static final UpdateRequest FORGET_STAGED = resource("forget-staged.ru");
    private static final UpdateRequest REMOVE_OBSOLETE = resource("remove-obsolete.ru");

    private final String release;
    private final SortedSet<String> graphs;
    private final List<String> staged = new ArrayList<>();
    private final SortedSet<String> changed = new TreeSet<>();
    private final List<String> changes = new ArrayList<>();

    /** @param graphs all graphs of the release, those that do not change too */
    PushPlan(String release, Collection<String> graphs) {
        this.release = release;
        this.graphs = new TreeSet<>(graphs);
    }

    /** {@return the id of a release, which is in the name that the store knows it by} */
    static String id(String name) {
        return name.startsWith(RELEASE) ? name.substring(RELEASE.length()) : name;
    }

    private String stage() {
        String name = "urn:pleiade:staged:" + release + ":" + staged.size();
        staged.add(name);
        return name;
    }

    /**
     * Plans to put another graph in the place of one. {@return the name under which it is to be staged}
     *
     * <p>Not by MOVE: TDB2 (Jena 5.6) reads the one graph while it writes the other in the same index, and loses triples where the target
     * has been there for longer. An INSERT's solutions are all found before the first is written.
     */
    String replace(String graph) {
        String from = stage();
        UpdateRequest request = new UpdateRequest();
        request.add(new UpdateDrop(target(graph), true));
        request.add(copy(from, graph, true));
        request.add(new UpdateDrop(target(from), true));
        plan(graph, request.toString());
        return from;
    }

    /** Plans to remove triples of a graph that are staged. {@return the name under which they are to be} */
    String remove(String graph) {
        return move(graph, false);
    }

    /** Plans to add triples that are staged to a graph. {@return the name under which they are to be} */
    String add(String graph) {
        return move(graph, true);
    }

    private String move(String graph, boolean isAdded) {
        String from = stage();
        UpdateRequest request = new UpdateRequest();
        request.add(copy(from, graph, isAdded));
        request.add(new UpdateDrop(target(from), true));
        plan(graph, request.toString());
        return from;
    }

    /** Plans an update of a graph, after those that were planned before. */
    void plan(String graph, String update) {
        changed.add(graph);
        changes.add(update);
    }

    private static UpdateModify copy(String from, String graph, boolean isAdded) {
        Triple any = Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"));
        Quad quad = Quad.create(NodeFactory.createURI(graph), any);
        ElementTriplesBlock triple = new ElementTriplesBlock();
        triple.addTriple(any);
        UpdateModify modify = new UpdateModify();
        (isAdded ? modify.getInsertAcc() : modify.getDeleteAcc()).addQuad(quad);
        modify.setElement(new ElementNamedGraph(NodeFactory.createURI(from), triple));
        return modify;
    }

    /** {@return whether anything is to be staged} */
    boolean hasStaged() {
        return !staged.isEmpty();
    }

    /** {@return whether any graph changes} */
    boolean hasChanges() {
        return !changed.isEmpty();
    }

    /** {@return the update that removes what an earlier push has left, and says what will be staged, so that the next one can remove it} */
    String opening(Collection<String> left) {
        UpdateRequest request = dropping(left);
        QuadDataAcc names = new QuadDataAcc();
        staged.forEach(name -> names.addQuad(Quad.create(PUBLISHED, PUBLISHED, HAS_PART, NodeFactory.createURI(name))));
        if (!staged.isEmpty()) {
            request.add(new UpdateDataInsert(names));
        }
        return request.toString();
    }

    /**
     * {@return the update that puts everything in its place and removes what is published no more, in such an order that where it is broken
     * off, on a store where that can be, nothing is said to be what it is not}
     */
    String switching() {
        List<String> updates = new ArrayList<>();
        if (!changed.isEmpty()) {
            updates.add(unfinished());
        }
        updates.addAll(changes);
        UpdateRequest request = new UpdateRequest();
        FORGET_VERSION.getOperations().forEach(request::add);
        request.add(new UpdateDataInsert(published()));
        REMOVE_OBSOLETE.getOperations().forEach(request::add);
        FORGET_STAGED.getOperations().forEach(request::add);
        updates.add(request.toString());
        return String.join(" ;\n", updates);
    }

    /** Beside what is said of the graphs already, which would be forgotten, and they with it, were it taken away before. */
    private String unfinished() {
        QuadDataAcc names = new QuadDataAcc();
        changed.forEach(graph -> names.addQuad(Quad.create(
                PUBLISHED, NodeFactory.createURI(graph), IS_PART_OF, NodeFactory.createURI(RELEASE + UNFINISHED))));
        return new UpdateRequest(new UpdateDataInsert(names)).toString();
    }

    /** {@return the update that removes what has been staged} */
    String cleaningUp() {
        return dropping(staged).toString();
    }

    private static UpdateRequest dropping(Collection<String> names) {
        UpdateRequest request = new UpdateRequest();
        names.forEach(name -> request.add(new UpdateDrop(target(name), true)));
        FORGET_STAGED.getOperations().forEach(request::add);
        return request;
    }

    private QuadDataAcc published() {
        Node version = NodeFactory.createURI(RELEASE + release);
        QuadDataAcc quads = new QuadDataAcc();
        quads.addQuad(Quad.create(PUBLISHED, PUBLISHED, HAS_VERSION, version));
        graphs.forEach(
                graph -> quads.addQuad(Quad.create(PUBLISHED, NodeFactory.createURI(graph), IS_PART_OF, version)));
        return quads;
    }

    private static Target target(String graph) {
        return Target.create(NodeFactory.createURI(graph));
    }

    private static UpdateRequest resource(String name) {
        return UpdateFactory.create(text(name));
    }

    /** {@return a query or an update that stands in a file} */
    static String text(String name) {
        try (InputStream in = PushPlan.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
