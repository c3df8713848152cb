package fr.pleiade.sparql.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Envelope;

/**
 * What a filter asks of the place in a variable, as boxes in degrees: the filter holds of no place whose own box meets none of them.
 *
 * <p>Filters are {@code geof:distance(?place, CONSTANT, UNIT) < NUMBER}, also with {@code <=}, turned round, and of
 * {@code geof:metricDistance}; and every relation of {@code ?place} with a constant, either way, but {@code geof:sfDisjoint}.
 *
 * @param place the variable
 * @param boxes the boxes; none where no place can do
 */
public record PlaceFilter(Var place, List<Envelope> boxes) {
    /** The shortest degree of a meridian of WGS 84, in metres, which is at the equator, less a thousandth. */
    private static final double DEGREE_OF_LATITUDE = 110_574.2 * 0.999;

    /** A degree of the equator as a ball has it, less a thousandth: on WGS 84 those of parallels are longer than by this and the cosine. */
    private static final double DEGREE_OF_EQUATOR = 111_319.4 * 0.999;

    /** A geometry may go once around, in either direction: the same place can be written twice around from another. */
    private static final int TURNS = 2;

    private static final Map<String, Relation> RELATIONS = Stream.of(Relation.values())
            .filter(relation -> relation != Relation.DISJOINT)
            .collect(Collectors.toMap(relation -> name(relation.function()), Function.identity()));
    private static final String DISTANCE = name("distance");
    private static final String METRIC_DISTANCE = name("metricDistance");

    public PlaceFilter {
        boxes = List.copyOf(boxes);
    }

    private static String name(String function) {
        return (GeoFunctions.NAMESPACE + function).toLowerCase(Locale.ROOT);
    }

    /** {@return what a filter asks of places; nothing if it asks other things} */
    public static List<PlaceFilter> in(Expr filter) {
        List<PlaceFilter> all = new ArrayList<>();
        Deque<Expr> left =
                new ArrayDeque<>(List.of(filter)); // as deep as a query is, which may be deeper than the stack
        while (!left.isEmpty()) {
            Expr expression = left.pop();
            if (expression instanceof E_LogicalAnd both) {
                left.push(both.getArg2());
                left.push(both.getArg1());
                continue;
            }
            try {
                of(expression).ifPresent(all::add);
            } catch (Place.Unreadable | ExprEvalException e) {
                continue; // told when the function is called
            }
        }
        return all;
    }

    private static Optional<PlaceFilter> of(Expr filter) throws Place.Unreadable {
        if (filter instanceof E_Function call && isCall(call, RELATIONS.keySet()::contains)) {
            Optional<Place> constant = constant(call);
            return constant.isEmpty() || constant.get().geometry().isEmpty()
                    ? Optional.empty()
                    : variable(call)
                            .map(place -> new PlaceFilter(
                                    place, List.of(constant.get().geometry().getEnvelopeInternal())));
        }
        if (filter instanceof E_LessThan || filter instanceof E_LessThanOrEqual) {
            ExprFunction2 less = (ExprFunction2) filter;
            return near(less.getArg1(), less.getArg2());
        }
        if (filter instanceof E_GreaterThan || filter instanceof E_GreaterThanOrEqual) {
            ExprFunction2 more = (ExprFunction2) filter;
            return near(more.getArg2(), more.getArg1());
        }
        return Optional.empty();
    }

    private static boolean isCall(E_Function call, Predicate<String> names) {
        return names.test(call.getFunctionIRI().toLowerCase(Locale.ROOT));
    }

    private static Optional<PlaceFilter> near(Expr distance, Expr most) throws Place.Unreadable {
        if (!(distance instanceof E_Function call)
                || !isCall(call, name -> name.equals(DISTANCE) || name.equals(METRIC_DISTANCE))
                || !most.isConstant()
                || !most.getConstant().isNumber()) {
            return Optional.empty();
        }
        double metres = most.getConstant().getDouble();
        if (isCall(call, DISTANCE::equals)) {
            if (call.getArgs().size() != 3 || !call.getArgs().get(2).isConstant()) {
                return Optional.empty();
            }
            metres *= GeoFunctions.metres(call.getArgs().get(2).getConstant());
        }
        Optional<Place> constant = constant(call);
        if (constant.isEmpty() || constant.get().geometry().isEmpty() || !Double.isFinite(metres) || metres < 0) {
            return Optional.empty();
        }
        List<Envelope> boxes = around(constant.get().geometry().getEnvelopeInternal(), metres);
        return variable(call).map(place -> new PlaceFilter(place, boxes));
    }

    /** {@return the boxes outside which nothing is as near to a box as some metres} */
    static List<Envelope> around(Envelope box, double metres) {
        double up = metres / DEGREE_OF_LATITUDE;
        double south = box.getMinY() - up;
        double north = box.getMaxY() + up;
        double aside = metres
                / (DEGREE_OF_EQUATOR
                        * Math.cos(Math.toRadians(Math.min(90, Math.max(Math.abs(south), Math.abs(north))))));
        boolean isAround = south <= -90 || north >= 90 || box.getWidth() + 2 * aside >= 360;
        if (isAround) {
            return List.of(new Envelope(-1000, 1000, south, north));
        }
        List<Envelope> boxes = new ArrayList<>();
        for (int turn = -TURNS; turn <= TURNS; turn++) {
            boxes.add(
                    new Envelope(box.getMinX() - aside + 360 * turn, box.getMaxX() + aside + 360 * turn, south, north));
        }
        return boxes;
    }

    private static Optional<Place> constant(E_Function call) throws Place.Unreadable {
        for (Expr argument :
                call.getArgs().subList(0, Math.min(2, call.getArgs().size()))) {
            if (argument.isConstant()) {
                NodeValue value = argument.getConstant();
                return Optional.of(Place.of(value));
            }
        }
        return Optional.empty();
    }

    private static Optional<Var> variable(E_Function call) {
        return call.getArgs().stream()
                .limit(2)
                .filter(Expr::isVariable)
                .map(Expr::asVar)
                .findFirst();
    }
}
