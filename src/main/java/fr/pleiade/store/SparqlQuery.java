package fr.pleiade.store;

import fr.pleiade.findings.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * A query that is well-formed SPARQL 1.1 and calls no other service, with the graphs that it is asked of.
 *
 * @param text the query as it was sent
 * @param form what kind of answer it has
 * @param defaultGraphs the graphs that together are its default graph; none for the union of all
 * @param namedGraphs the graphs that {@code GRAPH} can name, if {@code defaultGraphs} or this says any; else all
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
public record SparqlQuery(String text, Form form, List<String> defaultGraphs, List<String> namedGraphs) {
    private static final String BASE = "http://server/unset-base/";

    /** {@code SERVICE} as a keyword, or one of the tokens in which the word means nothing. */
    private static final Pattern SERVICE = Pattern.compile(
            "\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|<[^<>\\s]*+>|#[^\\n]*+|[?$:]\\w++|\\bSERVICE\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    /** The token as it is written, in the message of ARQ's parser: {@code Encountered " "}" "} ""}. */
    private static final Pattern UNEXPECTED =
            Pattern.compile("Encountered \" (?:\"[^\"]*\"|<\\w+>) \"(.*?) ?\"\" at line");

    private static final Pattern NEVER_THE_SAME =
            Pattern.compile("\\b(NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

    public SparqlQuery {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** What kind of answer a query has. */
    public enum Form {
        /** A table of solutions. */
        SELECT,
        /** Yes or no. */
        ASK,
        /** A graph made from a template. */
        CONSTRUCT,
        /** A graph that describes things. */
        DESCRIBE;

        /** {@return whether the answer is a graph, not a result of SPARQL's own} */
        public boolean isGraph() {
            return this == CONSTRUCT || this == DESCRIBE;
        }
    }

    /**
     * Reads the query that a request brings, by GET, as a form or as itself.
     *
     * @throws SparqlRefusal if the request is not one of the SPARQL Protocol's query operations, or its query not one of ours
     * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section 2.1</a>
     */
    public static SparqlQuery read(HttpServletRequest request) {
        return new QueryOperation(request).query();
    }

    /**
     * Checks a query that names its graphs itself, if any.
     *
     * @throws SparqlRefusal if it is not SPARQL 1.1, or calls another service
     */
    public static SparqlQuery parse(String text) {
        return parse(text, List.of(), List.of());
    }

    /** Checks a query; the graphs of the request, if there are any, take the place of those of its {@code FROM} clauses. */
    static SparqlQuery parse(String text, List<String> defaultGraphs, List<String> namedGraphs) {
        Query query = parsed(text);
        DatasetDescription own = query.getDatasetDescription();
        return own == null || !defaultGraphs.isEmpty() || !namedGraphs.isEmpty()
                ? new SparqlQuery(text, form(query), defaultGraphs, namedGraphs)
                : new SparqlQuery(text, form(query), own.getDefaultGraphURIs(), own.getNamedGraphURIs());
    }

    /** {@return whether the same store gives the same answer each time} */
    public boolean isRepeatable() {
        return !NEVER_THE_SAME.matcher(text).find();
    }

    private static Query parsed(String text) {
        try {
            Query query = QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
            refuseService(query, text);
            return query;
        } catch (QueryParseException e) {
            throw syntaxError(e);
        } catch (QueryException e) {
            throw new SparqlRefusal(
                    400,
                    "query-syntax",
                    new Text("not a SPARQL 1.1 query: %s", "ce n'est pas une requête SPARQL 1.1 : %s")
                            .with(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            throw new SparqlRefusal(
                    400,
                    "query-too-deep",
                    new Text(
                            "the query is nested too deeply; write it with fewer levels of brackets",
                            "la requête est trop profondément imbriquée ; écrivez-la avec moins de niveaux de parenthèses"));
        }
    }

    /** ARQ's exception has the place of the token before the wrong one, its message that of the wrong one. */
    private static SparqlRefusal syntaxError(QueryParseException e) {
        String message = String.valueOf(e.getMessage()).strip();
        Matcher place = PLACE.matcher(message);
        boolean placed = place.find();
        String line = placed ? place.group(1) : String.valueOf(e.getLine());
        String column = placed ? place.group(2) : String.valueOf(e.getColumn());
        Matcher unexpected = UNEXPECTED.matcher(message);
        String problem = unexpected.find()
                ? "'" + unexpected.group(1) + "'"
                : message.lines().findFirst().orElse("");
        return new SparqlRefusal(
                400,
                "query-syntax",
                new Text(
                                "the query is not SPARQL 1.1 at line %s, column %s: %s",
                                "la requête n'est pas du SPARQL 1.1 à la ligne %s, colonne %s : %s")
                        .with(line, column, problem));
    }

    private static void refuseService(Query query, String text) {
        if (query.getQueryPattern() == null) {
            return;
        }
        boolean[] calls = new boolean[1];
        OpVisitor services = new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
                calls[0] = true;
            }
        };
        Walker.walk(Algebra.compile(query), services, new ExprVisitorBase());
        if (calls[0]) {
            throw serviceRefused(text);
        }
    }

    private static SparqlRefusal serviceRefused(String text) {
        int at = SERVICE.matcher(text)
                .results()
                .filter(token -> token.group().equalsIgnoreCase("SERVICE"))
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(0);
        String before = text.substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        return new SparqlRefusal(
                400,
                "service-refused",
                new Text(
                                "this endpoint calls no other service: remove SERVICE at line %d, column %d, or run the query"
                                        + " from an endpoint of your own",
                                "ce point d'accès n'appelle aucun autre service : retirez SERVICE à la ligne %d, colonne %d,"
                                        + " ou lancez la requête depuis votre propre point d'accès")
                        .with(line, column));
    }

    private static Form form(Query query) {
        if (query.isSelectType()) {
            return Form.SELECT;
        }
        if (query.isAskType()) {
            return Form.ASK;
        }
        return query.isConstructType() ? Form.CONSTRUCT : Form.DESCRIBE;
    }
}
