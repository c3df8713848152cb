package fr.pleiade.web.resource;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Found;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
    private static final Text AS_IT_WAS = new Text("See the page as it was", "Voir la page d'alors");
    private static final List<Variant> FORMS = Stream.concat(Variant.RDF_AND_HTML.stream(), Stream.of(Variant.GEO_JSON))
            .toList();

    private final CurrentRelease current;
    private final Editions editions;
    private final ThingDocument things;
    private final Documents documents;
    private final ServedReleases served;
    private final PerRelease<List<Release>> earlier;
    private final PerRelease<Vanished> vanished;

    ThingController(
            CurrentRelease current,
            Editions editions,
            ThingDocument things,
            Documents documents,
            ServedReleases served,
            PerRelease<List<Release>> earlierReleases) {
        this.current = current;
        this.editions = editions;
        this.things = things;
        this.documents = documents;
        this.served = served;
        this.earlier = earlierReleases;
        this.vanished = new PerRelease<>(release -> new Vanished(release, earlierReleases.of(release)));
    }

    @GetMapping("/id/**")
    void thing(Exchange exchange) throws IOException {
        String path = below(exchange, "id");
        Release release = current.now();
        Optional<ThingAddress> found = ThingAddress.find(path, List.of(), release);
        if (found.isEmpty()) {
            answerMissing(exchange, release, path);
            return;
        }
        leadToDocument(exchange, Edition.latest(release), found.get());
    }

    @GetMapping("/release/{id}/id/**")
    void pinnedThing(Exchange exchange, @PathVariable("id") String id) throws IOException {
        Edition edition = editions.pinned(id);
        String path = below(exchange, edition.prefix() + "id");
        leadToDocument(
                exchange,
                edition,
                ThingAddress.find(path, List.of(), edition.release())
                        .orElseThrow(() -> Refusal.of(404, "not-in-release", exchange.address(), id)));
    }

    /** {@return the path below a folder, {@code ""} where the folder itself is asked for} */
    private static String below(Exchange exchange, String folder) {
        return exchange.path().substring(Math.min(exchange.path().length(), folder.length() + 1));
    }

    /** A thing is not its document: 303. */
    private void leadToDocument(Exchange exchange, Edition edition, ThingAddress found) throws IOException {
        Release release = edition.release();
        String iri = found.thing(release.base());
        Document document = document(exchange, edition, found, () -> release.find(iri), Inverse.NOTHING);
        documents.varies(exchange, document);
        Variant form = documents.negotiated(exchange, document);
        String address = RequestPath.toUri(edition.address(found.document()));
        Profiles profiles = document.profiles();
        exchange.redirect(
                303, form.isHtml() ? address + ".html" : profiles.address(address, exchange.profile(profiles)));
    }

    @GetMapping("/doc/**")
    void document(Exchange exchange) throws IOException {
        String path = below(exchange, "doc");
        Release release = current.now();
        Lookup lookup = new Lookup(release);
        Optional<ThingAddress> found = ThingAddress.find(path, FORMS, lookup);
        if (found.isEmpty()) {
            answerMissing(exchange, release, path);
            return;
        }
        send(
                exchange,
                Edition.latest(release),
                found.get(),
                lookup.last(),
                served.of(release).inverse());
    }

    @GetMapping("/release/{id}/doc/**")
    void pinned(Exchange exchange, @PathVariable("id") String id) throws IOException {
        Edition edition = editions.pinned(id);
        String path = below(exchange, edition.prefix() + "doc");
        Lookup lookup = new Lookup(edition.release());
        ThingAddress address = ThingAddress.find(path, FORMS, lookup)
                .orElseThrow(() -> Refusal.of(404, "not-in-release", exchange.address(), id));
        send(exchange, edition, address, lookup.last(), Inverse.NOTHING);
    }

    private void send(Exchange exchange, Edition edition, ThingAddress address, Found found, Inverse inverse)
            throws IOException {
        if (!address.isCanonical()) {
            String suffix = address.form().map(form -> "." + form.suffix()).orElse("");
            exchange.redirect(308, RequestPath.toUri(edition.address(address.document())) + suffix);
            return;
        }
        Document document = document(exchange, edition, address, () -> found, inverse);
        if (address.form().isPresent()) {
            documents.answer(exchange, document, address.form().get());
        } else {
            documents.answer(exchange, document);
        }
    }

    /** {@return the document, with the form for maps if it is asked for and the thing has a place} */
    private Document document(
            Exchange exchange, Edition edition, ThingAddress address, Supplier<Found> found, Inverse inverse) {
        Document document = things.of(exchange, edition, address, found, inverse);
        boolean asksForMap =
                address.form().or(() -> exchange.accept().choose(FORMS)).equals(Optional.of(Variant.GEO_JSON));
        return asksForMap
                ? things.onMap(edition, address, found.get())
                        .map(body -> document.also(Variant.GEO_JSON, body))
                        .orElse(document)
                : document;
    }

    /** Answers 410 with a tombstone for what an earlier release had, else 404. */
    private void answerMissing(Exchange exchange, Release release, String path) throws IOException {
        Tombstone tombstone = ThingAddress.find(
                        path,
                        Variant.RDF_AND_HTML,
                        name -> lastThatHad(release.base() + "id/" + name, release)
                                .isPresent())
                .map(address -> address.thing(release.base()))
                .flatMap(thing ->
                        lastThatHad(thing, release).map(lastSeen -> Tombstone.of(thing, lastSeen, served.of(release))))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        Document document = Document.at(exchange, release, "gone")
                .status(410)
                .graph(() -> tombstone.graph(release))
                .page("problem", locale -> {
                    throw gone(tombstone, served.of(release).lexicon(), locale);
                });
        documents.answer(exchange, document);
    }

    /** {@return the latest of the earlier releases that had a thing which the present one has not} */
    private Optional<Release> lastThatHad(String thing, Release present) {
        List<String> candidates = vanished.of(present).mayHaveHad(thing);
        return candidates.isEmpty()
                ? Optional.empty()
                : earlier.of(present).stream()
                        .filter(release -> candidates.contains(release.id()) && release.knows(thing))
                        .findFirst();
    }

    private static Refusal gone(Tombstone tombstone, Lexicon lexicon, Locale locale) {
        String successors = tombstone.successors().stream().map(Term::text).collect(Collectors.joining(" "));
        String dates = tombstone.dates().stream()
                .map(date -> " · %s : %s"
                        .formatted(
                                lexicon.name(date.predicate().value(), locale),
                                date.object() instanceof Term.Literal day
                                        ? Written.of(day, locale)
                                        : date.object().text()))
                .sorted()
                .collect(Collectors.joining());
        Release last = tombstone.lastSeen();
        Object[] told = {
            tombstone.thing().value(),
            successors,
            tombstone.name(locale),
            dates,
            last.id(),
            Written.day(LocalDate.ofInstant(last.created(), ZoneOffset.UTC), locale)
        };
        Refusal refusal = Refusal.of(410, successors.isEmpty() ? "gone" : "replaced", told);
        return tombstone
                .whereItWas()
                .map(address -> refusal.but(new Refusal.Alternative(
                        Variant.HTML.mediaType(), AS_IT_WAS.in(locale), RequestPath.toUri(address))))
                .orElse(refusal);
    }
}
