package fr.pleiade.sparql.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.util.Context;

/**
 * Writes paths with alternatives, such as {@code rdfs:label|skos:prefLabel}, as unions of patterns, as their definition has them: ARQ
 * walks such a path from node to node, and TDB2 joins patterns.
 *
 * <p>The patterns that stand beside a path in the same group are joined with each of the alternatives where these are few, so that
 * TDB2 puts each in an order of its own. Duplicates stay what they are: a union keeps those of its sides, as the path does. Made before
 * the query is optimised, because patterns have graphs afterwards.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#sparqlTranslatePathExpressions">SPARQL 1.1 Query Language, section 18.2.2.4</a>
 */
final class Alternatives extends TransformCopy {
    /** The most patterns that one group of paths becomes, each with all that stands beside the paths. */
    private static final int MOST_BRANCHES = 4;

    /** The most triples beside the paths that are looked for once for each alternative. */
    private static final int MOST_REPEATED = 3;

    private final PathPatterns patterns;

    /** The unions made here, with their branches: a user's own union stays where it is. */
    private final Map<Op, List<BasicPattern>> made = new IdentityHashMap<>();

    private Alternatives(PathPatterns patterns) {
        this.patterns = patterns;
    }

    /** {@return the same query without paths that are alternatives of predicates; the very same algebra if there are none} */
    static Op asUnions(Op query, Context context) {
        return hasPath(query) ? Transformer.transform(new Alternatives(new PathPatterns(context)), query) : query;
    }

    /** Neither looks into expressions nor calls itself: either can be as deep as the stack is. */
    private static boolean hasPath(Op query) {
        Deque<Op> left = new ArrayDeque<>(List.of(query));
        while (!left.isEmpty()) {
            Op op = left.pop();
            if (op instanceof OpPath) {
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

    @Override
    public Op transform(OpPath path) {
        Optional<List<BasicPattern>> branches = patterns.of(path.getTriplePath());
        return branches.isPresent() ? union(branches.get()) : path;
    }

    /** Another server plans its own part. */
    @Override
    public Op transform(OpService service, Op planned) {
        return service;
    }

    /** Before optimisation only triples and paths of one group are sequences. */
    @Override
    public Op transform(OpSequence sequence, List<Op> parts) {
        BasicPattern beside = new BasicPattern();
        List<List<BasicPattern>> choices = new ArrayList<>();
        int branches = 1;
        for (Op part : parts) {
            if (part instanceof OpBGP triples) {
                beside.addAll(triples.getPattern());
            } else if (made.containsKey(part)) {
                choices.add(made.get(part));
                branches *= made.get(part).size();
            } else {
                return super.transform(sequence, parts);
            }
        }
        return branches <= MOST_BRANCHES && beside.size() <= MOST_REPEATED
                ? union(joined(beside, choices))
                : OpSequence.create().copy(inOrder(beside, parts));
    }

    private static List<BasicPattern> joined(BasicPattern beside, List<List<BasicPattern>> choices) {
        List<BasicPattern> joined = List.of(beside);
        for (List<BasicPattern> choice : choices) {
            List<BasicPattern> longer = new ArrayList<>();
            for (BasicPattern begun : joined) {
                for (BasicPattern branch : choice) {
                    BasicPattern both = new BasicPattern(begun);
                    both.addAll(branch);
                    longer.add(both);
                }
            }
            joined = longer;
        }
        return joined;
    }

    /** {@return the triples first, together, and then the unions: those that begin with a term before the others} */
    private List<Op> inOrder(BasicPattern beside, List<Op> parts) {
        List<Op> inOrder = new ArrayList<>();
        List<Op> later = new ArrayList<>();
        for (Op part : parts) {
            if (made.containsKey(part)) {
                (beside.isEmpty() || isAnchored(made.get(part)) ? inOrder : later).add(part);
            }
        }
        if (!beside.isEmpty()) {
            inOrder.add(new OpBGP(beside));
        }
        inOrder.addAll(later);
        return inOrder;
    }

    /** {@return whether each branch has a subject or an object that the query names} */
    private static boolean isAnchored(List<BasicPattern> branches) {
        return branches.stream().allMatch(branch -> branch.getList().stream().anyMatch(Alternatives::isAnchored));
    }

    private static boolean isAnchored(Triple triple) {
        return triple.getSubject().isConcrete() || triple.getObject().isConcrete();
    }

    private Op union(List<BasicPattern> branches) {
        Op union = new OpBGP(branches.get(0));
        for (BasicPattern branch : branches.subList(1, branches.size())) {
            union = new OpUnion(union, new OpBGP(branch));
        }
        made.put(union, Collections.unmodifiableList(branches));
        return union;
    }
}
