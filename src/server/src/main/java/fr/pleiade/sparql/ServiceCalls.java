package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpService;

/** Looks for the endpoints that a query calls, and refuses one that may not be called, or of which only the data will tell which it is. */
final class ServiceCalls {
    /** {@code SERVICE} as a keyword, or one of the tokens in which the word means nothing. */
    private static final Pattern SERVICE = Pattern.compile(
            "\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|<[^<>\\s]*+>|#[^\\n]*+|[?$:]\\w++|\\bSERVICE\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CALLED =
            Pattern.compile("SERVICE\\s+(?:SILENT\\s+)?<([^<>\\s]*)>", Pattern.CASE_INSENSITIVE);

    private ServiceCalls() {}

    /** @throws SparqlRefusal if it calls an endpoint that is not allowed */
    static Set<String> of(Op plan, String text, Set<String> allowed) {
        Set<String> called = new TreeSet<>();
        PlanParts.visit(plan, new PlanParts.Visitor() {
            @Override
            public void service(OpService service) {
                Node endpoint = service.getService();
                if (!endpoint.isURI() || !allowed.contains(endpoint.getURI())) {
                    throw refused(text, allowed);
                }
                called.add(endpoint.getURI());
            }
        });
        return called;
    }

    private static SparqlRefusal refused(String text, Set<String> allowed) {
        int at = SERVICE.matcher(text)
                .results()
                .filter(token -> token.group().equalsIgnoreCase("SERVICE"))
                .mapToInt(MatchResult::start)
                .filter(start -> !isAllowed(text, start, allowed))
                .findFirst()
                .orElse(0);
        String before = text.substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        Text problem = allowed.isEmpty()
                ? new Text(
                                "this endpoint calls no other service: remove SERVICE at line %d, column %d, or run the query"
                                        + " from an endpoint of your own",
                                "ce point d'accès n'appelle aucun autre service : retirez SERVICE à la ligne %d, colonne %d,"
                                        + " ou lancez la requête depuis votre propre point d'accès")
                        .with(line, column)
                : new Text(
                                "this endpoint does not call the service at line %d, column %d; it calls those of exactly these"
                                        + " addresses: %s",
                                "ce point d'accès n'appelle pas le service de la ligne %d, colonne %d ; il appelle ceux qui ont"
                                        + " exactement ces adresses : %s")
                        .with(line, column, String.join(", ", new TreeSet<>(allowed)));
        return new SparqlRefusal(400, "service-refused", problem);
    }

    private static boolean isAllowed(String text, int start, Set<String> allowed) {
        Matcher called = CALLED.matcher(text).region(start, text.length());
        return called.lookingAt() && allowed.contains(called.group(1));
    }
}
