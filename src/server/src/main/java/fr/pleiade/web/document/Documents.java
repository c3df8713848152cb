package fr.pleiade.web.document;

import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Citation;
import fr.pleiade.web.page.Masthead;
import fr.pleiade.web.page.PageQuery;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers with a document: chooses the form, the profile and the language, and says what goes with them. Thread-safe.
 *
 * <p>All answers of one address, refusals and 304 among them, have one {@code Vary}: whatever the address could have depended on.
 */
@Component
public final class Documents {
    private static final List<String> OF_PAGES = List.of("Accept-Language", "Cookie");

    private final Pages pages;
    private final ServedReleases served;

    Documents(Pages pages, ServedReleases served) {
        this.served = served;
        this.pages = pages;
    }

    /**
     * Answers in the form that the address names, else in the one that the client likes best.
     *
     * @param path the variables of the address, of which {@code suffix} may be one
     * @throws Refusal with 404 for a suffix that no form has, or 406 if the client accepts no form
     */
    public void answer(Exchange exchange, Document document, Map<String, String> path) throws IOException {
        String suffix = path.get("suffix");
        if (suffix == null) {
            answer(exchange, document);
            return;
        }
        Variant form =
                Variant.ofSuffix(suffix, document.forms()).orElseThrow(() -> Refusal.notFound(exchange.address()));
        answer(exchange, document, form);
    }

    /**
     * Answers in the form that the client likes best.
     *
     * @throws Refusal with 406 if the client accepts none
     */
    public void answer(Exchange exchange, Document document) throws IOException {
        if (listsProfiles(exchange, document)) {
            return;
        }
        varies(exchange, document);
        send(exchange, document, negotiated(exchange, document));
    }

    /** Answers in a form that the address names. */
    public void answer(Exchange exchange, Document document, Variant form) throws IOException {
        if (listsProfiles(exchange, document)) {
            return;
        }
        List<String> fields = new ArrayList<>(form.isHtml() ? OF_PAGES : List.of());
        if (!form.isHtml() && document.profiles().isChoice()) {
            fields.add("Accept-Profile");
        }
        fields.add("Accept-Encoding");
        exchange.varies(fields);
        send(exchange, document, form);
    }

    /** Says on what the answers of an address that negotiates the document depend, also where it only leads to the document. */
    public void varies(Exchange exchange, Document document) {
        List<String> fields = new ArrayList<>(List.of("Accept"));
        if (document.profiles().isChoice()) {
            fields.add("Accept-Profile");
        }
        if (document.hasPage()) {
            fields.addAll(OF_PAGES);
        }
        fields.add("Accept-Encoding");
        exchange.varies(fields);
    }

    /**
     * {@return the form that the client likes best; a page only in the default profile, unless the client accepts nothing else}
     *
     * @throws Refusal with 406 if the client accepts none
     */
    public Variant negotiated(Exchange exchange, Document document) {
        Variant liked = exchange.negotiate(document.forms(), document::address);
        Profiles profiles = document.profiles();
        return liked.isHtml() && !exchange.profile(profiles).equals(profiles.byDefault())
                ? exchange.accept().choose(Variant.RDF_DOCUMENT).orElse(liked)
                : liked;
    }

    private boolean listsProfiles(Exchange exchange, Document document) throws IOException {
        boolean isAsked = document.profiles().isChoice() && exchange.asksForProfiles();
        if (isAsked) {
            answer(exchange, ProfileList.of(exchange, document));
        }
        return isAsked;
    }

    private void send(Exchange exchange, Document document, Variant form) throws IOException {
        exchange.status(document.state().status());
        Optional.ofNullable(document.contents().get(form))
                .orElseThrow(() -> Refusal.notFound(exchange.address()))
                .send(this, exchange, document, form);
    }

    void sendGraph(Exchange exchange, Document document, Variant form, Document.Triples triples) throws IOException {
        Profiles profiles = document.profiles();
        Profile profile = exchange.profile(profiles);
        Entity entity = data(document, form);
        Entity said = profiles.isChoice() ? entity.in(profile, profiles, document.address()) : entity;
        exchange.send(said, out -> {
            try (RdfWriter writer = RdfWriter.open(
                    out,
                    form.syntax(),
                    served.of(document.edition().release()).context(),
                    RdfWriter.Graphs.NOT_IN_JSON_LD)) {
                triples.give(profile, writer);
            }
        });
    }

    void sendBytes(Exchange exchange, Document document, Variant form, Exchange.Body body) throws IOException {
        exchange.send(data(document, form), body);
    }

    private static Entity data(Document document, Variant form) {
        Document.State state = document.state();
        Entity entity = Entity.data(form, state.validator() + "." + form.suffix(), state.modified())
                .linked(document.fields(form))
                .cached(state.caching());
        return document.addresses() == Document.Addresses.ONE ? entity : entity.at(document.address(form));
    }

    void sendPage(Exchange exchange, Document document, Content.Page page) throws IOException {
        Language language = exchange.language();
        Document.State state = document.state();
        Entity drawn =
                pages.entity(language, state.validator(), state.modified()).linked(document.fields(Variant.HTML));
        Entity entity =
                document.addresses() == Document.Addresses.ONE ? drawn : drawn.at(document.address(Variant.HTML));
        pages.send(exchange, entity, page.template(), () -> {
            Map<String, Object> values = new HashMap<>(frame(document));
            Served own = served.of(document.edition().release()); // a page of one release has nothing of another
            Masthead masthead = Masthead.of(own, exchange, language.locale());
            values.put("masthead", masthead);
            values.put("siteTitle", masthead.title());
            values.put("citation", citation(document, own, language.locale()));
            values.put("pageQuery", query(document, own));
            values.putAll(page.values().in(language.locale()));
            return values;
        });
    }

    private static List<Citation> citation(Document document, Served content, Locale locale) {
        return document.addresses() == Document.Addresses.OF_RELEASES
                ? Citation.of(content, document.edition(), document.path(), locale).stream()
                        .toList()
                : List.of();
    }

    /** {@return the query of the page about a thing, a dataset or the catalogue as it is now: the queries of old ones cannot be asked} */
    private static List<PageQuery> query(Document document, Served content) {
        String path = document.path();
        String base = content.release().base();
        if (document.addresses() != Document.Addresses.OF_RELEASES
                || document.edition().isPinned()) {
            return List.of();
        }
        if (path.startsWith("doc/")) {
            return List.of(PageQuery.ofThing(base + "id/" + path.substring("doc/".length()), base));
        }
        if (path.startsWith("dataset/") && path.indexOf('/') == path.lastIndexOf('/')) {
            String slug = path.substring("dataset/".length());
            return List.of(PageQuery.ofDataset(
                    base + path, content.release().tableFile(slug).map(file -> base + "dump/" + slug + ".csv"), base));
        }
        return path.equals("catalog") ? List.of(PageQuery.ofCatalog(base)) : List.of();
    }

    /** {@return what the frame of a page says of the document's other addresses} */
    private static Map<String, Object> frame(Document document) {
        if (document.addresses() == Document.Addresses.ONE) {
            return Map.of();
        }
        String path = "/" + document.edition().prefix() + document.path();
        Map<String, Object> frame = new HashMap<>();
        frame.put("canonical", document.edition().latestAddress(document.path()));
        if (document.addresses() == Document.Addresses.OF_RELEASES) {
            frame.putAll(Pages.versions(document.edition(), document.path()));
        }
        frame.put("alternates", Pages.Alternate.of(document.alternates(), path));
        return frame;
    }
}
