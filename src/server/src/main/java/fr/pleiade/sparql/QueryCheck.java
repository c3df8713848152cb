package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import fr.pleiade.sparql.execution.BoundedParser;
import fr.pleiade.sparql.function.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query and looks at all that it calls, without evaluating anything of it.
 *
 * <p>In a thread of its own with a small stack, because a query can be nested deeper than that of a request reaches. The thread ends soon:
 * the parser refuses what would take long to check or to plan, see {@link BoundedParser}.
 *
 * @param text the query as it was sent
 * @param base what its relative IRIs are resolved against
 * @param allowedServices the endpoints elsewhere that it may call
 */
record QueryCheck(String text, String base, Set<String> allowedServices) {
    /** For a query that came to no address. */
    static final String NO_BASE = "http://server/unset-base/";

    /** Half of what a request's thread has, so that what passes the check does not overflow there. */
    private static final long STACK_BYTES = 512 << 10;

    /** How long a request waits for the check; only a machine without time for anybody needs it. */
    static final Duration OF_A_REQUEST = Duration.ofSeconds(10);

    /** How long a publication waits: it has nobody else to answer, and must not fail because a machine is busy. */
    static final Duration OF_A_PUBLICATION = Duration.ofHours(1);

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    private static final String ENDED = "Encountered \"<EOF>\"";

    /** The token as it is written, in the message of ARQ's parser: {@code Encountered " "}" "} ""}. */
    private static final Pattern UNEXPECTED =
            Pattern.compile("Encountered \" (?:\"[^\"]*\"|<\\w+>) \"(.*?) ?\"\" at line");

    /** A token in the list of those that were expected: as it is written, or by its kind. */
    private static final Pattern EXPECTED = Pattern.compile("\"([^\"\\s]+)\" \\.\\.\\.|<(\\w+)> \\.\\.\\.");

    private static final int MOST_EXPECTED = 8;

    private static final Map<String, String> KINDS = Map.of(
            "VAR1", "?x", "VAR2", "?x", "IRIref", "<…>", "PNAME_LN", "a:b", "STRING_LITERAL2", "\"…\"", "INTEGER", "1");

    /**
     * @throws SparqlRefusal if it is not SPARQL 1.1, is too large or too deep, calls a service or a function that it may not, or could not
     *     be read within that time
     */
    ParsedQuery within(Duration patience) {
        FutureTask<ParsedQuery> check = new FutureTask<>(this::parsed);
        Thread thread = new Thread(null, check, "query-check", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return check.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a query was being checked", e);
        } catch (TimeoutException e) {
            throw Admission.busy();
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        }
    }

    /** Compiles, because a query without brackets can be deep too: a sum of ten thousand numbers is a tree of that height. */
    private ParsedQuery parsed() {
        Query query = BoundedParser.parse(text, base);
        Op plan = Algebra.compile(query);
        PlanParts.visit(plan, new FunctionCalls());
        Repeatability repeatability = new Repeatability();
        PlanParts.visit(plan, repeatability);
        DatasetDescription own =
                Optional.ofNullable(query.getDatasetDescription()).orElseGet(DatasetDescription::new);
        SparqlQuery asked = new SparqlQuery(
                text,
                form(query),
                own.getDefaultGraphURIs(),
                own.getNamedGraphURIs(),
                ServiceCalls.of(plan, text, allowedServices),
                repeatability.isGiven());
        return new ParsedQuery(asked, query, new Budget());
    }

    private static SparqlQuery.Form form(Query query) {
        if (query.isSelectType()) {
            return SparqlQuery.Form.SELECT;
        }
        if (query.isAskType()) {
            return SparqlQuery.Form.ASK;
        }
        return query.isConstructType() ? SparqlQuery.Form.CONSTRUCT : SparqlQuery.Form.DESCRIBE;
    }

    private static RuntimeException refusal(@Nullable Throwable failure) {
        if (failure instanceof BoundedParser.TooLarge) {
            return tooLarge();
        }
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

    static SparqlRefusal tooDeep() {
        return new SparqlRefusal(
                400,
                "query-too-deep",
                new Text(
                        "the query is nested too deeply; write it with fewer levels of brackets, or shorter sums and paths",
                        "la requête est trop profondément imbriquée ; écrivez-la avec moins de niveaux de parenthèses, ou des sommes et des chemins plus courts"));
    }

    private static SparqlRefusal tooLarge() {
        return new SparqlRefusal(
                400,
                "query-too-deep",
                new Text(
                                "the query has more than %d patterns, filters and columns, or a number of more than %d digits; write values"
                                        + " in VALUES, which has no such limit, or ask in parts",
                                "la requête a plus de %d motifs, filtres et colonnes, ou un nombre de plus de %d chiffres ; écrivez les valeurs"
                                        + " dans VALUES, qui n'a pas cette limite, ou demandez en plusieurs fois")
                        .with(BoundedParser.MOST_PARTS, Budget.MOST_DIGITS));
    }

    /** ARQ's exception has the place of the token before the wrong one, its message that of the wrong one. */
    private static SparqlRefusal syntaxError(QueryParseException e) {
        String message = String.valueOf(e.getMessage()).strip();
        Matcher place = PLACE.matcher(message);
        boolean placed = place.find();
        String line = placed ? place.group(1) : String.valueOf(e.getLine());
        String column = placed ? place.group(2) : String.valueOf(e.getColumn());
        Text problem = message.startsWith(ENDED)
                ? new Text(
                                "the query ends at line %s, column %s, before it is complete",
                                "la requête s'arrête à la ligne %s, colonne %s, avant d'être complète")
                        .with(line, column)
                : new Text(
                                "the query is not SPARQL 1.1 at line %s, column %s: %s",
                                "la requête n'est pas du SPARQL 1.1 à la ligne %s, colonne %s : %s")
                        .with(line, column, unexpected(message));
        String expected = expected(message);
        return new SparqlRefusal(
                400,
                "query-syntax",
                expected.isEmpty()
                        ? problem
                        : new Text(
                                problem.en() + "; expected one of " + expected,
                                problem.fr() + " ; il fallait l'un de " + expected));
    }

    private static String unexpected(String message) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        return unexpected.find()
                ? "'" + unexpected.group(1) + "'"
                : message.lines().findFirst().orElse("");
    }

    /** {@return the tokens that the parser would have taken, as people write them, at most {@link #MOST_EXPECTED}} */
    private static String expected(String message) {
        int list = message.indexOf("Was expecting");
        if (list < 0) {
            return "";
        }
        List<String> tokens = EXPECTED.matcher(message.substring(list))
                .results()
                .map(token -> token.group(1) != null
                        ? token.group(1).toUpperCase(Locale.ROOT)
                        : KINDS.getOrDefault(token.group(2), ""))
                .filter(token -> !token.isEmpty())
                .distinct()
                .toList();
        return String.join(" ", tokens.subList(0, Math.min(MOST_EXPECTED, tokens.size())))
                + (tokens.size() > MOST_EXPECTED ? " …" : "");
    }
}
