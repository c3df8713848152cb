package fr.pleiade.web.discovery;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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

    SitemapController(CurrentRelease current) {
        this.current = current;
    }

    @GetMapping("/sitemap.xml")
    void index(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            List<String> files = new ArrayList<>(List.of("sitemap/pages.xml"));
            for (PublishedGraph graph : release.graphs()) {
                for (long page = 0; page * PER_FILE < graph.entities(); page++) {
                    files.add("sitemap/%s-%d.xml".formatted(graph.slug(), page + 1));
                }
            }
            send(exchange, release, "sitemapindex", writer -> {
                for (String file : files) {
                    writeEntry(writer, "sitemap", exchange.base() + file, release);
                }
            });
        }
    }

    @GetMapping("/sitemap/pages.xml")
    void pages(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            List<String> pages = new ArrayList<>(List.of("", "catalog", "vocab", "sparql"));
            release.graphs().stream()
                    .map(PublishedGraph::iri)
                    .filter(iri -> iri.startsWith(exchange.base() + "dataset/"))
                    .forEach(iri -> pages.add(iri.substring(exchange.base().length())));
            send(exchange, release, "urlset", writer -> {
                for (String page : pages) {
                    writeEntry(writer, "url", exchange.base() + page, release);
                }
            });
        }
    }

    @GetMapping("/sitemap/{slug}-{page:[0-9]+}.xml")
    void things(Exchange exchange, @PathVariable("slug") String slug, @PathVariable("page") int page)
            throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            PublishedGraph graph = release.graph(slug)
                    .filter(g -> page > 0 && (page - 1L) * PER_FILE < g.entities())
                    .orElseThrow(() -> Refusal.notFound(exchange.address()));
            send(exchange, release, "urlset", writer -> writeThings(writer, release, graph, (page - 1L) * PER_FILE));
        }
    }

    private static void writeThings(Writer writer, Release release, PublishedGraph graph, long skipped)
            throws IOException {
        String start = "<" + release.base() + "id/";
        String previous = "";
        long seen = 0;
        try (BufferedReader lines = Files.newBufferedReader(release.graphFile(graph.slug()))) {
            for (String line = lines.readLine(); line != null && seen < skipped + PER_FILE; line = lines.readLine()) {
                String subject = line.startsWith(start) ? line.substring(1, line.indexOf('>')) : "";
                if (!subject.isEmpty() && subject.indexOf('#') < 0 && !subject.equals(previous)) {
                    previous = subject;
                    if (seen++ >= skipped) {
                        String name = subject.substring(release.base().length() + "id/".length());
                        writeEntry(writer, "url", release.base() + "doc/" + name, release);
                    }
                }
            }
        }
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
