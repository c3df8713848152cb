package fr.pleiade.web.sparql;

import fr.pleiade.quads.Sha256;
import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.sparql.SparqlRefusal;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.CodedResponse;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /sparql} with a query: the SPARQL Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
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
    void sparql(Exchange exchange, HttpServletRequest request) throws IOException {
        if (isRead(request) && request.getParameter("query") == null && request.getParameter("update") == null) {
            editor.answer(exchange);
            return;
        }
        try {
            SparqlQuery query = sparql.query(request);
            Variant form = form(exchange, ResultForms.of(query));
            try (CurrentRelease.View view = current.view()) {
                Optional<CodedResponse> answer = exchange.begin(entity(view, query, form));
                if (answer.isPresent()) {
                    sparql.answer(view.reading(), query, form.mediaType(), request, answer.get());
                    answer.get().finish();
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
