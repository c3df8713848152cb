package fr.pleiade.sparql.geo;

import fr.pleiade.findings.Text;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * The functions of GeoSPARQL that are offered: {@code geof:distance}, {@code geof:metricDistance} and the relations of simple features.
 *
 * <pre>{@code
 * FILTER (geof:distance(?wkt, "POINT(2.3464 48.8462)"^^geo:wktLiteral, uom:metre) < 10000)
 * }</pre>
 */
public final class GeoFunctions {
    /** Where their IRIs begin. */
    public static final String NAMESPACE = "http://www.opengis.net/def/function/geosparql/";

    private static final SortedMap<String, Signature> OFFERED = offered();

    private GeoFunctions() {}

    /** What a function makes of two places. */
    @FunctionalInterface
    interface Measure {
        NodeValue of(Place first, Place second, boolean isSecondKept, List<NodeValue> arguments)
                throws Place.Unreadable;
    }

    /** How many arguments a function takes, the first two of them places, a third one a unit; and what it gives. */
    record Signature(int arguments, Measure measure) {}

    private static SortedMap<String, Signature> offered() {
        SortedMap<String, Signature> offered = new TreeMap<>();
        for (Relation relation : Relation.values()) {
            offered.put(
                    NAMESPACE + relation.function(),
                    new Signature(
                            2,
                            (first, second, isSecondKept, arguments) ->
                                    NodeValue.booleanReturn(relation.holds(first, second, isSecondKept))));
        }
        offered.put(
                NAMESPACE + "metricDistance",
                new Signature(
                        2, (first, second, isSecondKept, arguments) -> NodeValue.makeDouble(first.metresTo(second))));
        offered.put(
                NAMESPACE + "distance",
                new Signature(
                        3,
                        (first, second, isSecondKept, arguments) ->
                                NodeValue.makeDouble(first.metresTo(second) / metres(arguments.get(2)))));
        return Collections.unmodifiableSortedMap(offered);
    }

    static double metres(NodeValue unit) {
        return (unit.isIRI() ? Units.metres(unit.asNode().getURI()) : Units.metres(unit.asString()))
                .orElseThrow(() -> new ExprEvalException("not a unit of length: " + unit));
    }

    static void addTo(FunctionRegistry registry) {
        OFFERED.forEach((iri, signature) -> registry.put(iri, name -> new Comparison(signature)));
    }

    /** {@return what can be called, in words; for who calls another function of GeoSPARQL} */
    public static Text offer() {
        String names = String.join(
                ", ",
                OFFERED.keySet().stream()
                        .map(iri -> iri.substring(NAMESPACE.length()))
                        .toList());
        return new Text(
                "of GeoSPARQL it has %s, over geo:wktLiteral".formatted(names),
                "de GeoSPARQL il a %s, sur des geo:wktLiteral".formatted(names));
    }

    /**
     * {@return what is wrong with a call of one of these functions, as far as the query's own text tells: such a call would be an error on
     * each row, and the answer empty without a word}
     */
    public static Optional<Text> fault(String iri, ExprList arguments) {
        Signature signature = OFFERED.get(iri);
        if (signature == null) {
            return Optional.empty();
        }
        if (arguments.size() != signature.arguments()) {
            return Optional.of(new Text(
                    "it takes two geometries%s, here are %d arguments"
                            .formatted(
                                    signature.arguments() == 3 ? " and a unit, " + Units.USUAL : "", arguments.size()),
                    "elle prend deux géométries%s, voici %d arguments"
                            .formatted(
                                    signature.arguments() == 3 ? " et une unité, " + Units.USUAL : "",
                                    arguments.size())));
        }
        for (int i = 0; i < 2; i++) {
            Expr argument = arguments.get(i);
            if (argument.isConstant()) {
                try {
                    Place.of(argument.getConstant());
                } catch (Place.Unreadable e) {
                    return Optional.of(e.problem());
                }
            }
        }
        return signature.arguments() == 3 ? unitFault(arguments.get(2)) : Optional.empty();
    }

    private static Optional<Text> unitFault(Expr unit) {
        if (!unit.isConstant()) {
            return Optional.empty();
        }
        try {
            metres(unit.getConstant());
            return Optional.empty();
        } catch (ExprEvalException e) {
            return Optional.of(new Text(
                    "%s is no unit that it knows; write %s".formatted(unit, Units.USUAL),
                    "%s n'est pas une unité connue ; écrivez %s".formatted(unit, Units.USUAL)));
        }
    }
}
