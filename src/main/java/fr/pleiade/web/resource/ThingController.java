package fr.pleiade.web.resource;

import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.syntax.Term;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.EmbeddedJson;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /id/{type}/{key}} sends to the document about the thing; {@code /doc/{type}/{key}} is that document, negotiated or by suffix.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs, 303 URIs forwarding to one generic document</a>
 */
@Controller
class ThingController {
    private static final int INCOMING_PROPERTIES = 12;
    private static final String DATASETS = "SELECT DISTINCT ?graph { GRAPH ?graph { ?thing ?property ?value } }";

    private static final List<Variant> FORMS = Stream.concat(Variant.RDF_AND_HTML.stream(), Stream.of(Variant.GEO_JSON))
            .toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentRelease current;
    private final Site site;
    private final Pages pages;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<List<Release>> earlier;

    ThingController(
            CurrentRelease current,
            Site site,
            Pages pages,
            PerRelease<Lexicon> lexicons,
            PerRelease<List<Release>> earlierReleases) {
        this.earlier = earlierReleases;
        this.current = current;
        this.site = site;
        this.pages = pages;
        this.lexicons = lexicons;
    }

    @GetMapping("/id/**")
    void thing(Exchange exchange) throws IOException {
        String path = exchange.path().substring("id/".length());
        try (CurrentRelease.View view = current.view()) {
            Optional<ThingAddress> found = ThingAddress.find(path, List.of(), view.release());
            if (found.isEmpty()) {
                answerMissing(exchange, view, path);
                return;
            }
            ThingAddress address = found.get();
            String document = RequestPath.toUri(address.document(exchange.base()));
            Variant form = negotiated(exchange, view, address);
            exchange.redirect(303, document + (form.isHtml() ? ".html" : ""));
        }
    }

    @GetMapping("/doc/**")
    void document(Exchange exchange) throws IOException {
        String path = exchange.path().substring("doc/".length());
        try (CurrentRelease.View view = current.view()) {
            Optional<ThingAddress> found = ThingAddress.find(path, FORMS, view.release());
            if (found.isEmpty()) {
                answerMissing(exchange, view, path);
                return;
            }
            ThingAddress address = found.get();
            String document = RequestPath.toUri(address.document(exchange.base()));
            if (!address.isCanonical()) {
                exchange.redirect(
                        308,
                        document + address.form().map(f -> "." + f.suffix()).orElse(""));
                return;
            }
            Variant form = address.form().orElseGet(() -> negotiated(exchange, view, address));
            if (form.isHtml()) {
                sendPage(exchange, view, address);
            } else if (form.equals(Variant.GEO_JSON)) {
                sendPlace(exchange, view, address);
            } else {
                sendGraph(exchange, view, address, form);
            }
        }
    }

    /** {@return the form that the client likes best; one for maps only for what has a place} */
    private static Variant negotiated(Exchange exchange, CurrentRelease.View view, ThingAddress address) {
        String document = RequestPath.toUri(address.document(exchange.base()));
        boolean likesMaps =
                exchange.accept().choose(FORMS).filter(Variant.GEO_JSON::equals).isPresent();
        return likesMaps && place(view, address).isPresent()
                ? Variant.GEO_JSON
                : exchange.negotiate(Variant.RDF_AND_HTML, suffix -> document + "." + suffix);
    }

    private static Optional<Place> place(CurrentRelease.View view, ThingAddress address) {
        Term.Iri thing = new Term.Iri(address.thing(view.release().base()));
        return Place.of(thing, view.release().describe(thing.value()));
    }

    private void sendPlace(Exchange exchange, CurrentRelease.View view, ThingAddress address) throws IOException {
        Release release = view.release();
        Place place = place(view, address).orElseThrow(() -> Refusal.notFound(exchange.address()));
        String document = RequestPath.toUri(address.document(exchange.base()));
        Variant form = Variant.GEO_JSON;
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(document + "." + form.suffix())
                .linked(links(document, address.thing(exchange.base())));
        exchange.send(entity, out -> JSON.writeValue(out, place.feature(lexicons.of(release), document)));
    }

    /** Answers 410 with a tombstone for what an earlier release had, else 404. */
    private void answerMissing(Exchange exchange, CurrentRelease.View view, String path) throws IOException {
        Tombstone tombstone = earlier.of(view.release()).stream()
                .flatMap(release -> ThingAddress.find(path, Variant.RDF_AND_HTML, release).stream())
                .findFirst()
                .flatMap(address ->
                        Tombstone.of(address.thing(exchange.base()), earlier.of(view.release()), view.store()))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        Variant form = exchange.negotiate(Variant.RDF_AND_HTML, suffix -> exchange.address());
        String successors = tombstone.successors().stream().map(Term::text).collect(Collectors.joining(" "));
        if (form.isHtml()) {
            throw successors.isEmpty()
                    ? Refusal.of(410, "gone", tombstone.thing().value())
                    : Refusal.of(410, "replaced", tombstone.thing().value(), successors);
        }
        exchange.status(410);
        Entity entity = Entity.data(
                form,
                view.release().id() + ".gone." + form.suffix(),
                view.release().created());
        exchange.send(entity, out -> write(tombstone.graph(view.release()), form.syntax(), out));
    }

    private void sendGraph(Exchange exchange, CurrentRelease.View view, ThingAddress address, Variant form)
            throws IOException {
        Release release = view.release();
        String document = address.document(exchange.base());
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(RequestPath.toUri(document + "." + form.suffix()))
                .linked(links(document, address.thing(exchange.base())));
        exchange.send(entity, out -> write(graph(view, address), form.syntax(), out));
    }

    private void sendPage(Exchange exchange, CurrentRelease.View view, ThingAddress address) throws IOException {
        String document = address.document(exchange.base());
        Entity entity = pages.entity(exchange, view.release())
                .at(RequestPath.toUri(document + ".html"))
                .linked(links(document, address.thing(exchange.base())));
        Locale locale = entity.language().orElseThrow().locale();
        Lexicon lexicon = lexicons.of(view.release());
        Term.Iri thing = new Term.Iri(address.thing(exchange.base()));
        ThingPage page = new ThingPageBuilder(
                        view.release().describe(thing.value()), thing, lexicon, exchange.base(), locale)
                .build(datasets(view, thing), incoming(exchange, view, thing, lexicon, locale));
        InMemoryGraph graph = graph(view, address);
        pages.send(
                exchange,
                entity,
                "thing",
                Map.of(
                        "thing", page,
                        "canonical", RequestPath.toUri(document),
                        "alternates",
                                Pages.Alternate.of(
                                        Variant.RDF_AND_HTML,
                                        "/" + document.substring(exchange.base().length())),
                        "embedded", EmbeddedJson.of(out -> write(graph, Syntax.JSON_LD, out))));
    }

    private InMemoryGraph graph(CurrentRelease.View view, ThingAddress address) {
        Term.Iri thing = new Term.Iri(address.thing(view.release().base()));
        return new DocumentGraph(view.release(), lexicons.of(view.release()))
                .about(address, datasets(view, thing), license());
    }

    private void write(InMemoryGraph graph, Syntax syntax, OutputStream out) {
        try (RdfWriter writer = RdfWriter.open(out, syntax, site.prefixes())) {
            graph.triples().forEach(writer);
        }
    }

    private Optional<Term> license() {
        return site.catalog().license();
    }

    private static List<Term.Iri> datasets(CurrentRelease.View view, Term.Iri thing) {
        return view.store().select(DATASETS, Map.of("thing", thing)).stream()
                .map(row -> row.get("graph"))
                .filter(Term.Iri.class::isInstance)
                .map(Term.Iri.class::cast)
                .toList();
    }

    private static List<String> links(String document, String thing) {
        List<String> links = new ArrayList<>(Pages.Alternate.links(Variant.RDF_AND_HTML, document));
        links.add("<%s>; rel=\"describes\"".formatted(RequestPath.toUri(thing)));
        return links;
    }

    private static List<ThingPage.Incoming> incoming(
            Exchange exchange, CurrentRelease.View view, Term.Iri thing, Lexicon lexicon, Locale locale) {
        IncomingLinks links = new IncomingLinks(view.store(), thing);
        List<ThingPage.Incoming> incoming = new ArrayList<>();
        List<IncomingLinks.Count> counts = links.counts();
        for (IncomingLinks.Count count : counts.subList(0, Math.min(INCOMING_PROPERTIES, counts.size()))) {
            String parameter = "in-" + (incoming.size() + 1);
            int page = exchange.page(parameter);
            List<Shown> subjects = links.page(count.property(), page).stream()
                    .map(subject -> Shown.iri(subject, lexicon, exchange.base(), locale))
                    .toList();
            incoming.add(new ThingPage.Incoming(
                    Shown.iri(count.property(), lexicon, exchange.base(), locale),
                    parameter,
                    count.count(),
                    subjects,
                    page > 1 ? exchange.addressWith(parameter, page - 1) + "#" + parameter : "",
                    (long) page * IncomingLinks.PER_PAGE < count.count()
                            ? exchange.addressWith(parameter, page + 1) + "#" + parameter
                            : ""));
        }
        return incoming;
    }
}
