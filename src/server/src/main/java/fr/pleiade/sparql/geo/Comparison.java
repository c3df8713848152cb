package fr.pleiade.sparql.geo;

import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;

/**
 * A call of a function of two places. A place that comes again, as one that the query names does for every row, is read once; reading
 * and writing which one came last needs no lock.
 */
final class Comparison extends FunctionBase {
    private final GeoFunctions.Signature signature;
    private volatile Place first = Place.NONE;
    private volatile Place second = Place.NONE;

    Comparison(GeoFunctions.Signature signature) {
        this.signature = signature;
    }

    @Override
    public void checkBuild(String uri, ExprList arguments) {
        if (arguments.size() != signature.arguments()) {
            throw new QueryBuildException("%s takes %d arguments".formatted(uri, signature.arguments()));
        }
    }

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
        try {
            Place firstBefore = first;
            Place secondBefore = second;
            Place here = place(arguments.get(0), firstBefore);
            Place there = place(arguments.get(1), secondBefore);
            first = here;
            second = there;
            return signature.measure().of(here, there, there == secondBefore, arguments);
        } catch (Place.Unreadable | IllegalArgumentException e) { // JTS: of collections it compares none
            throw new ExprEvalException(e.getMessage());
        }
    }

    private static Place place(NodeValue value, Place before) throws Place.Unreadable {
        return before != Place.NONE
                        && value.isLiteral()
                        && before.literal().equals(value.asNode().getLiteralLexicalForm())
                        && Place.WKT.equals(value.getDatatypeURI())
                ? before
                : Place.of(value);
    }
}
