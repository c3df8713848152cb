package fr.pleiade.web.listing;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.page.PageQuery;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PageShapes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /list/{type}}: the things whose addresses are {@code /id/{type}/…}, in the order of their names, a page at a time; with
 * {@code ?in=region/53} those that belong to another thing; with {@code ?view=areas} on a map by area; with {@code ?q=} and {@code ?sort=} as {@link Arrangement} says. By suffix what the page
 * shows of all of them, in the same order: for spreadsheets, as CSV, JSON, GeoJSON and RDF.
 */
@Controller
class ListController {
    private static final int PER_PAGE = 50;
    private static final String VIEW = "view";
    private static final String PLACES = "places";
    private static final String AREAS = "areas";
    private static final List<Variant> TAKES =
            List.of(Variant.SPREADSHEET, Variant.CSV, Variant.JSON, Variant.GEO_JSON);

    private final CurrentRelease current;
    private final Documents documents;
    private final ServedReleases served;
    private final PageShapes shapes;
    private final ThingsOfRelease known;
    private final PlacesOfRelease places;

    ListController(
            CurrentRelease current,
            Documents documents,
            ServedReleases served,
            PageShapes shapes,
            ThingsOfRelease known,
            PlacesOfRelease places) {
        this.known = known;
        this.places = places;
        this.current = current;
        this.documents = documents;
        this.served = served;
        this.shapes = shapes;
    }

    /** A map of the list, called {@code list.view.<key>} in the messages. */
    record View(String key, String href, boolean isCurrent) {}

    @GetMapping({"/list/{type:[^.]+}", "/list/{type:[^.]+}.{suffix}"})
    void list(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Release release = current.now();
        Served content = served.of(release);
        String type = path.getOrDefault("type", "");
        Optional<Term.Iri> whole = exchange.parameter("in").map(name -> new Term.Iri(release.base() + "id/" + name));
        Locale locale = exchange.language().locale();
        Things all = known.of(content, type, locale);
        if (all.iris().isEmpty()
                || whole.filter(thing -> !release.knows(thing.value())).isPresent()) {
            throw Refusal.notFound(exchange.address());
        }
        Things belonging = whole.map(thing -> all.leadingTo(thing, content)).orElse(all);
        Arrangement arrangement = Arrangement.of(exchange);
        Things things = arrangement.isPlain()
                ? belonging
                : belonging.with(known.table(content, type, locale).arranged(belonging.iris(), arrangement));
        String heading = heading(content, type, belonging, locale);
        String state = "list." + locale.getLanguage() + "." + Sha256.shortened(exchange.search());
        Document document = Document.at(exchange, release, state)
                .graph((profile, triples) -> things.iris()
                        .forEach(thing -> release.describe(thing).triples().forEach(triples)))
                .page("list", language -> page(exchange, content, type, whole, heading, arrangement, things, language))
                .also(
                        Variant.SPREADSHEET,
                        out -> file(things, content, type, locale).writeSpreadsheet(out))
                .also(Variant.CSV, out -> file(things, content, type, locale).writeCsv(out))
                .also(Variant.JSON, out -> file(things, content, type, locale).writeJson(out))
                .also(
                        Variant.GEO_JSON,
                        out -> file(things, content, type, locale).writeGeoJson(out));
        documents.answer(exchange, document, path);
    }

    private TableFile file(Things things, Served content, String type, Locale locale) {
        return new TableFile(known.table(content, type, locale).of(things.iris()), locale);
    }

    private Map<String, Object> page(
            Exchange exchange,
            Served content,
            String type,
            Optional<Term.Iri> whole,
            String heading,
            Arrangement arrangement,
            Things things,
            Locale locale) {
        int size = things.iris().size();
        int last = Math.max(1, (size + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(exchange.page("page"), last);
        List<String> shown = things.iris().stream()
                .skip((page - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("heading", heading);
        values.put(
                "whole",
                whole.map(thing -> List.of(Shown.iri(thing.value(), content.lexicon(), exchange.base(), locale)))
                        .orElse(List.of()));
        ThingTable table = arrangement.isPlain()
                ? ThingTable.of(shown, content, shapes.of(content.release()), locale)
                : known.table(content, type, locale).of(shown);
        values.put("table", table);
        values.putAll(controls(exchange, arrangement, table));
        values.put(
                "links",
                shown.stream()
                        .map(iri -> Shown.iri(iri, content.lexicon(), exchange.base(), locale))
                        .toList());
        values.put("count", size);
        values.put("isCut", things.isCut());
        values.put("from", Math.min(size, (page - 1) * PER_PAGE + 1));
        values.put("to", (page - 1) * PER_PAGE + shown.size());
        values.put("previous", page > 1 ? exchange.addressWith("page", page - 1) : "");
        values.put("next", page < last ? exchange.addressWith("page", page + 1) : "");
        List<Pages.Alternate> takes = takes(arrangement, type, whole, content);
        values.put("takes", takes);
        Things all = known.of(content, type, locale);
        ListQuery query = new ListQuery(
                content.release().base() + "id/" + type + "/",
                all.naming(),
                whole,
                ThingTable.columns(all.iris(), content.release(), shapes.of(content.release())),
                arrangement,
                locale);
        values.put(
                "pageQuery",
                List.of(new PageQuery(
                        query.sparql(),
                        content.release().base() + takes.get(1).href().substring(1))));
        map(exchange, content, type, heading, things, locale).ifPresent(drawn -> values.put("drawn", drawn));
        values.put("views", views(exchange, content, type, things, locale));
        return values;
    }

    /** {@return the heads of the columns, which sort; and the form that looks for words, with what else the address says} */
    private static Map<String, Object> controls(Exchange exchange, Arrangement arrangement, ThingTable table) {
        return Map.of(
                "nameHead",
                arrangement.head(new ThingTable.Column(Arrangement.NAME, ""), exchange),
                "heads",
                table.columns().stream()
                        .map(column -> arrangement.head(column, exchange))
                        .toList(),
                "words",
                arrangement.words(),
                "kept",
                exchange.parameters().stream()
                        .filter(parameter -> !List.of(Arrangement.WORDS, "page").contains(parameter.name()))
                        .toList());
    }

    /** {@return the places of all things of the list, not of this page's only; or by area how many there are, if that is asked for} */
    private Optional<DrawnMap> map(
            Exchange exchange, Served content, String type, String heading, Things things, Locale locale) {
        return isByArea(exchange)
                ? places.counts(content, type, things.iris(), heading, locale)
                : places.dots(content, type, things.iris(), locale);
    }

    private static boolean isByArea(Exchange exchange) {
        return exchange.parameter(VIEW).equals(Optional.of(AREAS));
    }

    /** {@return the two maps, where things of the list are in areas that can be shaded} */
    private List<View> views(Exchange exchange, Served content, String type, Things things, Locale locale) {
        return places.isInAreas(content, type, things.iris(), locale)
                ? List.of(
                        new View(PLACES, exchange.addressWith(VIEW, PLACES), !isByArea(exchange)),
                        new View(AREAS, exchange.addressWith(VIEW, AREAS), isByArea(exchange)))
                : List.of();
    }

    /** {@return what the things are called together in the shape of their class, or else what their class is called} */
    private String heading(Served content, String type, Things things, Locale locale) {
        List<Term> classes = things.iris().stream()
                .findFirst()
                .map(thing -> content.release().describe(thing).objects(new Term.Iri(thing), TYPE.value()))
                .orElse(List.of());
        return PageShape.of(classes, shapes.of(content.release()))
                .map(shape -> shape.name().in(locale))
                .filter(name -> !name.isEmpty())
                .or(() -> classes.stream()
                        .findFirst()
                        .map(each -> content.lexicon().name(each.text(), locale)))
                .map(name -> Written.capital(name, locale))
                .orElse(type);
    }

    private static List<Pages.Alternate> takes(
            Arrangement arrangement, String type, Optional<Term.Iri> whole, Served content) {
        String start = content.release().base() + "id/";
        List<String> parts = Stream.concat(
                        whole.map(thing -> "in=" + thing.value().substring(start.length())).stream(),
                        arrangement.parts().stream())
                .toList();
        String query = parts.isEmpty() ? "" : "?" + String.join("&", parts);
        return Stream.concat(TAKES.stream(), Stream.of(Variant.RDF.get(0)))
                .map(form -> new Pages.Alternate(
                        form.mediaType(), form.label(), "/list/" + type + "." + form.suffix() + query))
                .toList();
    }
}
