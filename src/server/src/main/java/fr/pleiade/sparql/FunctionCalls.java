package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import fr.pleiade.sparql.function.Functions;
import fr.pleiade.sparql.geo.GeoFunctions;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Refuses a query that calls a function which is not listed, by an IRI or as a property, or in a way that cannot work, with the name of it and what would. */
final class FunctionCalls implements PlanParts.Visitor {
    /** What a text search or a place in space is asked for by: where such IRIs begin, and what they are known by. */
    private static final List<String> SPATIAL_AND_TEXT = List.of(
            "http://jena.apache.org/text#",
            "http://jena.apache.org/spatial#",
            "http://jena.apache.org/function/spatial#",
            "http://www.opengis.net/def/rule/geosparql/");

    /** Where the IRIs of property functions begin; any other property is one of the data. */
    private static final List<String> PROPERTY_FUNCTIONS = List.of(
            "java:",
            "http://jena.apache.org/ARQ/",
            "http://jena.hpl.hp.com/ARQ/",
            "http://jena.apache.org/text#",
            "http://jena.apache.org/spatial#");

    private static final int LONGEST_SHOWN = 200;

    private static final Text LISTED = new Text(
            "use SPARQL 1.1's own functions, or one of those that the page /sparql lists",
            "employez les fonctions de SPARQL 1.1, ou l'une de celles qu'énumère la page /sparql");

    @Override
    public void function(ExprFunction function) {
        if (function instanceof E_Function named) {
            String iri = named.getFunctionIRI();
            if (!isCallable(iri)) {
                throw refusal(iri);
            }
            GeoFunctions.fault(iri, new ExprList(named.getArgs())).ifPresent(fault -> {
                throw new SparqlRefusal(
                        400,
                        "function-refused",
                        new Text(
                                "<%s> cannot be called so: %s".formatted(iri, fault.en()),
                                "<%s> ne s'appelle pas ainsi : %s".formatted(iri, fault.fr())));
            });
        }
    }

    @Override
    public void aggregate(Aggregator aggregate) {
        if (aggregate instanceof AggCustom custom && !Functions.isListed(custom.getIRI())) {
            throw refusal(custom.getIRI());
        }
    }

    @Override
    public void property(Node property) {
        if (property.isURI() && PROPERTY_FUNCTIONS.stream().anyMatch(property.getURI()::startsWith)) {
            throw refusal(property.getURI());
        }
    }

    private static boolean isCallable(String iri) {
        return Functions.isListed(iri) && !Functions.isAggregate(iri);
    }

    private static SparqlRefusal refusal(String iri) {
        Text remedy = remedy(iri);
        String shown = iri.length() > LONGEST_SHOWN ? iri.substring(0, LONGEST_SHOWN) + "…" : iri;
        return new SparqlRefusal(
                400,
                "function-refused",
                new Text(
                        "this endpoint has no function <%s>: %s".formatted(shown, remedy.en()),
                        "ce point d'accès n'a pas de fonction <%s> : %s".formatted(shown, remedy.fr())));
    }

    private static Text remedy(String iri) {
        Optional<String> keyword = Functions.keyword(iri);
        if (keyword.isPresent()) {
            return new Text("write %s(…)", "écrivez %s(…)").with(keyword.get());
        }
        if (iri.startsWith("http://jena.apache.org/ARQ/list#")) {
            return new Text(
                    "follow the list by the path rdf:rest*/rdf:first",
                    "suivez la liste par le chemin rdf:rest*/rdf:first");
        }
        if (iri.startsWith(GeoFunctions.NAMESPACE)) {
            return GeoFunctions.offer();
        }
        if (SPATIAL_AND_TEXT.stream().anyMatch(iri::startsWith)) {
            return new Text(
                    "it has neither a spatial nor a text index; FILTER(CONTAINS(LCASE(STR(?text)), \"…\")) looks through texts",
                    "il n'a ni index spatial ni index de texte ; FILTER(CONTAINS(LCASE(STR(?texte)), \"…\")) parcourt les textes");
        }
        return LISTED;
    }
}
