package fr.pleiade.web.catalog;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** {@code /croissant/{slug}}: a dataset's description for machine learning; {@code /release/{id}/croissant/{slug}} that of one release. */
@Controller
class CroissantController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Editions editions;
    private final ServedReleases served;

    CroissantController(Editions editions, ServedReleases served) {
        this.editions = editions;
        this.served = served;
    }

    @GetMapping({"/croissant/{slug}", "/release/{id}/croissant/{slug}"})
    void croissant(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path.getOrDefault("slug", "")));
    }

    private void send(Exchange exchange, Edition edition, String slug) throws IOException {
        Release release = edition.release();
        PublishedGraph graph = release.graph(slug)
                .filter(published -> published.iri().startsWith(exchange.base() + "dataset/"))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        InMemoryGraph catalog = served.of(release).catalog();
        Map<String, Object> members = new Croissant(catalog, new Term.Iri(graph.iri()), slug)
                .of(
                        release.tableSchema(slug),
                        release.created().toString(),
                        served.of(release).lexicon()::meaning);
        Entity entity = Entity.of(Croissant.MEDIA_TYPE, release.id() + ".croissant", release.created())
                .at(edition.address("croissant/" + slug))
                .linked(List.of("<%s>; rel=\"describes\"; type=\"text/html\"".formatted(graph.iri())))
                .cached(edition.caching());
        exchange.send(entity, out -> JSON.writeValue(out, members));
    }
}
