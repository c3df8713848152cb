package fr.pleiade.web.discovery;

import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /void}, negotiated or by suffix, and {@code /.well-known/void} which leads there; {@code /release/{id}/void} is that of one release.
 *
 * @see <a href="https://www.w3.org/TR/void/#discovery">Describing Linked Datasets with VoID, section 7</a>
 */
@Controller
class VoidController {
    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;

    VoidController(Editions editions, Documents documents, ServedReleases served) {
        this.served = served;
        this.editions = editions;
        this.documents = documents;
    }

    @GetMapping("/.well-known/void")
    void wellKnown(Exchange exchange) {
        exchange.redirect(303, exchange.base() + "void");
    }

    @GetMapping({"/void", "/void.{suffix}", "/release/{id}/void", "/release/{id}/void.{suffix}"})
    void description(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Document document = Document.of(edition, "void")
                .graph(() -> VoidDescription.of(served.of(edition.release()).catalog(), exchange.base()));
        documents.answer(exchange, document, path);
    }
}
