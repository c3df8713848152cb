package fr.pleiade.store;

import fr.pleiade.quads.GraphTriples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.shared.JenaException;

/**
 * A triple store elsewhere that a release is pushed to, by the Graph Store Protocol and SPARQL 1.1 Update.
 *
 * <p>The store says which release it has. Of a graph that is still here as that release had it, only what has changed is sent; of any other,
 * and where the change is no smaller or has blank nodes, the whole. What is large is staged under names of its own, and one update puts
 * everything in its place, so that on a store whose updates are atomic (Fuseki with TDB2 is one) no reader sees two releases mixed. A push
 * that was killed, wherever it was, is made good by the next one. Not thread-safe: one push at a time.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 * @see <a href="https://www.w3.org/TR/sparql11-update/">SPARQL 1.1 Update</a>
 */
public final class RemoteStore {
    /** How long the store may take to answer one request, a whole graph's upload included. */
    public static final Duration TIME_LIMIT = Duration.ofHours(1);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 300;

    private final Address address;
    private final HttpClient client;

    private RemoteStore(Address address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /**
     * Where the store is.
     *
     * @param kind what it is
     * @param query answers SPARQL queries
     * @param update takes SPARQL updates
     * @param graphs the Graph Store, which takes {@code ?graph=IRI}
     * @param user who may write, if the store asks
     */
    public record Address(StoreKind kind, URI query, URI update, URI graphs, Optional<User> user) {
        /** {@return the address of a Fuseki dataset, such as {@code http://localhost:3030/pleiade}, with Fuseki's usual endpoints} */
        public static Address ofFuseki(URI dataset) {
            return StoreKind.FUSEKI.address(dataset);
        }

        /** {@return the same address, to be entered as this user} */
        public Address as(User newUser) {
            return new Address(kind, query, update, graphs, Optional.of(newUser));
        }
    }

    /** A name and a password for HTTP Basic authentication. */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name; // a password is never printed
        }
    }

    /** {@return the store at the address; nothing is sent yet} */
    public static RemoteStore at(Address address) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new RemoteStore(address, client);
    }

    /** As {@link #push(String, Map, EarlierGraphs, LongConsumer)}, all graphs whole. */
    public void push(String release, Map<String, Path> graphs, LongConsumer quadsSent) {
        push(release, graphs, EarlierGraphs.NONE, quadsSent);
    }

    /**
     * Puts a release in the place of the one that was pushed before; graphs of that one that are no more are removed, and graphs that
     * were never pushed are left alone.
     *
     * @param release the release's id; staged graphs have it in their names
     * @param graphs a file of sorted N-Quads for each graph's IRI; each holds that graph only, and a blank node is in one graph only
     * @param earlier what the store may have of earlier releases
     * @param quadsSent is told the number of quads sent so far, after each graph that is sent whole
     * @throws StoreException if the store refuses or cannot be reached, or a file has another graph; what is served there is untouched
     */
    public Pushed push(String release, Map<String, Path> graphs, EarlierGraphs earlier, LongConsumer quadsSent) {
        try {
            Path work = Files.createTempDirectory("pleiade-push-");
            try {
                StoreState state = state();
                SortedMap<String, GraphChange> changes = changes(graphs, state, earlier, work);
                PushPlan plan = new PushPlan(release, graphs.keySet());
                Sending sending = new Sending(graphs, changes, plan);
                boolean isThere = state.equals(StoreState.complete(release, graphs.keySet()));
                if (!plan.hasChanges() && isThere) {
                    return sending.pushed(0);
                }
                return sending.run(state, quadsSent);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /** {@return what the store says that it has; where it does not say so, nothing is known, and writing to it will tell why} */
    private StoreState state() {
        String query = PushPlan.text("what-is-there.rq");
        HttpRequest.Builder request = HttpRequest.newBuilder(address.query())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        try {
            return StoreState.of(send(request));
        } catch (StoreException | JenaException e) {
            return StoreState.UNKNOWN;
        }
    }

    private static SortedMap<String, GraphChange> changes(
            Map<String, Path> graphs, StoreState state, EarlierGraphs earlier, Path work) throws IOException {
        SortedMap<String, GraphChange> changes = new TreeMap<>();
        for (Map.Entry<String, Path> graph : graphs.entrySet()) {
            changes.put(
                    graph.getKey(),
                    state.has(graph.getKey())
                            ? change(graph, state.release().orElseThrow(), earlier, work.resolve("" + changes.size()))
                            : GraphChange.WHOLE);
        }
        return changes;
    }

    private static GraphChange change(Map.Entry<String, Path> graph, String release, EarlierGraphs earlier, Path files)
            throws IOException {
        if (earlier.isSame(release, graph.getKey())) {
            return GraphChange.NONE;
        }
        Optional<InputStream> before = earlier.open(release, graph.getKey());
        if (before.isEmpty()) {
            return GraphChange.WHOLE;
        }
        try (InputStream in = before.get()) {
            return GraphChange.between(in, graph.getValue(), files);
        }
    }

    /** One push, once it is known what changes. */
    private final class Sending {
        private final Map<String, Path> graphs;
        private final SortedMap<String, GraphChange> changes;
        private final PushPlan plan;
        private final Map<String, String> replacing = new TreeMap<>();
        private final Map<String, String> removing = new TreeMap<>();
        private final Map<String, String> adding = new TreeMap<>();

        Sending(Map<String, Path> graphs, SortedMap<String, GraphChange> changes, PushPlan plan) throws IOException {
            this.graphs = graphs;
            this.changes = changes;
            this.plan = plan;
            long difference =
                    changes.values().stream().mapToLong(GraphChange::bytes).sum();
            for (Map.Entry<String, GraphChange> each : changes.entrySet()) {
                String graph = each.getKey();
                GraphChange change = each.getValue();
                if (change.kind() == GraphChange.Kind.WHOLE) {
                    replacing.put(graph, plan.replace(graph));
                } else if (change.kind() == GraphChange.Kind.DIFFERENCE && difference > DataUpdate.MOST_CHARACTERS) {
                    removing.put(graph, plan.remove(graph));
                    adding.put(graph, plan.add(graph));
                } else if (change.kind() == GraphChange.Kind.DIFFERENCE) {
                    DataUpdate.of(
                            DataUpdate.Kind.DELETE, change.removed(), graph, graph, sent -> plan.plan(graph, sent));
                    DataUpdate.of(DataUpdate.Kind.INSERT, change.added(), graph, graph, sent -> plan.plan(graph, sent));
                }
            }
        }

        Pushed run(StoreState state, LongConsumer quadsSent) throws IOException {
            long bytes = 0;
            try {
                if (plan.hasStaged() || !state.staged().isEmpty()) {
                    update(plan.opening(state.staged()));
                }
                long quads = 0;
                for (Map.Entry<String, String> each : replacing.entrySet()) {
                    Path file = file(each.getKey());
                    GraphTriples.Size size = size(file, each.getKey());
                    quads += size.triples();
                    stage(each.getValue(), file, each.getKey(), size.bytes());
                    quadsSent.accept(quads);
                    bytes += Files.size(file);
                }
                for (String graph : removing.keySet()) {
                    GraphChange change = Objects.requireNonNull(changes.get(graph));
                    stageInParts(change.removed(), graph, removing);
                    stageInParts(change.added(), graph, adding);
                    bytes += change.bytes();
                }
                String switching = plan.switching();
                update(switching);
                return pushed(bytes + switching.length());
            } catch (StoreException e) {
                cleanUp(plan, e);
                throw e;
            }
        }

        private Path file(String graph) {
            return Objects.requireNonNull(graphs.get(graph));
        }

        private void stageInParts(Path lines, String graph, Map<String, String> names) throws IOException {
            String staged = Objects.requireNonNull(names.get(graph));
            DataUpdate.of(DataUpdate.Kind.INSERT, lines, graph, staged, RemoteStore.this::update);
        }

        Pushed pushed(long bytes) {
            int[] kinds = new int[GraphChange.Kind.values().length];
            changes.values().forEach(change -> kinds[change.kind().ordinal()]++);
            return new Pushed(kinds[0], kinds[1], kinds[2], bytes);
        }
    }

    /** Before anything is sent, so that nothing is where a line is wrong. */
    private static GraphTriples.Size size(Path file, String graph) {
        try (GraphTriples triples = triples(file, graph)) {
            return triples.size();
        } catch (GraphTriples.OtherGraph e) {
            throw new StoreException(
                    file + ":" + e.line(), String.valueOf(e.getMessage()), "push each graph from its own file", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static GraphTriples triples(Path file, String graph) {
        try {
            return new GraphTriples(new NQuadsSource(file).open(), graph);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException(file + ": " + e.getMessage(), e);
    }

    /** With its length: Virtuoso takes what is sent in chunks to be nothing, and says that it has taken it. */
    private void stage(String staged, Path file, String graph, long bytes) {
        URI target = URI.create(address.graphs() + "?graph=" + URLEncoder.encode(staged, StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/n-triples")
                .PUT(
                        bytes == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(() -> triples(file, graph)), bytes)));
    }

    private void update(String update) {
        send(HttpRequest.newBuilder(address.update())
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update)));
    }

    /** Staged graphs are nobody's; if they cannot be removed now, the next push of the release replaces them. */
    private void cleanUp(PushPlan plan, StoreException reason) {
        try {
            update(plan.cleaningUp());
        } catch (StoreException e) {
            reason.addSuppressed(e);
        }
    }

    private byte[] send(HttpRequest.Builder builder) {
        address.user()
                .ifPresent(
                        user -> builder.header("Authorization", address.kind().authorization(user)));
        HttpRequest request = builder.timeout(TIME_LIMIT).build();
        String place = request.uri().toString();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw refused(place, response);
            }
            return response.body();
        } catch (IOException e) {
            String reason = e instanceof ConnectException ? "nothing answers there" : String.valueOf(e.getMessage());
            throw new StoreException(place, "cannot be reached: " + reason, "check that the store runs there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(place, "interrupted", "push again", e);
        }
    }

    private static StoreException refused(String place, HttpResponse<byte[]> response) {
        String reply = new String(response.body(), StandardCharsets.UTF_8).strip();
        String advice = switch (response.statusCode()) {
            case 401, 403 -> "give the name and the password of a user who may write there";
            case 404, 405 -> "check the address: it must take Graph Store writes and updates";
            case 413, 507 -> "make room there";
            default -> "see the store's log";
        };
        return new StoreException(
                place,
                "the store answered %d %s"
                        .formatted(response.statusCode(), reply.substring(0, Math.min(reply.length(), LONGEST_REPLY))),
                advice);
    }
}
