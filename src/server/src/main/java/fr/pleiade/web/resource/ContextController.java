package fr.pleiade.web.resource;

import fr.pleiade.release.Release;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /context.jsonld}: the JSON-LD context of the vocabulary, for whoever writes JSON in our words; {@code /release/{id}/…} is that
 * of one release. Our own documents carry what they need of it: see {@link fr.pleiade.release.document.HostedContext}.
 */
@Controller
class ContextController {
    private static final String PATH = "context.jsonld";

    private final Editions editions;
    private final ServedReleases served;

    ContextController(Editions editions, ServedReleases served) {
        this.served = served;
        this.editions = editions;
    }

    @GetMapping({"/context.jsonld", "/release/{id}/context.jsonld"})
    void context(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition));
    }

    private void send(Exchange exchange, Edition edition) throws IOException {
        Release release = edition.release();
        Entity entity = Entity.of(JsonLdContext.MEDIA_TYPE, release.id() + ".context", release.created())
                .at(edition.address(PATH))
                .linked(edition.links(PATH))
                .cached(edition.caching());
        exchange.send(entity, served.of(release).context()::write);
    }
}
