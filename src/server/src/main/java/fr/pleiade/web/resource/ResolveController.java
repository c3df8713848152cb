package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /resolve/{scheme}/{code}} sends to the thing that bears the identifier.
 *
 * <p>A scheme is known by the last part of its IRI; any scheme of the ontology works. Its codes stand in identifiers of their own
 * ({@code adms:identifier}), or in the property that the scheme names with {@code link:key}. Where several things bear one code, as a
 * region and a department do, the answer is the list of them: the client knows which it means.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.1">RFC 9110, 300 Multiple Choices</a>
 */
@Controller
class ResolveController {
    private static final String BEARER = """
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX link: <https://w3id.org/pleiade/link#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing {
              {
                GRAPH ?any { ?identifier skos:notation ?code }
                GRAPH ?any { ?identifier skos:inScheme ?scheme . ?thing adms:identifier ?identifier }
              } UNION {
                GRAPH ?vocabulary { ?scheme link:key ?property }
                GRAPH ?any { ?thing ?property ?code }
              }
              FILTER (STRENDS(STR(?scheme), CONCAT("/", STR(?name))))
            } ORDER BY STRLEN(STR(?thing)) STR(?thing) LIMIT 100
            """;

    private final CurrentRelease current;
    private final Pages pages;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<JsonLdContext> contexts;

    ResolveController(
            CurrentRelease current, Pages pages, PerRelease<Lexicon> lexicons, PerRelease<JsonLdContext> contexts) {
        this.current = current;
        this.pages = pages;
        this.lexicons = lexicons;
        this.contexts = contexts;
    }

    /** A thing on the page, and what it is. */
    record Choice(Shown thing, List<Shown> types) {
        Choice {
            types = List.copyOf(types);
        }
    }

    @GetMapping("/resolve/{scheme}/{code}")
    void resolve(Exchange exchange, @PathVariable("scheme") String scheme, @PathVariable("code") String code)
            throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Map<String, Term> bindings = Map.of("code", Term.Literal.of(code), "name", Term.Literal.of(scheme));
            List<Term> bearers = view.store().select(BEARER, bindings).stream()
                    .flatMap(row -> row.values().stream())
                    .toList();
            if (bearers.isEmpty()) {
                throw Refusal.notFound(exchange.address());
            }
            if (bearers.size() == 1) {
                exchange.redirect(303, RequestPath.toUri(bearers.get(0).text()));
                return;
            }
            sendChoices(exchange, view.release(), code, bearers);
        }
    }

    private void sendChoices(Exchange exchange, Release release, String code, List<Term> bearers) throws IOException {
        Variant form = exchange.negotiate(Variant.RDF_AND_HTML, suffix -> exchange.address());
        List<String> links = bearers.stream()
                .map(thing -> "<%s>; rel=\"alternate\"".formatted(RequestPath.toUri(thing.text())))
                .toList();
        exchange.status(300);
        if (!form.isHtml()) {
            Entity entity = Entity.data(form, release.id() + ".choices." + form.suffix(), release.created())
                    .linked(links);
            exchange.send(entity, out -> {
                try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                    graph(exchange.address(), bearers, release).triples().forEach(writer);
                }
            });
            return;
        }
        Entity entity = pages.entity(exchange, release).linked(links);
        Locale locale = entity.language().orElseThrow().locale();
        List<Choice> choices =
                bearers.stream().map(thing -> choice(thing, release, locale)).toList();
        pages.send(exchange, entity, "choices", Map.of("code", code, "choices", choices));
    }

    private Choice choice(Term thing, Release release, Locale locale) {
        Lexicon lexicon = lexicons.of(release);
        List<Shown> types = release.describe(thing.text()).objects(thing, TYPE.value()).stream()
                .map(type -> Shown.iri(type.text(), lexicon, release.base(), locale))
                .toList();
        return new Choice(Shown.iri(thing.text(), lexicon, release.base(), locale), types);
    }

    /** {@return the things with their types and names, each seen from the address that was asked for} */
    private static InMemoryGraph graph(String address, List<Term> bearers, Release release) {
        InMemoryGraph graph = new InMemoryGraph();
        Term.Iri choice = new Term.Iri(RequestPath.toUri(address));
        for (Term thing : bearers) {
            graph.add(new Quad(choice, new Term.Iri(RDFS + "seeAlso"), thing));
            release.describe(thing.text()).about(thing).stream()
                    .filter(triple -> triple.predicate().equals(TYPE)
                            || Lexicon.NAMING.contains(triple.predicate().value()))
                    .forEach(graph::add);
        }
        return graph;
    }
}
