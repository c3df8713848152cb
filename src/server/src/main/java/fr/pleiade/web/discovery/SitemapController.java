package fr.pleiade.web.discovery;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.served.PerRelease;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /sitemap.xml} is an index; below {@code /sitemap/} each graph's things in files of {@link #PER_FILE} addresses.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
@Controller
class SitemapController {
    /** What the protocol allows in one file. */
    static final int PER_FILE = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XML = "application/xml";

    private final CurrentRelease current;
    private final PerRelease<Map<String, ThingPages>> things = new PerRelease<>(SitemapController::pagesOf);

    SitemapController(CurrentRelease current) {
        this.current = current;
    }

    @GetMapping("/sitemap.xml")
    void index(Exchange exchange) throws IOException {
        Release release = current.now();
        List<String> files = new ArrayList<>(List.of("sitemap/pages.xml"));
        things.of(release).forEach((slug, pages) -> {
            for (int page = 1; page <= pages.count(); page++) {
                files.add("sitemap/%s-%d.xml".formatted(slug, page));
            }
        });
        send(exchange, release, "sitemapindex", writer -> {
            for (String file : files) {
                writeEntry(writer, "sitemap", exchange.base() + file, release);
            }
        });
    }

    @GetMapping("/sitemap/pages.xml")
    void pages(Exchange exchange) throws IOException {
        Release release = current.now();
        List<String> pages = new ArrayList<>(List.of("", "catalog", "vocab", "sparql"));
        release.graphs().stream()
                .map(PublishedGraph::iri)
                .filter(iri -> iri.startsWith(exchange.base() + "dataset/"))
                .forEach(iri -> pages.add(iri.substring(exchange.base().length())));
        List<String> cubes = CubeTable.words(release.cubes());
        if (!cubes.isEmpty()) {
            pages.add("cube");
        }
        cubes.forEach(word -> pages.add("cube/" + word));
        send(exchange, release, "urlset", writer -> {
            for (String page : pages) {
                writeEntry(writer, "url", exchange.base() + page, release);
            }
        });
    }

    @GetMapping("/sitemap/{slug}-{page:[0-9]+}.xml")
    void things(Exchange exchange, @PathVariable("slug") String slug, @PathVariable("page") int page)
            throws IOException {
        Release release = current.now();
        ThingPages pages = Optional.ofNullable(things.of(release).get(slug))
                .filter(p -> page > 0 && page <= p.count())
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(exchange, release, "urlset", writer -> writeThings(writer, release, pages, page));
    }

    private static void writeThings(Writer writer, Release release, ThingPages pages, int page) throws IOException {
        String things = release.base() + "id/";
        try {
            pages.give(page, thing -> {
                try {
                    writeEntry(writer, "url", release.base() + "doc/" + thing.substring(things.length()), release);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** {@return the pages of each graph that has things, by its slug, in the order of the slugs} */
    private static Map<String, ThingPages> pagesOf(Release release) {
        Map<String, ThingPages> pages = new LinkedHashMap<>();
        for (PublishedGraph graph : release.graphs()) {
            Path file = release.graphFile(graph.slug());
            try {
                ThingPages ofGraph = ThingPages.of(file, release.base(), PER_FILE);
                if (ofGraph.count() > 0) { // the protocol has no file without an address
                    pages.put(graph.slug(), ofGraph);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), e);
            }
        }
        return Collections.unmodifiableMap(pages);
    }

    /** Writes the inside of a document. */
    private interface Entries {
        void writeTo(Writer writer) throws IOException;
    }

    private static void send(Exchange exchange, Release release, String root, Entries entries) throws IOException {
        exchange.send(Entity.of(XML, release.id() + "." + root, release.created()), out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">\n".formatted(root, NAMESPACE));
            entries.writeTo(writer);
            writer.write("</" + root + ">\n");
            writer.flush();
        });
    }

    private static void writeEntry(Writer writer, String element, String address, Release release) throws IOException {
        String escaped = RequestPath.toUri(address).replace("&", "&amp;").replace("'", "&apos;");
        writer.write(
                "<%1$s><loc>%2$s</loc><lastmod>%3$s</lastmod></%1$s>\n".formatted(element, escaped, release.created()));
    }
}
