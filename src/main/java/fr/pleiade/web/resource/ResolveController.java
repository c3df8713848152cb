package fr.pleiade.web.resource;

import fr.pleiade.syntax.Term;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /resolve/{scheme}/{code}} sends to the thing that bears the identifier.
 *
 * <p>A scheme is known by the last part of its IRI; any scheme of the ontology works. Its codes stand in identifiers of their own
 * ({@code adms:identifier}), or in the property that the scheme names with {@code link:key}. Where several things bear one code,
 * the one with the shortest IRI answers.
 */
@Controller
class ResolveController {
    private static final String BEARER = """
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX link: <https://w3id.org/pleiade/link#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?thing {
              {
                GRAPH ?any { ?identifier skos:notation ?code }
                GRAPH ?any { ?identifier skos:inScheme ?scheme . ?thing adms:identifier ?identifier }
              } UNION {
                GRAPH ?vocabulary { ?scheme link:key ?property }
                GRAPH ?any { ?thing ?property ?code }
              }
              FILTER (STRENDS(STR(?scheme), CONCAT("/", STR(?name))))
            } ORDER BY STRLEN(STR(?thing)) STR(?thing) LIMIT 1
            """;

    private final CurrentRelease current;

    ResolveController(CurrentRelease current) {
        this.current = current;
    }

    @GetMapping("/resolve/{scheme}/{code}")
    void resolve(Exchange exchange, @PathVariable("scheme") String scheme, @PathVariable("code") String code) {
        try (CurrentRelease.View view = current.view()) {
            Map<String, Term> bindings = Map.of("code", Term.Literal.of(code), "name", Term.Literal.of(scheme));
            Term thing = view.store().select(BEARER, bindings).stream()
                    .flatMap(row -> row.values().stream())
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound(exchange.address()));
            exchange.redirect(303, RequestPath.toUri(thing.text()));
        }
    }
}
