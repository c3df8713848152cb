package fr.pleiade.web.resource;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Outline;
import fr.pleiade.site.Site;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.Edition;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The document about a thing in each of its forms: a graph, a place on the map, a page. Needs the release's files only. Thread-safe. */
@Component
final class ThingDocument {
    private static final int INCOMING_PROPERTIES = 12;
    private static final String NAMES = "names";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;
    private final List<Outline> outlines;
    private final Pages pages;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<JsonLdContext> contexts;

    ThingDocument(Site site, Pages pages, PerRelease<Lexicon> lexicons, PerRelease<JsonLdContext> contexts) {
        this.site = site;
        this.outlines = site.outlines();
        this.pages = pages;
        this.lexicons = lexicons;
        this.contexts = contexts;
    }

    /** {@return the profiles of a document about a thing: all that is said, or what it is called; explained at {@code /api}} */
    static Profiles profiles(String base) {
        return Profiles.of(
                new Profile("description", base + "api#description"), new Profile(NAMES, base + "api#" + NAMES));
    }

    void sendGraph(Exchange exchange, Edition edition, ThingAddress address, Variant form, Profile profile)
            throws IOException {
        Entity entity = data(exchange, edition, address, form)
                .in(profile, profiles(exchange.base()), edition.address(address.document()));
        exchange.send(entity, out -> {
            DocumentGraph document = new DocumentGraph(edition, lexicons.of(edition.release()));
            InMemoryGraph graph = profile.token().equals(NAMES) ? document.names(address) : graph(edition, address);
            write(edition.release(), graph, form.syntax(), out);
        });
    }

    /** @throws Refusal with 404 if the thing has no place */
    void sendPlace(Exchange exchange, Edition edition, ThingAddress address) throws IOException {
        Place place = place(edition, address).orElseThrow(() -> Refusal.notFound(exchange.address()));
        String document = RequestPath.toUri(edition.address(address.document()));
        Lexicon lexicon = lexicons.of(edition.release());
        exchange.send(
                data(exchange, edition, address, Variant.GEO_JSON),
                out -> JSON.writeValue(out, place.feature(lexicon, document)));
    }

    static Optional<Place> place(Edition edition, ThingAddress address) {
        Term.Iri thing = new Term.Iri(address.thing(edition.release().base()));
        return Place.of(thing, edition.release().describe(thing.value()));
    }

    private static Entity data(Exchange exchange, Edition edition, ThingAddress address, Variant form) {
        Release release = edition.release();
        String document = edition.address(address.document());
        return Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(RequestPath.toUri(document + "." + form.suffix()))
                .linked(links(exchange, edition, address))
                .cached(edition.caching());
    }

    private static List<String> links(Exchange exchange, Edition edition, ThingAddress address) {
        List<String> links =
                new ArrayList<>(Pages.Alternate.links(Variant.RDF_AND_HTML, edition.address(address.document())));
        links.add("<%s>; rel=\"describes\"".formatted(RequestPath.toUri(address.thing(exchange.base()))));
        links.addAll(edition.links(address.document()));
        return links;
    }

    /** @param store what to ask for what points to the thing; nothing for a release that is not in a store */
    void sendPage(Exchange exchange, Edition edition, ThingAddress address, Optional<Store> store) throws IOException {
        Release release = edition.release();
        String document = edition.address(address.document());
        Entity entity = pages.entity(exchange, release)
                .at(RequestPath.toUri(document + ".html"))
                .linked(links(exchange, edition, address));
        Locale locale = entity.language().orElseThrow().locale();
        Lexicon lexicon = lexicons.of(release);
        Term.Iri thing = new Term.Iri(address.thing(exchange.base()));
        ThingPage page = new ThingPageBuilder(release.describe(thing.value()), thing, lexicon, exchange.base(), locale)
                .on(outlines)
                .build(
                        datasets(release, thing),
                        store.map(s -> incoming(exchange, s, thing, lexicon, locale))
                                .orElse(List.of()));
        InMemoryGraph graph = graph(edition, address);
        Map<String, Object> values = new HashMap<>(pages.versions(edition, address.document()));
        values.put("thing", page);
        values.put("alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/" + edition.prefix() + address.document()));
        values.put("embedded", EmbeddedJson.of(out -> write(release, graph, Syntax.JSON_LD, out)));
        pages.send(exchange, entity, "thing", values);
    }

    private InMemoryGraph graph(Edition edition, ThingAddress address) {
        return new DocumentGraph(edition, lexicons.of(edition.release()))
                .about(address, site.catalog().license());
    }

    void write(Release release, InMemoryGraph graph, Syntax syntax, OutputStream out) {
        try (RdfWriter writer = RdfWriter.open(out, syntax, contexts.of(release))) {
            graph.triples().forEach(writer);
        }
    }

    private static List<Term.Iri> datasets(Release release, Term.Iri thing) {
        return release.graphsAbout(thing.value()).stream()
                .map(PublishedGraph::iri)
                .map(Term.Iri::new)
                .toList();
    }

    private static List<ThingPage.Incoming> incoming(
            Exchange exchange, Store store, Term.Iri thing, Lexicon lexicon, Locale locale) {
        IncomingLinks links = new IncomingLinks(store, thing);
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
