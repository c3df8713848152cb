package fr.pleiade.sparql;

import fr.pleiade.sparql.function.Functions;
import java.util.Set;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Whether a query, as it was parsed, has the same answer each time that the same store is asked: it calls neither the clock, nor chance,
 * nor a service, nor a function by an IRI that is not listed as steady.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#SparqlOps">SPARQL 1.1 Query Language, section 17</a>
 */
final class Repeatability implements PlanParts.Visitor {
    private static final Set<Class<?>> CLOCK_AND_CHANCE =
            Set.of(E_Now.class, E_Random.class, E_UUID.class, E_StrUUID.class, E_Call.class);

    private boolean same = true;

    boolean isGiven() {
        return same;
    }

    @Override
    public void service(OpService service) {
        same = false;
    }

    @Override
    public void function(ExprFunction function) {
        same &= !CLOCK_AND_CHANCE.contains(function.getClass()) && !(function instanceof Unstable);
        if (function instanceof E_Function named) {
            same &= Functions.isSteady(named.getFunctionIRI());
        }
    }

    @Override
    public void aggregate(Aggregator aggregate) {
        same &= !(aggregate instanceof AggCustom);
    }
}
