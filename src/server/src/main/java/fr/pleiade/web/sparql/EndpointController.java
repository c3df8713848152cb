package fr.pleiade.web.sparql;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.sparql.GraphRead;
import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.sparql.SparqlRefusal;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /sparql} with a query, and {@code /data}: the SPARQL Protocol and the reads of the Graph Store Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 */
@Controller
class EndpointController {
    private final CurrentRelease current;
    private final SparqlService sparql;
    private final EditorPage editor;

    EndpointController(CurrentRelease current, SparqlService sparql, EditorPage editor) {
        this.current = current;
        this.sparql = sparql;
        this.editor = editor;
    }

    @RequestMapping("/sparql")
    void sparql(Exchange exchange, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isRead(request) && request.getParameter("query") == null && request.getParameter("update") == null) {
            editor.answer(exchange);
            return;
        }
        try {
            SparqlQuery query = sparql.query(request, exchange.base() + "sparql");
            Variant form = form(exchange, ResultForms.of(query));
            try (CurrentRelease.View view = current.view()) {
                if (exchange.begin(entity(view, query, form))) {
                    sparql.answer(view.reading(), query, form.mediaType(), request, response);
                }
            } catch (IOException e) {
                throw new CloseNowException(
                        "the answer was cut short", e); // a query that asks too much is no failure of ours
            }
        } catch (SparqlRefusal e) {
            throw explained(e);
        }
    }

    /** A form without a script names the format; programs negotiate. */
    private static Variant form(Exchange exchange, List<Variant> offered) {
        Optional<Variant> named = exchange.parameter("format").flatMap(suffix -> Variant.ofSuffix(suffix, offered));
        return named.orElseGet(() -> exchange.negotiate(offered, v -> exchange.base() + "sparql?format=" + v.suffix()));
    }

    private static Entity entity(CurrentRelease.View view, SparqlQuery query, Variant form) {
        String asked = query.text() + query.defaultGraphs() + query.namedGraphs();
        String validator = "%s.%s.%s".formatted(view.release().id(), Sha256.shortened(asked), form.suffix());
        if (query.isRepeatable()) {
            return Entity.data(form, validator, view.release().created());
        }
        Instant now = Instant.now(); // the same query has another answer the next time, which nobody holds yet
        return Entity.data(form, validator + "." + now.toEpochMilli(), now).cached(Entity.Caching.NONE);
    }

    @RequestMapping("/data")
    void graphStore(Exchange exchange, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            send(view, GraphRead.read(request), exchange, request, response);
        } catch (SparqlRefusal e) {
            throw explained(e);
        }
    }

    /**
     * A graph directly. Its name, {@code /dataset/{slug}}, is not this address: that one answers what the dataset is, for a dataset is
     * more than its triples.
     */
    @RequestMapping("/data/{slug}")
    void graph(
            Exchange exchange,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("slug") String slug)
            throws IOException {
        try (CurrentRelease.View view = current.view()) {
            String name = view.release()
                    .graph(slug)
                    .map(PublishedGraph::iri)
                    .orElseThrow(() -> Refusal.notFound(exchange.address()));
            send(view, GraphRead.direct(request, name), exchange, request, response);
        } catch (SparqlRefusal e) {
            throw explained(e);
        }
    }

    private void send(
            CurrentRelease.View view,
            GraphRead read,
            Exchange exchange,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Variant form = exchange.negotiate(Variant.RDF, v -> exchange.address());
        String graph = read.graph().orElse("default");
        String validator = "%s.%s.%s".formatted(view.release().id(), Sha256.shortened(graph), form.suffix());
        if (exchange.begin(Entity.data(form, validator, view.release().created()))) {
            sparql.answer(view.reading(), read, form.mediaType(), request, response);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Refusal explained(SparqlRefusal refusal) {
        Refusal explained = Refusal.explained(refusal.status(), refusal.code(), refusal.problem());
        for (var header : refusal.headers().entrySet()) {
            explained = explained.with(header.getKey(), header.getValue());
        }
        return explained;
    }
}
