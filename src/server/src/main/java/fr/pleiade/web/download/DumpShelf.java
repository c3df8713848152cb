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
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Downloads as files, made when they are first asked for and kept below {@code <state>/dumps/<release>/}.
 *
 * <p>A file once made is sent by the operating system, with its length, in ranges, and with its digest; see {@link Shelf}. The N-Quads of
 * one graph are the release's own file, unless it was pruned. A release that is pruned loses its downloads; those that are asked for
 * afterwards have a bound, {@link #LARGEST_OF_PRUNED}.
 */
@Component
final class DumpShelf {
    /** Bytes of downloads that are kept of all releases together that are not whole. */
    private static final long LARGEST_OF_PRUNED = 1L << 28;

    /** What is known of a table is its header and its digest. */
    private static final int MOST_TABLES = 256;

    private final Path folder;
    private final Releases releases;
    private final ServedReleases served;
    private final Shelf shelf = new Shelf();
    private final Cache<Path, Optional<Table>> tables =
            Caffeine.newBuilder().maximumSize(MOST_TABLES).build();

    DumpShelf(ServerOptions options, ServedReleases served) {
        this.served = served;
        this.releases = Releases.in(options.state());
        this.folder = releases.dumps();
    }

    /**
     * {@return the file that the name asks for, in the form, or nothing if the release has no such graph}
     *
     * @throws UncheckedIOException if it cannot be written
     */
    Optional<Shelf.Shelved> find(Release release, DumpName name, Variant form) {
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
            return Optional.of(found(release, file, () -> content(release, name, form, table)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private Shelf.Shelved found(Release release, Path file, Shelf.Content content) throws IOException {
        if (!Files.isDirectory(folder.resolve(release.id()))) {
            removeStale();
        }
        if (release.isWhole()) {
            return shelf.find(file, content);
        }
        boolean isMade = Files.exists(file);
        Shelf.Shelved found = shelf.find(file, content);
        Shelf.use(file);
        if (!isMade) {
            trimPruned();
        }
        return found;
    }

    /** Keeps the downloads of releases that are not whole, which were made small to save space, within their bound. */
    private void trimPruned() throws IOException {
        List<Path> folders = releases.all().stream()
                .filter(release -> !release.isWhole())
                .map(release -> folder.resolve(release.id()))
                .toList();
        Shelf.trim(folders, LARGEST_OF_PRUNED);
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
