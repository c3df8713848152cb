package fr.pleiade.web.discovery;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /void}, negotiated or by suffix, and {@code /.well-known/void} which leads there.
 *
 * @see <a href="https://www.w3.org/TR/void/#discovery">Describing Linked Datasets with VoID, section 7</a>
 */
@Controller
class VoidController {
    private final CurrentRelease current;
    private final PerRelease<JsonLdContext> contexts;
    private final PerRelease<InMemoryGraph> catalogs;

    VoidController(CurrentRelease current, PerRelease<InMemoryGraph> catalogs, PerRelease<JsonLdContext> contexts) {
        this.current = current;
        this.contexts = contexts;
        this.catalogs = catalogs;
    }

    @GetMapping("/.well-known/void")
    void wellKnown(Exchange exchange) {
        exchange.redirect(303, exchange.base() + "void");
    }

    @GetMapping({"/void", "/void.{suffix}"})
    void description(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        String address = exchange.base() + "void";
        String suffix = path.get("suffix");
        Variant form = suffix == null
                ? exchange.negotiate(Variant.RDF_DOCUMENT, s -> address + "." + s)
                : Variant.ofSuffix(suffix, Variant.RDF_DOCUMENT)
                        .orElseThrow(() -> Refusal.notFound(exchange.address()));
        try (CurrentRelease.View view = current.view()) {
            Entity entity = Entity.data(
                            form,
                            view.release().id() + "." + form.suffix(),
                            view.release().created())
                    .at(address + "." + form.suffix());
            exchange.send(entity, out -> {
                try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(view.release()))) {
                    VoidDescription.of(catalogs.of(view.release()), exchange.base())
                            .triples()
                            .forEach(writer);
                }
            });
        }
    }
}
