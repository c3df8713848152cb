package fr.pleiade.cli;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.RemoteStore;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The store elsewhere that a release is pushed to, if one is named. */
final class StoreOptions {
    private static final String PASSWORD = "PLEIADE_STORE_PASSWORD";

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "then push the release to this Fuseki dataset, such as http://localhost:3030/pleiade")
    private @Nullable URI store;

    @Option(
            names = "--store-user",
            paramLabel = "NAME",
            description = "who may write there; the password is read from the environment: " + PASSWORD)
    private @Nullable String user;

    /** Pushes the release, if a store is named; there too, readers see the old release and then the new one. */
    void push(Release release, PrintWriter out) {
        if (store == null) {
            return;
        }
        RemoteStore.Address address = RemoteStore.Address.ofFuseki(store);
        if (user != null) {
            String password = System.getenv().getOrDefault(PASSWORD, "");
            address = address.as(new RemoteStore.User(user, password));
        }
        Map<String, Path> graphs = new TreeMap<>();
        for (PublishedGraph graph : release.graphs()) {
            graphs.put(graph.iri(), release.graphFile(graph.slug()));
        }
        RemoteStore.at(address).push(release.id(), graphs, quads -> {});
        out.println("Pushed release " + release.id() + " to " + store + ".");
        out.flush();
    }
}
