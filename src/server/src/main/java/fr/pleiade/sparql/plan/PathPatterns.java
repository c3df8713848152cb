package fr.pleiade.sparql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.VarAlloc;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/** The patterns of triples that a path is short for, if it is made of predicates, {@code |}, {@code /} and {@code ^} alone. */
final class PathPatterns {
    /** A path of more alternatives than these stays a path. */
    private static final int MOST_ALTERNATIVES = 16;

    private final PropertyFunctionRegistry functions;

    /** Names that no query can write, and others than those that ARQ gives to the places between the steps of a path. */
    private final VarAlloc between = new VarAlloc(ARQConstants.allocVarAnonMarker + "A");

    PathPatterns(Context context) {
        this.functions = PropertyFunctionRegistry.chooseRegistry(context);
    }

    /** {@return the path's alternatives, which together have its solutions as often as it has them; nothing if it has only one} */
    Optional<List<BasicPattern>> of(TriplePath path) {
        if (path.isTriple() || !hasAlternatives(path.getPath())) {
            return Optional.empty();
        }
        return expand(path.getSubject(), path.getPath(), path.getObject());
    }

    private static boolean hasAlternatives(Path path) {
        if (path instanceof P_Seq steps) {
            return hasAlternatives(steps.getLeft()) || hasAlternatives(steps.getRight());
        }
        if (path instanceof P_Inverse inverse) {
            return hasAlternatives(inverse.getSubPath());
        }
        return path instanceof P_Alt;
    }

    private Optional<List<BasicPattern>> expand(Node subject, Path path, Node object) {
        if (path instanceof P_Link link) {
            return step(subject, link.getNode(), object);
        }
        if (path instanceof P_ReverseLink link) {
            return step(object, link.getNode(), subject);
        }
        if (path instanceof P_Inverse inverse) {
            return expand(object, inverse.getSubPath(), subject);
        }
        if (path instanceof P_Alt either) {
            return expand(subject, either.getLeft(), object)
                    .flatMap(left -> expand(subject, either.getRight(), object).flatMap(right -> both(left, right)));
        }
        if (path instanceof P_Seq steps) {
            Node place = between.allocVar();
            return expand(subject, steps.getLeft(), place)
                    .flatMap(left -> expand(place, steps.getRight(), object).flatMap(right -> joined(left, right)));
        }
        return Optional.empty();
    }

    /** A property function's name in a path is a predicate, and would be a call in a pattern. */
    private Optional<List<BasicPattern>> step(Node subject, Node predicate, Node object) {
        if (!predicate.isURI() || functions.manages(predicate.getURI())) {
            return Optional.empty();
        }
        BasicPattern pattern = new BasicPattern();
        pattern.add(Triple.create(subject, predicate, object));
        return Optional.of(List.of(pattern));
    }

    private static Optional<List<BasicPattern>> both(List<BasicPattern> left, List<BasicPattern> right) {
        List<BasicPattern> both = new ArrayList<>(left);
        both.addAll(right);
        return both.size() > MOST_ALTERNATIVES ? Optional.empty() : Optional.of(both);
    }

    private static Optional<List<BasicPattern>> joined(List<BasicPattern> left, List<BasicPattern> right) {
        if (left.size() * right.size() > MOST_ALTERNATIVES) {
            return Optional.empty();
        }
        List<BasicPattern> joined = new ArrayList<>();
        for (BasicPattern first : left) {
            for (BasicPattern second : right) {
                BasicPattern both = new BasicPattern(first);
                both.addAll(second);
                joined.add(both);
            }
        }
        return Optional.of(joined);
    }
}
