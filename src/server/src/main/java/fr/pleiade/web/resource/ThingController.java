package fr.pleiade.web.resource;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.ProfileList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /id/{type}/{key}} sends to the document about the thing; {@code /doc/{type}/{key}} is that document, negotiated or by suffix.
 * {@code /release/{id}/doc/…} is the document of one release, and stays what it is.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs, 303 URIs forwarding to one generic document</a>
 */
@Controller
class ThingController {
    private static final List<Variant> FORMS = Stream.concat(Variant.RDF_AND_HTML.stream(), Stream.of(Variant.GEO_JSON))
            .toList();

    private final CurrentRelease current;
    private final Editions editions;
    private final ThingDocument documents;
    private final ProfileList profileList;
    private final PerRelease<List<Release>> earlier;

    ThingController(
            CurrentRelease current,
            Editions editions,
            ThingDocument documents,
            ProfileList profileList,
            PerRelease<List<Release>> earlierReleases) {
        this.current = current;
        this.editions = editions;
        this.documents = documents;
        this.profileList = profileList;
        this.earlier = earlierReleases;
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
            Edition edition = Edition.latest(view.release());
            Profiles profiles = ThingDocument.profiles(exchange.base());
            Profile profile = exchange.profile(profiles);
            Variant form = negotiated(exchange, edition, found.get(), profile);
            String document = RequestPath.toUri(edition.address(found.get().document()));
            exchange.redirect(303, form.isHtml() ? document + ".html" : profiles.address(document, profile));
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
            send(exchange, Edition.latest(view.release()), found.get(), Optional.of(view));
        }
    }

    @GetMapping("/release/{id}/doc/**")
    void pinned(Exchange exchange, @PathVariable("id") String id) throws IOException {
        Edition edition = editions.pinned(id);
        String path = exchange.path().substring((edition.prefix() + "doc/").length());
        ThingAddress address = ThingAddress.find(path, FORMS, edition.release())
                .orElseThrow(() -> Refusal.of(404, "not-in-release", exchange.address(), id));
        send(exchange, edition, address, Optional.empty());
    }

    private void send(Exchange exchange, Edition edition, ThingAddress address, Optional<CurrentRelease.View> view)
            throws IOException {
        if (!address.isCanonical()) {
            String suffix = address.form().map(form -> "." + form.suffix()).orElse("");
            exchange.redirect(308, RequestPath.toUri(edition.address(address.document())) + suffix);
            return;
        }
        Profiles profiles = ThingDocument.profiles(exchange.base());
        if (exchange.asksForProfiles()) {
            profileList.send(exchange, edition, address.document(), profiles);
            return;
        }
        Profile profile = exchange.profile(profiles);
        Variant form = address.form().orElseGet(() -> negotiated(exchange, edition, address, profile));
        if (form.isHtml()) {
            documents.sendPage(exchange, edition, address, view.map(CurrentRelease.View::store));
        } else if (form.equals(Variant.GEO_JSON)) {
            documents.sendPlace(exchange, edition, address);
        } else {
            documents.sendGraph(exchange, edition, address, form, profile);
        }
    }

    /** {@return the form that the client likes best; one for maps only for what has a place} */
    private static Variant negotiated(Exchange exchange, Edition edition, ThingAddress address, Profile profile) {
        boolean likesMaps =
                exchange.accept().choose(FORMS).filter(Variant.GEO_JSON::equals).isPresent();
        if (likesMaps && ThingDocument.place(edition, address).isPresent()) {
            return Variant.GEO_JSON;
        }
        String document = RequestPath.toUri(edition.address(address.document()));
        return exchange.negotiate(ThingDocument.profiles(exchange.base()), profile, suffix -> document + "." + suffix);
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
        Syntax syntax = form.syntax();
        Entity entity = Entity.data(
                form,
                view.release().id() + ".gone." + form.suffix(),
                view.release().created());
        exchange.send(entity, out -> documents.write(view.release(), tombstone.graph(view.release()), syntax, out));
    }
}
