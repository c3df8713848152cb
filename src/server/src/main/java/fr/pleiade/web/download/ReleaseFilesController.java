package fr.pleiade.web.download;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.FileList;
import fr.pleiade.release.replica.Switches;
import fr.pleiade.web.Editions;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.PerRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a copy of the site on another machine asks for: {@code /release/history}, which releases became current, {@code ?since=} a number;
 * {@code /release/{id}/files}, the files of one with sizes and digests; {@code /release/{id}/files/…}, such a file, whole or in ranges.
 *
 * @see fr.pleiade.release.replica.Replica
 */
@Controller
class ReleaseFilesController {
    private static final String LINES = "text/plain;charset=utf-8";

    private final Releases releases;
    private final Editions editions;
    private final PerRelease<FileList> lists = new PerRelease<>(FileList::of);

    ReleaseFilesController(ServerOptions options, Editions editions) {
        this.releases = Releases.in(options.state());
        this.editions = editions;
    }

    @GetMapping("/release/history")
    void history(Exchange exchange, @RequestParam(name = "since", defaultValue = "0") String since) throws IOException {
        if (!since.matches("\\d{1,15}")) {
            throw Refusal.of(400, "status-400");
        }
        byte[] lines = Switches.of(releases, Long.parseLong(since)).toBytes();
        Entity entity = Entity.of(LINES, Sha256.shortened(new String(lines, StandardCharsets.US_ASCII)), Instant.EPOCH)
                .cached(Entity.Caching.NONE);
        exchange.send(entity, out -> out.write(lines));
    }

    @GetMapping("/release/{id}/files")
    void list(Exchange exchange, @PathVariable("id") String id) throws IOException {
        Release release = editions.pinned(id).release();
        byte[] lines = files(release).toBytes();
        Entity entity = Entity.of(LINES, Sha256.shortened(new String(lines, StandardCharsets.UTF_8)), release.created())
                .cached(Entity.Caching.NONE);
        exchange.send(entity, out -> out.write(lines));
    }

    @GetMapping("/release/{id}/files/{*name}")
    void file(Exchange exchange, @PathVariable("id") String id, @PathVariable("name") String name) throws IOException {
        Release release = editions.pinned(id).release();
        FileList.Entry file =
                files(release).find(name.substring(1)).orElseThrow(() -> Refusal.notFound(exchange.address()));
        Entity entity = Entity.of("application/octet-stream", file.sha256(), release.created());
        exchange.sendFile(entity, release.folder().resolve(file.name()), file.sha256());
    }

    /** The one file that changes is the manifest: where an index was built again, it has the digest of that one. */
    private FileList files(Release release) throws IOException {
        FileList known = lists.of(release);
        Optional<FileList.Entry> manifest = known.find(FileList.MANIFEST);
        boolean isSame = manifest.isPresent()
                && Sha256.of(release.folder().resolve(FileList.MANIFEST))
                        .equals(manifest.get().sha256());
        if (isSame) {
            return known;
        }
        lists.clear();
        return lists.of(release);
    }
}
