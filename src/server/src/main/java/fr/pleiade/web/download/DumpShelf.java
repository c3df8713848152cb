package fr.pleiade.web.download;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Table;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Downloads as files, made when they are first asked for and kept below {@code <state>/dumps/<release>/}.
 *
 * <p>A file once made is sent by the operating system, with its length, in ranges, and with its digest. One that is being made is waited
 * for by all who ask for it; a crash leaves no half file under a file's name. The N-Quads of one graph are the release's own file, unless it was pruned.
 */
@Component
final class DumpShelf {
    private static final int BUFFER = 1 << 16;
    private static final String DIGEST = ".sha256";

    private final Path folder;
    private final Releases releases;
    private final PerRelease<JsonLdContext> contexts;
    private final ConcurrentHashMap<Path, Optional<Table>> tables = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Path, Object> inTheMaking = new ConcurrentHashMap<>();

    DumpShelf(ServerOptions options, PerRelease<JsonLdContext> contexts) {
        this.folder = options.state().resolve("dumps");
        this.releases = Releases.in(options.state());
        this.contexts = contexts;
    }

    /**
     * A file to send.
     *
     * @param sha256 its digest, in lower-case hexadecimal
     */
    record Shelved(Path file, String sha256) {}

    /**
     * {@return the file that the name asks for, in the form, or nothing if the release has no such graph}
     *
     * @throws UncheckedIOException if it cannot be written
     */
    Optional<Shelved> find(Release release, DumpName name, Variant form) {
        Optional<PublishedGraph> graph = release.graph(name.slug());
        if (graph.isEmpty() && !name.slug().equals(DumpName.ALL)) {
            return Optional.empty();
        }
        Optional<Table> table = form.equals(Variant.CSV) ? table(release, name.slug()) : Optional.empty();
        if (form.equals(Variant.CSV) && (table.isEmpty() || !name.isCompressed())) {
            return table.map(t -> new Shelved(t.file(), t.sha256()));
        }
        if (graph.isPresent()
                && form.suffix().equals(Syntax.N_QUADS.suffix())
                && !name.isCompressed()
                && Files.exists(release.graphFile(name.slug()))) {
            return Optional.of(
                    new Shelved(release.graphFile(name.slug()), graph.get().sha256()));
        }
        Path file = folder.resolve(release.id()).resolve(name.slug() + "." + form.suffix() + name.compression());
        try {
            synchronized (inTheMaking.computeIfAbsent(file, f -> new Object())) {
                Path digest = file.resolveSibling(file.getFileName() + DIGEST);
                if (!Files.exists(digest)) {
                    makeRoom(release);
                    make(content(release, name, form, table), name, file, digest);
                }
                return Optional.of(new Shelved(file, Files.readString(digest)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        } finally {
            inTheMaking.remove(file);
        }
    }

    /** {@return the table that a dataset of the release is made from, if it is made from one} */
    Optional<Table> table(Release release, String slug) {
        return release.graph(slug).isEmpty()
                ? Optional.empty()
                : tables.computeIfAbsent(release.folder().resolve(slug), key -> release.table(slug));
    }

    private Exchange.Body content(Release release, DumpName name, Variant form, Optional<Table> table) {
        Dump dump = new Dump(graphs(release, name), contexts.of(release));
        return table.isPresent() ? out -> Files.copy(table.get().file(), out) : out -> dump.write(form.syntax(), out);
    }

    private static List<Dump.Content> graphs(Release release, DumpName name) {
        return release.graphs().stream()
                .map(PublishedGraph::slug)
                .filter(slug -> name.slug().equals(DumpName.ALL) || name.slug().equals(slug))
                .<Dump.Content>map(slug -> () -> release.openGraph(slug))
                .toList();
    }

    private static void make(Exchange.Body content, DumpName name, Path file, Path digestFile) throws IOException {
        Path unfinished = file.resolveSibling("unfinished-" + file.getFileName());
        MessageDigest digest = Sha256.digest();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER), digest)) {
            if (name.coding().isPresent()) {
                try (OutputStream coded = name.coding().get().encode(out)) {
                    content.writeTo(coded);
                }
            } else {
                content.writeTo(out);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(digestFile, HexFormat.of().formatHex(digest.digest()));
    }

    /** Makes the folder of a release that has none yet, and throws away those of releases that are no longer kept. */
    private void makeRoom(Release release) throws IOException {
        Path own = folder.resolve(release.id());
        if (Files.isDirectory(own)) {
            return;
        }
        Files.createDirectories(own);
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
