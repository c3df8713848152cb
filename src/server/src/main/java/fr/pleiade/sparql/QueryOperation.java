package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query operation of the SPARQL Protocol, as one HTTP request brings it.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section 2.1</a>
 */
final class QueryOperation {
    /** The longest query, in bytes. */
    static final int LONGEST_QUERY = 1 << 20;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final char UNDECODABLE = '\uFFFD';

    private final HttpServletRequest request;
    private final String base;
    private final Admission checks;
    private final Set<String> allowedServices;
    private final KnownQueries known;

    /**
     * The operation of a request.
     *
     * @param base what the query's relative IRIs are resolved against
     * @param checks who may have a query parsed
     * @param allowedServices the endpoints elsewhere that the query may call
     */
    QueryOperation(
            HttpServletRequest request,
            String base,
            Admission checks,
            Set<String> allowedServices,
            KnownQueries known) {
        this.request = request;
        this.base = base;
        this.checks = checks;
        this.allowedServices = allowedServices;
        this.known = known;
    }

    SparqlQuery query() {
        requireMethod();
        requireNoUpdate();
        String text = isDirect() ? direct() : parameter();
        if (text.isBlank()) {
            throw missing();
        }
        ParsedQuery.promise(request, () -> check(text));
        return known.query(text, this::parsed).ofGraphs(values("default-graph-uri"), values("named-graph-uri"));
    }

    private SparqlQuery parsed(String text) {
        try (Admission.Place place = checks.enter(request.getRemoteAddr())) {
            ParsedQuery parsed = check(text);
            parsed.goWith(request);
            return parsed.asked();
        }
    }

    private ParsedQuery check(String text) {
        return new QueryCheck(text, base, allowedServices).within(QueryCheck.OF_A_REQUEST);
    }

    private void requireMethod() {
        if (!List.of("GET", "HEAD", "POST").contains(request.getMethod())) {
            throw new SparqlRefusal(
                    405,
                    "method-not-allowed",
                    new Text(
                                    "%s is not a way to ask; send the query by GET or POST",
                                    "%s ne permet pas d'interroger ; envoyez la requête par GET ou POST")
                            .with(request.getMethod()),
                    Map.of("Allow", "GET, HEAD, POST, OPTIONS"));
        }
    }

    private void requireNoUpdate() {
        if (request.getParameter("update") != null || mediaType().equals("application/sparql-update")) {
            throw new SparqlRefusal(
                    403,
                    "update-refused",
                    new Text(
                            "this endpoint is read-only; send a query, not an update",
                            "ce point d'accès est en lecture seule ; envoyez une requête, pas une mise à jour"));
        }
    }

    /** Decides by the body's type; a POST without one is neither of the protocol's two. */
    private boolean isDirect() {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        boolean direct = mediaType().equals(DIRECT);
        if (!direct && !mediaType().equals(FORM)) {
            throw new SparqlRefusal(
                    415,
                    "media-type",
                    new Text(
                            "a query is posted as " + DIRECT + ", or in a form as " + FORM,
                            "une requête s'envoie en " + DIRECT + ", ou dans un formulaire en " + FORM),
                    Map.of("Accept-Post", DIRECT + ", " + FORM));
        }
        return direct;
    }

    private String mediaType() {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** As the client says: a filter of the container may have settled the request's own. */
    private String charset() {
        Matcher named =
                CHARSET.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
        return named.find() ? named.group(1) : "UTF-8";
    }

    private String parameter() {
        List<String> queries = values("query");
        if (queries.isEmpty()) {
            throw missing();
        }
        if (queries.size() > 1) {
            throw repeated();
        }
        if (queries.get(0).indexOf(UNDECODABLE) >= 0) {
            throw notUtf8();
        }
        return queries.get(0);
    }

    private String direct() {
        if (!values("query").isEmpty()) {
            throw repeated();
        }
        if (!charset().equalsIgnoreCase("UTF-8")) {
            throw notUtf8();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_QUERY + 1);
            if (body.length > LONGEST_QUERY) {
                throw new SparqlRefusal(
                        413,
                        "query-too-long",
                        new Text(
                                        "the query is longer than %d bytes; send a shorter one",
                                        "la requête dépasse %d octets ; envoyez-en une plus courte")
                                .with(LONGEST_QUERY));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException("the query's body ended early: " + e.getMessage(), e);
        }
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : List.of(values).stream().filter(value -> !value.isEmpty()).toList();
    }

    private static SparqlRefusal missing() {
        return new SparqlRefusal(
                400,
                "query-missing",
                new Text(
                        "there is no query; send one as the parameter 'query'",
                        "il manque la requête ; envoyez-la dans le paramètre « query »"));
    }

    private static SparqlRefusal repeated() {
        return new SparqlRefusal(
                400,
                "query-repeated",
                new Text("there is more than one query; send one", "il y a plusieurs requêtes ; envoyez-en une seule"));
    }

    private static SparqlRefusal notUtf8() {
        return new SparqlRefusal(
                400,
                "not-utf-8",
                new Text(
                        "the query is not UTF-8; send it in UTF-8",
                        "la requête n'est pas codée en UTF-8 ; envoyez-la en UTF-8"));
    }
}
