package fr.pleiade.web.download;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /dump/{slug}}, {@code /dump/all}: negotiated, or {@code .{suffix}} for a syntax and {@code .{suffix}.gz} for it compressed. */
@Controller
class DumpController {
    private static final int BUFFER = 1 << 16;

    private final CurrentRelease current;
    private final Site site;

    DumpController(CurrentRelease current, Site site) {
        this.current = current;
        this.site = site;
    }

    @GetMapping("/dump/{name}")
    void dump(Exchange exchange, @PathVariable("name") String name) throws IOException {
        DumpName wanted = DumpName.parse(name).orElseThrow(() -> Refusal.notFound(exchange.address()));
        try (CurrentRelease.View view = current.view()) {
            List<Path> files =
                    files(view.release(), wanted.slug()).orElseThrow(() -> Refusal.notFound(exchange.address()));
            String address = exchange.base() + "dump/" + wanted.slug();
            Variant form =
                    wanted.form().orElseGet(() -> exchange.negotiate(Variant.RDF, suffix -> address + "." + suffix));
            Entity entity = entity(view.release(), form, wanted.isCompressed());
            Dump dump = new Dump(files, site.prefixes());
            exchange.stream(
                    entity.at(address + "." + form.suffix() + wanted.compression()),
                    out -> write(dump, form, wanted.isCompressed() ? Coding.GZIP : Coding.PLAIN, out));
        }
    }

    private enum Coding {
        PLAIN,
        GZIP
    }

    private static void write(Dump dump, Variant form, Coding coding, OutputStream out) throws IOException {
        OutputStream sink = new BufferedOutputStream(out, BUFFER);
        if (coding == Coding.GZIP) {
            GZIPOutputStream gzip = new GZIPOutputStream(sink, BUFFER);
            dump.write(form.syntax(), gzip);
            gzip.finish();
        } else {
            dump.write(form.syntax(), sink);
        }
        sink.flush();
    }

    private static Entity entity(Release release, Variant form, boolean isCompressed) {
        String validator = release.id() + "." + form.suffix();
        return isCompressed
                ? new Entity(
                        "application/gzip",
                        validator + ".gz",
                        release.created(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Entity.Caching.CURRENT)
                : Entity.data(form, validator, release.created());
    }

    private static Optional<List<Path>> files(Release release, String slug) {
        return slug.equals(DumpName.ALL)
                ? Optional.of(release.graphs().stream()
                        .map(PublishedGraph::slug)
                        .map(release::graphFile)
                        .toList())
                : release.graph(slug).map(graph -> List.of(release.graphFile(slug)));
    }
}
