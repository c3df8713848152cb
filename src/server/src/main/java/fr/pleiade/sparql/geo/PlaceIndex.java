package fr.pleiade.sparql.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The geometries that a store has, by where they are, so that a filter need not be tried on each. Memory: some hundred bytes for each of up
 * to {@link #MOST}, and its literal. Thread-safe.
 */
public final class PlaceIndex {
    /** More distinct geometries are not indexed. */
    public static final int MOST = 200_000;

    private final STRtree tree;
    private final int size;

    private PlaceIndex(STRtree tree, int size) {
        this.tree = tree;
        this.size = size;
    }

    /**
     * {@return an index of the places among some values; nothing if there are more than {@link #MOST}}
     *
     * @param values what is said to be geometries, each once; what is none is left out, as no filter holds of it
     */
    public static Optional<PlaceIndex> of(Iterator<Node> values) {
        STRtree tree = new STRtree();
        int size = 0;
        while (values.hasNext()) {
            Node value = values.next();
            try {
                Envelope box = Place.of(NodeValue.makeNode(value)).geometry().getEnvelopeInternal();
                if (!box.isNull()) {
                    if (++size > MOST) {
                        return Optional.empty();
                    }
                    tree.insert(box, value);
                }
            } catch (Place.Unreadable e) {
                continue;
            }
        }
        tree.build();
        return Optional.of(new PlaceIndex(tree, size));
    }

    /** {@return how many places there are} */
    public int size() {
        return size;
    }

    /** {@return the literals of all places of which a filter may hold, each once, in no order} */
    public List<Node> candidates(PlaceFilter filter) {
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Envelope box : filter.boxes()) {
            tree.query(box, item -> found.add((Node) item));
        }
        return new ArrayList<>(found);
    }
}
