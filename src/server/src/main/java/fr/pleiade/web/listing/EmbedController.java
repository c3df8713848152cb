package fr.pleiade.web.listing;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.CubesOfRelease;
import fr.pleiade.web.figures.ThingFigures;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PageShapes;
import fr.pleiade.web.shape.Sayings;
import fr.pleiade.web.shape.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /embed/card/{type}/{key}}, {@code /embed/chart/{type}/{key}}, {@code /embed/list/{type}?in=…}: small pages for frames of other
 * sites, the only addresses of pages that these may show.
 */
@Controller
class EmbedController {
    /** No script; anybody may frame it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors *";

    private static final int MOST_IN_LIST = 100;
    private static final int MOST_CHARTS = 3;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final PageShapes shapes;
    private final CubesOfRelease cubes;
    private final ThingsOfRelease known;

    EmbedController(
            CurrentRelease current,
            ServedReleases served,
            Pages pages,
            PageShapes shapes,
            CubesOfRelease cubes,
            ThingsOfRelease known) {
        this.known = known;
        this.cubes = cubes;
        this.current = current;
        this.served = served;
        this.pages = pages;
        this.shapes = shapes;
    }

    /** A number or code that is shown large. */
    record Figure(String name, String value) {}

    /** A thing of a list, and where it leads. */
    record Entry(String name, String href) {}

    private interface Content {
        Map<String, Object> in(Locale locale);
    }

    @GetMapping("/embed/card/**")
    void card(Exchange exchange, HttpServletResponse response) throws IOException {
        Served release = served.of(current.now());
        Term.Iri thing = thing(exchange, "embed/card/", release.release());
        send(exchange, response, release, locale -> card(thing, release, locale));
    }

    @GetMapping("/embed/chart/**")
    void chart(Exchange exchange, HttpServletResponse response) throws IOException {
        Served release = served.of(current.now());
        Term.Iri thing = thing(exchange, "embed/chart/", release.release());
        send(exchange, response, release, locale -> chart(thing, release, locale));
    }

    @GetMapping("/embed/list/{type}")
    void list(Exchange exchange, HttpServletResponse response, @PathVariable("type") String type) throws IOException {
        Served release = served.of(current.now());
        Optional<Term.Iri> whole = exchange.parameter("in")
                .map(name -> new Term.Iri(release.release().base() + "id/" + name));
        if (known.of(release, type, exchange.language().locale()).iris().isEmpty()
                || whole.filter(thing -> !release.release().knows(thing.value()))
                        .isPresent()) {
            throw Refusal.notFound(exchange.address());
        }
        send(exchange, response, release, locale -> list(type, whole, release, locale));
    }

    private static Term.Iri thing(Exchange exchange, String below, Release release) {
        Term.Iri thing = new Term.Iri(
                release.base() + "id/" + RequestPath.toIri(exchange.path().substring(below.length())));
        if (!release.knows(thing.value())) {
            throw Refusal.notFound(exchange.address());
        }
        return thing;
    }

    private void send(Exchange exchange, HttpServletResponse response, Served release, Content content)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        Language language = exchange.language();
        Entity entity = pages.entity(
                language, release.release().id() + ".embed", release.release().created());
        pages.send(exchange, entity, "embed", () -> content.in(language.locale()));
    }

    private Map<String, Object> card(Term.Iri thing, Served release, Locale locale) {
        InMemoryGraph description = release.release().describe(thing.value());
        Optional<PageShape> shape =
                PageShape.of(description.objects(thing, TYPE.value()), shapes.of(release.release()));
        Sayings said = new Sayings(release.release(), Inverse.NOTHING, thing, description);
        Words words = new Words(said, release.lexicon(), locale);
        Map<String, Object> values = head(thing, release, locale);
        values.put("kind", shape.flatMap(s -> words.say(s, s.kind(), thing)).orElse(""));
        values.put(
                "summary", shape.flatMap(s -> words.say(s, s.summary(), thing)).orElse(""));
        values.put(
                "figures",
                shape.map(PageShape::properties).orElse(List.of()).stream()
                        .filter(PageShape.Property::isFigure)
                        .flatMap(property -> words
                                .inWords(property.path().from(thing, said))
                                .map(value -> new Figure(property.label(release.lexicon(), locale), value))
                                .stream())
                        .toList());
        return values;
    }

    private Map<String, Object> chart(Term.Iri thing, Served release, Locale locale) {
        Map<String, Object> values = head(thing, release, locale);
        List<String> things = List.of(thing.value());
        List<Cube> about = cubes.of(release.release()).stream()
                .filter(cube -> ThingFigures.about(cube, things).isPresent())
                .toList();
        values.put(
                "charts",
                ThingFigures.inTurn(about).stream()
                        .flatMap(cube ->
                                ThingFigures.of(
                                        List.of(cube), things, release.release().base(), locale)
                                        .stream())
                        .filter(figures -> figures.held().isEmpty()) // of the whole, not of a part
                        .filter(figures -> !figures.lines().isEmpty())
                        .limit(MOST_CHARTS)
                        .toList());
        return values;
    }

    private Map<String, Object> list(String type, Optional<Term.Iri> whole, Served release, Locale locale) {
        Things all = known.of(release, type, locale);
        Things things = whole.map(thing -> all.leadingTo(thing, release)).orElse(all);
        String query = whole.map(thing ->
                        "?in=" + thing.value().substring((release.release().base() + "id/").length()))
                .orElse("");
        Map<String, Object> values = new HashMap<>();
        values.put(
                "name",
                whole.map(thing -> release.lexicon().name(thing.value(), locale))
                        .orElse(""));
        values.put("page", release.release().base() + "list/" + RequestPath.toUri(type) + RequestPath.toUri(query));
        values.put("total", things.iris().size());
        values.put(
                "entries",
                things.iris().stream()
                        .limit(MOST_IN_LIST)
                        .map(thing -> new Entry(release.lexicon().name(thing, locale), RequestPath.toUri(thing)))
                        .toList());
        return values;
    }

    private static Map<String, Object> head(Term.Iri thing, Served release, Locale locale) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "name",
                Shown.iri(thing.value(), release.lexicon(), release.release().base(), locale)
                        .text());
        values.put("page", RequestPath.toUri(thing.value()));
        return values;
    }
}
