package fr.pleiade.web.download;

import fr.pleiade.release.Release;
import fr.pleiade.release.SiteDescription;
import fr.pleiade.release.SiteDescription.Described;
import fr.pleiade.release.Table;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /dump/{slug}}, {@code /dump/all}: negotiated, or {@code .{suffix}} for a syntax and {@code .{suffix}.gz} and
 * {@code .{suffix}.zst} for it compressed.
 * {@code /release/{id}/dump/…} is the same of one release, and stays what it is.
 */
@Controller
class DumpController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentRelease current;
    private final Editions editions;
    private final DumpShelf shelf;
    private final ServedReleases served;

    DumpController(CurrentRelease current, Editions editions, DumpShelf shelf, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.editions = editions;
        this.shelf = shelf;
    }

    @GetMapping({"/dump/{name}", "/release/{id}/dump/{name}"})
    void dump(Exchange exchange, HttpServletRequest request, @PathVariable Map<String, String> path)
            throws IOException {
        editions.answer(
                path, edition -> send(exchange, edition, path.getOrDefault("name", ""), Shelf.Asker.of(request)));
    }

    private void send(Exchange exchange, Edition edition, String name, Shelf.Asker asker) throws IOException {
        Release release = edition.release();
        DumpName wanted = DumpName.parse(name).orElseThrow(() -> Refusal.notFound(exchange.address()));
        exchange.varies(wanted.form().isPresent() ? List.of() : List.of("Accept"));
        String address = edition.address("dump/" + wanted.slug());
        Variant form = wanted.form()
                .orElseGet(() -> exchange.negotiate(forms(release, wanted.slug()), v -> address + "." + v.suffix()));
        Shelf.Shelved file =
                shelf.find(release, wanted, form, asker).orElseThrow(() -> Refusal.notFound(exchange.address()));
        String path = "dump/" + wanted.slug() + "." + form.suffix() + wanted.compression();
        List<String> links = new ArrayList<>(links(exchange, wanted.slug(), form));
        links.addAll(edition.links(path));
        Entity entity = entity(release, form, wanted)
                .at(edition.address(path))
                .linked(links)
                .cached(edition.caching());
        exchange.sendFile(entity, file.file(), file.sha256());
    }

    private List<Variant> forms(Release release, String slug) {
        return shelf.table(release, slug).isPresent() ? DumpName.FORMS : Variant.RDF;
    }

    private static List<String> links(Exchange exchange, String slug, Variant form) {
        String page = slug.equals(DumpName.ALL) ? "catalog" : "dataset/" + slug;
        List<String> links = new ArrayList<>();
        links.add("<%s%s>; rel=\"collection\"; type=\"text/html\"".formatted(exchange.base(), page));
        if (form.equals(Variant.CSV)) {
            links.add("<%sdump/%s.csv-metadata.json>; rel=\"describedby\"; type=\"%s\""
                    .formatted(exchange.base(), slug, TableDescription.MEDIA_TYPE));
        }
        return links;
    }

    /** @see <a href="https://www.w3.org/TR/tabular-data-model/#link-header">Model for Tabular Data, section 5.2</a> */
    @GetMapping("/dump/{slug}.csv-metadata.json")
    void tableDescription(Exchange exchange, @PathVariable("slug") String slug) throws IOException {
        Release release = current.now();
        Table table = shelf.table(release, slug).orElseThrow(() -> Refusal.notFound(exchange.address()));
        SiteDescription site = served.of(release).site();
        Described dataset = site.dataset(slug).orElseThrow(() -> Refusal.notFound(exchange.address()));
        Map<String, Object> members = new TableDescription(dataset, site.catalog(), exchange.base()).of(table);
        Entity entity = Entity.of(TableDescription.MEDIA_TYPE, release.id() + ".csvm", release.created())
                .linked(List.of(
                        "<%sdump/%s.csv>; rel=\"describes\"; type=\"text/csv\"".formatted(exchange.base(), slug)));
        exchange.send(entity, out -> JSON.writeValue(out, members));
    }

    /** @see <a href="https://www.w3.org/TR/tabular-data-model/#site-wide-location-configuration">the same, section 5.3</a> */
    @GetMapping("/.well-known/csvm")
    void wellKnownCsvm(Exchange exchange) throws IOException {
        Entity entity = Entity.of("text/plain;charset=utf-8", "csvm-1", Instant.EPOCH);
        exchange.send(entity, out -> out.write("{+url}-metadata.json\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private static Entity entity(Release release, Variant form, DumpName name) {
        String validator = "%s.%s%s".formatted(release.id(), form.suffix(), name.compression());
        return name.coding()
                .map(coding -> Entity.of("application/" + coding.token(), validator, release.created()))
                .orElseGet(() -> Entity.data(form, validator, release.created()));
    }
}
