package fr.pleiade.sparql.plan;

import fr.pleiade.sparql.geo.PlaceFilter;
import fr.pleiade.sparql.geo.PlaceIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;

/**
 * Begins patterns whose places a filter asks to be near or in something with the places that may be: the filter, which stays, is tried on
 * these alone.
 *
 * <p>A filter is followed to the triple that gives its variable a value, through what every solution of the filtered pattern has: triples,
 * joins, and the left side of an {@code OPTIONAL}. Where more than {@link #MOST_CANDIDATES} places may be, the pattern stays as it is.
 */
final class NearPlaces extends TransformCopy {
    private static final int MOST_CANDIDATES = 2_000;

    /** Of so few every one may as well be tried. */
    private static final int FEW_PLACES = 100;

    private final Function<Node, Optional<PlaceIndex>> indexes;

    private NearPlaces(Function<Node, Optional<PlaceIndex>> indexes) {
        this.indexes = indexes;
    }

    /**
     * {@return the same query, which begins with places where that is known to be less}
     *
     * @param indexes the places that are values of a property
     */
    static Op applyTo(Op query, Function<Node, Optional<PlaceIndex>> indexes) {
        return asksForPlaces(query) ? Transformer.transform(new NearPlaces(indexes), query) : query;
    }

    /** Does not call itself: a query without such filters may be as deep as the stack is. */
    private static boolean asksForPlaces(Op query) {
        Deque<Op> left = new ArrayDeque<>(List.of(query));
        while (!left.isEmpty()) {
            Op op = left.pop();
            if (op instanceof OpFilter filter
                    && filter.getExprs().getList().stream()
                            .anyMatch(expression -> !PlaceFilter.in(expression).isEmpty())) {
                return true;
            }
            if (op instanceof Op1 outer) {
                left.push(outer.getSubOp());
            } else if (op instanceof Op2 both) {
                left.push(both.getLeft());
                left.push(both.getRight());
            } else if (op instanceof OpN all) {
                all.getElements().forEach(left::push);
            }
        }
        return false;
    }

    /** As it stands in the query: a filter inside was made narrower before. */
    @Override
    public Op transform(OpFilter filter, Op filtered) {
        Op narrowed = filtered;
        for (Expr expression : filter.getExprs()) {
            for (PlaceFilter place : PlaceFilter.in(expression)) {
                narrowed = narrowed(narrowed, place).orElse(narrowed);
            }
        }
        return super.transform(filter, narrowed);
    }

    /** Another server has other places. */
    @Override
    public Op transform(OpService service, Op planned) {
        return service;
    }

    private Optional<Op> narrowed(Op op, PlaceFilter filter) {
        if (op instanceof OpBGP triples) {
            return narrowed(triples, filter);
        }
        if (op instanceof OpFilter inner) {
            return narrowed(inner.getSubOp(), filter).map(sub -> OpFilter.filterBy(inner.getExprs(), sub));
        }
        if (op instanceof OpJoin join) {
            Optional<Op> left = narrowed(join.getLeft(), filter);
            return left.isPresent()
                    ? left.map(sub -> OpJoin.create(sub, join.getRight()))
                    : narrowed(join.getRight(), filter).map(sub -> OpJoin.create(join.getLeft(), sub));
        }
        if (op instanceof OpLeftJoin optional) {
            return narrowed(optional.getLeft(), filter)
                    .map(sub -> OpLeftJoin.create(sub, optional.getRight(), optional.getExprs()));
        }
        if (op instanceof OpSequence sequence) {
            return narrowed(sequence, filter);
        }
        return Optional.empty();
    }

    private Optional<Op> narrowed(OpSequence sequence, PlaceFilter filter) {
        List<Op> parts = new ArrayList<>(sequence.getElements());
        for (int i = 0; i < parts.size(); i++) {
            Optional<Op> part = narrowed(parts.get(i), filter);
            if (part.isPresent()) {
                parts.set(i, part.get());
                return Optional.of(sequence.copy(parts));
            }
        }
        return Optional.empty();
    }

    private Optional<Op> narrowed(OpBGP triples, PlaceFilter filter) {
        for (Triple triple : triples.getPattern()) {
            if (triple.getObject().equals(filter.place())
                    && triple.getPredicate().isURI()) {
                Optional<PlaceIndex> index = indexes.apply(triple.getPredicate());
                if (index.isEmpty() || index.get().size() < FEW_PLACES) {
                    return Optional.empty();
                }
                List<Node> candidates = index.get().candidates(filter);
                return candidates.size() > MOST_CANDIDATES
                        ? Optional.empty()
                        : Optional.of(OpSequence.create(table(filter.place(), candidates), triples));
            }
        }
        return Optional.empty();
    }

    private static Op table(Var place, List<Node> candidates) {
        Table table = TableFactory.create(List.of(place));
        candidates.forEach(candidate -> table.addBinding(BindingFactory.binding(place, candidate)));
        return OpTable.create(table);
    }
}
