package fr.pleiade.cli;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.store.EarlierGraphs;
import fr.pleiade.store.Pushed;
import fr.pleiade.store.RemoteStore;
import fr.pleiade.store.StoreException;
import fr.pleiade.store.StoreKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The store elsewhere that a release is pushed to, if one is named. */
final class StoreOptions {
    private static final String PASSWORD = "PLEIADE_STORE_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "URL",
            description =
                    "then push the release to this store, such as http://localhost:3030/pleiade: what has changed since the one that it has, or whole graphs")
    private @Nullable URI store;

    @Option(
            names = "--store-kind",
            paramLabel = "fuseki|graphdb|virtuoso|qlever",
            description = "what the store is; fuseki, if nothing is said")
    private StoreKind kind = StoreKind.FUSEKI;

    @Option(
            names = "--store-user",
            paramLabel = "NAME",
            description =
                    "who may write there; the password is read from --store-password-file, or from the environment: "
                            + PASSWORD)
    private @Nullable String user;

    @Option(
            names = "--store-password-file",
            paramLabel = "FILE",
            description = "a file whose first line is that user's password")
    private @Nullable Path passwordFile;

    /** {@return the store, if one is named; asked before a publication begins, so that misuse is told at once} */
    Optional<RemoteStore.Address> address() {
        if (store == null) {
            return Optional.empty();
        }
        if (!("http".equals(store.getScheme()) || "https".equals(store.getScheme())) || store.getHost() == null) {
            throw misuse("--store must be an address such as http://localhost:3030/pleiade, not " + store);
        }
        if (store.getPort() == 0 || store.getPort() > 65535) {
            throw misuse("--store must have a port from 1 to 65535, not " + store.getPort());
        }
        if (store.getUserInfo() != null) {
            throw misuse("--store must not hold a password, which others on this machine would see; use --store-user");
        }
        RemoteStore.Address address = kind.address(store);
        return Optional.of(user == null ? address : address.as(new RemoteStore.User(user, password(user))));
    }

    private String password(String name) {
        if (passwordFile != null) {
            try (Stream<String> lines = Files.lines(passwordFile)) {
                return lines.findFirst().orElse("");
            } catch (IOException | UncheckedIOException e) {
                throw misuse("--store-password-file: %s cannot be read".formatted(passwordFile));
            }
        }
        return Optional.ofNullable(System.getenv(PASSWORD))
                .orElseThrow(() ->
                        misuse("--store-user %s needs a password: name a file with --store-password-file, or set %s"
                                .formatted(name, PASSWORD)));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * Pushes the release; there too, readers see the old release and then the new one.
     *
     * @param earlier the releases that are still here, one of which the store may have
     * @throws StoreException if the store does not take it
     */
    void push(RemoteStore.Address address, Release release, EarlierGraphs earlier, PrintWriter out) {
        Map<String, Path> graphs = new TreeMap<>();
        for (PublishedGraph graph : release.graphs()) {
            graphs.put(graph.iri(), release.graphFile(graph.slug()));
        }
        try {
            Pushed pushed = RemoteStore.at(address).push(release.id(), graphs, earlier, quads -> {});
            out.printf(
                    "Pushed release %s to %s: %d graphs unchanged, %d by difference, %d whole, %d bytes.%n",
                    release.id(), store, pushed.same(), pushed.byDifference(), pushed.whole(), pushed.bytes());
        } catch (StoreException e) {
            out.println(
                    "Release " + release.id() + " is published here, but was not pushed; publish again to push it.");
            throw e;
        } finally {
            out.flush();
        }
    }

    /** {@return the graphs of the releases that are still here} */
    static EarlierGraphs earlier(Releases releases, Release now) {
        return new EarlierGraphs() {
            @Override
            public boolean isSame(String release, String graph) {
                Optional<PublishedGraph> before = graph(release, graph);
                return before.isPresent()
                        && now.graphs().stream()
                                .anyMatch(each -> each.iri().equals(graph)
                                        && each.sha256().equals(before.get().sha256()));
            }

            @Override
            public Optional<InputStream> open(String release, String graph) throws IOException {
                Optional<Release> before = releases.withId(release);
                Optional<PublishedGraph> had = graph(release, graph);
                try {
                    return before.isPresent() && had.isPresent()
                            ? Optional.of(before.get().openGraph(had.get().slug()))
                            : Optional.empty();
                } catch (NoSuchFileException damaged) {
                    return Optional.empty();
                }
            }

            private Optional<PublishedGraph> graph(String release, String iri) {
                return releases.withId(release)
                        .flatMap(known -> known.graphs().stream()
                                .filter(graph -> graph.iri().equals(iri))
                                .findFirst());
            }
        };
    }
}
