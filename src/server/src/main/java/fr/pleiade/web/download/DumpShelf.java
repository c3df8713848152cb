package fr.pleiade.web.download;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Table;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Downloads as files, made when they are first asked for and kept below {@code <state>/dumps/<release>/}.
 *
 * <p>A file once made is sent by the operating system, with its length, in ranges, and with its digest; see {@link Shelf}. The N-Quads of
 * one graph are the release's own file, unless it was pruned. A release that is pruned loses its downloads. Two are made at once. Those
 * of releases that are not served any more have a bound, {@link #LARGEST_OF_EARLIER}: beyond it the ones go that nobody asked for. Those
 * of the current release have one too, {@link #LARGEST_OF_CURRENT} times its graphs: beyond it none is made.
 */
@Component
final class DumpShelf {
    private static final Logger LOG = LoggerFactory.getLogger(DumpShelf.class);

    /** Bytes of downloads that are kept of all releases together that are not the current one. */
    private static final long LARGEST_OF_EARLIER = 1L << 28;

    /** All syntaxes and codings of all graphs, each alone and all together, are some twelve times the N-Quads. */
    private static final long LARGEST_OF_CURRENT = 16;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECONDS_TO_WAIT = "30";

    /** What is known of a table is its header and its digest. */
    private static final int MOST_TABLES = 256;

    private final Path folder;
    private final Releases releases;
    private final ServedReleases served;
    private final Shelf shelf = new Shelf(AT_ONCE, PATIENCE);
    private final Cache<Path, Optional<Table>> tables =
            Caffeine.newBuilder().maximumSize(MOST_TABLES).build();

    DumpShelf(ServerOptions options, ServedReleases served) throws IOException {
        this.served = served;
        this.releases = Releases.in(options.state());
        this.folder = releases.dumps();
        Shelf.clean(folder);
    }

    /**
     * {@return the file that the name asks for, in the form, or nothing if the release has no such graph}
     *
     * @throws Refusal 503 if it cannot be made just now
     */
    Optional<Shelf.Shelved> find(Release release, DumpName name, Variant form, Shelf.Asker asker) {
        Optional<PublishedGraph> graph = release.graph(name.slug());
        if (graph.isEmpty() && !name.slug().equals(DumpName.ALL)) {
            return Optional.empty();
        }
        Optional<Table> table = form.equals(Variant.CSV) ? table(release, name.slug()) : Optional.empty();
        if (form.equals(Variant.CSV) && (table.isEmpty() || !name.isCompressed())) {
            return table.map(t -> new Shelf.Shelved(t.file(), t.sha256()));
        }
        if (graph.isPresent()
                && form.suffix().equals(Syntax.N_QUADS.suffix())
                && !name.isCompressed()
                && Files.exists(release.graphFile(name.slug()))) {
            return Optional.of(new Shelf.Shelved(
                    release.graphFile(name.slug()), graph.get().sha256()));
        }
        Path file = folder.resolve(release.id()).resolve(name.slug() + "." + form.suffix() + name.compression());
        try {
            return Optional.of(found(release, file, asker, () -> content(release, name, form, table)));
        } catch (Shelf.BusyException e) {
            throw notNow();
        } catch (IOException e) {
            LOG.warn("the download {} cannot be made: {}", file, e.toString());
            throw notNow(); // a disk that is full is made room on
        }
    }

    private static Refusal notNow() {
        return Refusal.of(503, "download-busy").with("Retry-After", SECONDS_TO_WAIT);
    }

    private Shelf.Shelved found(Release release, Path file, Shelf.Asker asker, Shelf.Content content)
            throws IOException {
        if (!Files.isDirectory(folder.resolve(release.id()))) {
            removeStale();
        }
        boolean isMade = Files.exists(file);
        if (isCurrent(release)) {
            if (!isMade && Shelf.bytes(file.resolveSibling("")) > LARGEST_OF_CURRENT * plain(release)) {
                throw new Shelf.BusyException();
            }
            return shelf.find(file, asker, content);
        }
        Shelf.Shelved found = shelf.find(file, asker, content);
        Shelf.use(file);
        if (!isMade) {
            trimEarlier();
        }
        return found;
    }

    private boolean isCurrent(Release release) {
        return releases.currentId().equals(Optional.of(release.id()));
    }

    private static long plain(Release release) {
        return release.graphs().stream().mapToLong(PublishedGraph::bytes).sum();
    }

    /** Keeps the downloads of earlier releases within their bound. */
    private void trimEarlier() throws IOException {
        List<Path> folders = releases.all().stream()
                .filter(release -> !isCurrent(release))
                .map(release -> folder.resolve(release.id()))
                .toList();
        Shelf.trim(folders, LARGEST_OF_EARLIER);
    }

    /** {@return the table that a dataset of the release is made from, if it is made from one} */
    Optional<Table> table(Release release, String slug) {
        return release.graph(slug).isEmpty()
                ? Optional.empty()
                : tables.get(release.folder().resolve(slug), key -> release.table(slug));
    }

    private Exchange.Body content(Release release, DumpName name, Variant form, Optional<Table> table) {
        RdfWriter.Graphs named =
                name.slug().equals(DumpName.ALL) ? RdfWriter.Graphs.NAMED : RdfWriter.Graphs.NOT_IN_JSON_LD;
        Dump dump = new Dump(graphs(release, name), served.of(release).context(), named);
        Exchange.Body plain =
                table.isPresent() ? out -> Files.copy(table.get().file(), out) : out -> dump.write(form.syntax(), out);
        return name.coding()
                .<Exchange.Body>map(coding -> out -> {
                    try (OutputStream coded = coding.encode(out)) {
                        plain.writeTo(coded);
                    }
                })
                .orElse(plain);
    }

    private static List<Dump.Content> graphs(Release release, DumpName name) {
        return release.graphs().stream()
                .map(PublishedGraph::slug)
                .filter(slug -> name.slug().equals(DumpName.ALL) || name.slug().equals(slug))
                .<Dump.Content>map(slug -> () -> release.openGraph(slug))
                .toList();
    }

    /** Throws away the folders of releases that are no longer kept. */
    private void removeStale() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> kept = releases.all().stream().map(Release::id).collect(Collectors.toSet());
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path stale : folders.filter(f -> !kept.contains(f.getFileName().toString()))
                    .toList()) {
                delete(stale);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
