package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that is followed along a property path: each triple that is read looks at the signal, for a path is walked to its end at once. */
final class WatchedGraph extends GraphWrapper {
    private final Budget budget;

    WatchedGraph(Graph graph, Budget budget) {
        super(graph);
        this.budget = budget;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return watched(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node property, Node object) {
        return watched(super.find(subject, property, object));
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return watched(super.find());
    }

    private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
        budget.look();
        return triples.mapWith(triple -> {
            budget.look();
            return triple;
        });
    }
}
