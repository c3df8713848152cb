package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jspecify.annotations.Nullable;

/**
 * A query that is well-formed SPARQL 1.1 and calls no other service but those that it may, with the graphs that it is asked of.
 *
 * @param text the query as it was sent
 * @param form what kind of answer it has
 * @param defaultGraphs the graphs that together are its default graph; none for the union of all
 * @param namedGraphs the graphs that {@code GRAPH} can name, if {@code defaultGraphs} or this says any; else all
 * @param services the endpoints elsewhere that it calls
 * @param isRepeatable whether the same store gives the same answer each time
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
public record SparqlQuery(
        String text,
        Form form,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Set<String> services,
        boolean isRepeatable) {
    private static final String BASE = "http://server/unset-base/";

    /** Half of what a request's thread has, so that what passes the check does not overflow there. */
    private static final long CHECK_STACK_BYTES = 512 << 10;

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    /** The token as it is written, in the message of ARQ's parser: {@code Encountered " "}" "} ""}. */
    private static final Pattern UNEXPECTED =
            Pattern.compile("Encountered \" (?:\"[^\"]*\"|<\\w+>) \"(.*?) ?\"\" at line");

    public SparqlQuery {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
        services = Set.copyOf(services);
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
     * Checks a query that names its graphs itself, if any.
     *
     * @throws SparqlRefusal if it is not SPARQL 1.1, or calls another service
     */
    public static SparqlQuery parse(String text) {
        return parse(text, Set.of());
    }

    /** Checks a query that may call these endpoints. */
    static SparqlQuery parse(String text, Set<String> allowedServices) {
        FutureTask<SparqlQuery> check = new FutureTask<>(() -> parseAndPlan(text, allowedServices));
        new Thread(null, check, "query-check", CHECK_STACK_BYTES).start();
        try {
            return check.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a query was being checked", e);
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        }
    }

    /** Plans, because a query without brackets can be deep too: a sum of ten thousand numbers is a tree of that height. */
    private static SparqlQuery parseAndPlan(String text, Set<String> allowedServices) {
        Query query = QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
        Op plan = Algebra.compile(query);
        Algebra.optimize(plan);
        DatasetDescription own =
                Optional.ofNullable(query.getDatasetDescription()).orElseGet(DatasetDescription::new);
        return new SparqlQuery(
                text,
                form(query),
                own.getDefaultGraphURIs(),
                own.getNamedGraphURIs(),
                ServiceCalls.of(plan, text, allowedServices),
                Repeatability.of(plan));
    }

    private static RuntimeException refusal(@Nullable Throwable failure) {
        if (failure != null
                && (failure instanceof StackOverflowError || failure.getCause() instanceof StackOverflowError)) {
            return tooDeep();
        }
        if (failure instanceof QueryParseException malformed) {
            return syntaxError(malformed);
        }
        if (failure instanceof QueryException refused) {
            return new SparqlRefusal(
                    400,
                    "query-syntax",
                    new Text("not a SPARQL 1.1 query: %s", "ce n'est pas une requête SPARQL 1.1 : %s")
                            .with(String.valueOf(refused.getMessage())));
        }
        return failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
    }

    private static SparqlRefusal tooDeep() {
        return new SparqlRefusal(
                400,
                "query-too-deep",
                new Text(
                        "the query is nested too deeply; write it with fewer levels of brackets, or shorter sums and paths",
                        "la requête est trop profondément imbriquée ; écrivez-la avec moins de niveaux de parenthèses, ou des sommes et des chemins plus courts"));
    }

    /** {@return the same query; the graphs of a request, if there are any, take the place of those of its {@code FROM} clauses} */
    SparqlQuery ofGraphs(List<String> inDefault, List<String> named) {
        return inDefault.isEmpty() && named.isEmpty()
                ? this
                : new SparqlQuery(text, form, inDefault, named, services, isRepeatable);
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
