package fr.pleiade.web.download;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /dump/{slug}}, {@code /dump/all}: negotiated, or {@code .{suffix}} for a syntax and {@code .{suffix}.gz} for it compressed.
 * {@code /release/{id}/dump/…} is the same of one release, and stays what it is.
 */
@Controller
class DumpController {
    private final CurrentRelease current;
    private final Releases releases;
    private final DumpShelf shelf;

    DumpController(CurrentRelease current, ServerOptions options, DumpShelf shelf) {
        this.current = current;
        this.releases = Releases.in(options.state());
        this.shelf = shelf;
    }

    @GetMapping("/dump/{name}")
    void latest(Exchange exchange, @PathVariable("name") String name) throws IOException {
        Release release = current.release().orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(exchange, release, name, "dump/", Entity.Caching.CURRENT);
    }

    @GetMapping("/release/{id}/dump/{name}")
    void pinned(Exchange exchange, @PathVariable("id") String id, @PathVariable("name") String name)
            throws IOException {
        Release release = releases.all().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(exchange, release, name, "release/" + id + "/dump/", Entity.Caching.IMMUTABLE);
    }

    private void send(Exchange exchange, Release release, String name, String path, Entity.Caching caching)
            throws IOException {
        DumpName wanted = DumpName.parse(name).orElseThrow(() -> Refusal.notFound(exchange.address()));
        String address = exchange.base() + path + wanted.slug();
        Variant form = wanted.form().orElseGet(() -> exchange.negotiate(Variant.RDF, suffix -> address + "." + suffix));
        DumpShelf.Shelved file =
                shelf.find(release, wanted, form.syntax()).orElseThrow(() -> Refusal.notFound(exchange.address()));
        Entity entity = entity(release, form, wanted)
                .at(address + "." + form.suffix() + wanted.compression())
                .linked(collection(exchange, wanted.slug()))
                .cached(caching);
        exchange.sendFile(entity, file.file(), file.sha256());
    }

    private static List<String> collection(Exchange exchange, String slug) {
        String page = slug.equals(DumpName.ALL) ? "catalog" : "dataset/" + slug;
        return List.of("<%s%s>; rel=\"collection\"; type=\"text/html\"".formatted(exchange.base(), page));
    }

    private static Entity entity(Release release, Variant form, DumpName name) {
        String validator = "%s.%s%s".formatted(release.id(), form.suffix(), name.compression());
        return name.isCompressed()
                ? Entity.of("application/gzip", validator, release.created())
                : Entity.data(form, validator, release.created());
    }
}
