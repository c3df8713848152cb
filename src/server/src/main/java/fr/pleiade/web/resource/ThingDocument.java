package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Found;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.Edition;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.figures.CubesOfRelease;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.map.Atlases;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.EmbeddedJson;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PageShapes;
import fr.pleiade.web.shape.Sayings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the document about a thing has in each form: a graph, a place on the map, a page. Needs the release's files only. Thread-safe. */
@Component
final class ThingDocument {
    private static final String NAMES = "names";

    /** Of as many things that others list it is remembered where they are: some megabytes. */
    private static final int MOST_POSITIONS = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServedReleases served;
    private final PageShapes shapes;
    private final PerRelease<Map<String, Long>> filed = new PerRelease<>(release -> new ConcurrentHashMap<>());
    private final PerRelease<Cache<Term, Optional<Located>>> positions = new PerRelease<>(
            release -> Caffeine.newBuilder().maximumSize(MOST_POSITIONS).build());

    private final CubesOfRelease cubes;
    private final Atlases atlases;

    ThingDocument(ServedReleases served, PageShapes shapes, CubesOfRelease cubes, Atlases atlases) {
        this.cubes = cubes;
        this.served = served;
        this.atlases = atlases;
        this.shapes = shapes;
    }

    /** {@return the profiles of a document about a thing: all that is said, or what it is called; explained at {@code /api}} */
    static Profiles profiles(String base) {
        return Profiles.of(
                new Profile("description", base + "api#description"), new Profile(NAMES, base + "api#" + NAMES));
    }

    /**
     * {@return the document about a thing in an edition}
     *
     * @param found what the release says of the thing; asked for only if it is needed
     * @param inverse what tells what points to the thing; nothing at addresses that stay with a release
     */
    Document of(Exchange exchange, Edition edition, ThingAddress address, Supplier<Found> found, Inverse inverse) {
        String describes = "<" + RequestPath.toUri(address.thing(exchange.base())) + ">; rel=\"describes\"";
        return Document.of(edition, address.document())
                .in(profiles(exchange.base()))
                .linked(form -> List.of(describes))
                .graph((profile, triples) ->
                        graph(edition, address, found.get(), profile).triples().forEach(triples))
                .page("thing", locale -> page(exchange, edition, address, found.get(), inverse, locale));
    }

    /** {@return the form for maps, for what has a place} */
    Optional<Exchange.Body> onMap(Edition edition, ThingAddress address, Found found) {
        Term.Iri thing = new Term.Iri(address.thing(edition.release().base()));
        String document = RequestPath.toUri(edition.address(address.document()));
        Lexicon lexicon = served.of(edition.release()).lexicon();
        return Place.of(thing, found.graph())
                .map(place -> out -> JSON.writeValue(out, place.feature(lexicon, document)));
    }

    private Map<String, Object> page(
            Exchange exchange, Edition edition, ThingAddress address, Found found, Inverse inverse, Locale locale)
            throws IOException {
        Release release = edition.release();
        Lexicon lexicon = served.of(release).lexicon();
        Term.Iri thing = new Term.Iri(address.thing(exchange.base()));
        Sayings said = new Sayings(release, inverse, thing, found.graph());
        Optional<PageShape> shape = PageShape.of(found.graph().objects(thing, TYPE.value()), shapes.of(release));
        ThingPage page = new ThingPageBuilder(found.graph(), thing, lexicon, exchange.base(), locale)
                .of(edition.prefix())
                .build(
                        datasets(found),
                        shape,
                        said,
                        new IncomingLists(exchange, inverse, thing, said, lexicon, locale),
                        CubeFigures.of(cubes.of(release), thing.value(), edition, locale));
        InMemoryGraph graph = describe(edition, address, found);
        Map<String, Object> values = new HashMap<>();
        values.put("thing", page);
        values.put("description", page.head().summary());
        ConceptTree.of(thing, said, served.of(release), inverse, filed(release, inverse), locale)
                .ifPresent(tree -> values.put("tree", tree));
        new Whereabouts(atlases.of(release), said, positions.of(release), lexicon, locale)
                .of(thing, page, shape)
                .ifPresent(drawn -> values.put("drawn", drawn));
        values.put("embedded", EmbeddedJson.of(out -> {
            try (RdfWriter writer = RdfWriter.open(
                    out, Syntax.JSON_LD, served.of(release).context(), RdfWriter.Graphs.NOT_IN_JSON_LD)) {
                graph.triples().forEach(writer);
            }
        }));
        return values;
    }

    /** What is counted where nothing points to anything is not kept for where it does. */
    private Map<String, Long> filed(Release release, Inverse inverse) {
        return inverse == Inverse.NOTHING ? new HashMap<>() : filed.of(release);
    }

    private InMemoryGraph graph(Edition edition, ThingAddress address, Found found, Profile profile) {
        return profile.token().equals(NAMES)
                ? new DocumentGraph(edition, served.of(edition.release()).lexicon()).names(address, found)
                : describe(edition, address, found);
    }

    private InMemoryGraph describe(Edition edition, ThingAddress address, Found found) {
        return new DocumentGraph(edition, served.of(edition.release()).lexicon())
                .about(
                        address,
                        found,
                        served.of(edition.release()).site().catalog().license());
    }

    private static List<Term.Iri> datasets(Found found) {
        return found.graphs().stream()
                .map(PublishedGraph::iri)
                .map(Term.Iri::new)
                .toList();
    }
}
