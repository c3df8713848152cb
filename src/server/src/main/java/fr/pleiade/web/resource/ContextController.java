package fr.pleiade.web.resource;

import fr.pleiade.release.Release;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /context.jsonld}: the JSON-LD context of the vocabulary, for whoever writes JSON in our words; {@code /release/{id}/…} is that
 * of one release. Our own documents carry what they need of it: see {@link fr.pleiade.web.HostedContext}.
 */
@Controller
class ContextController {
    private static final String PATH = "context.jsonld";

    private final CurrentRelease current;
    private final Editions editions;
    private final ServedReleases served;

    ContextController(CurrentRelease current, Editions editions, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.editions = editions;
    }

    @GetMapping("/context.jsonld")
    void latest(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            send(exchange, Edition.latest(view.release()));
        }
    }

    @GetMapping("/release/{id}/context.jsonld")
    void pinned(Exchange exchange, @PathVariable("id") String id) throws IOException {
        send(exchange, editions.pinned(id));
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
