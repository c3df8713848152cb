package fr.pleiade.store;

import fr.pleiade.quads.GraphTriples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A triple store elsewhere that a release is pushed to, by the Graph Store Protocol and SPARQL 1.1 Update.
 *
 * <p>Graphs are staged under names of their own, and one update puts them all in their places, so that on a store whose updates are
 * atomic (Fuseki with TDB2 is one) no reader sees two releases mixed. Not thread-safe: one push at a time.
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
     * @param update takes SPARQL updates
     * @param graphs the Graph Store, which takes {@code ?graph=IRI}
     * @param user who may write, if the store asks
     */
    public record Address(URI update, URI graphs, Optional<User> user) {
        /** {@return the address of a Fuseki dataset, such as {@code http://localhost:3030/pleiade}, with Fuseki's usual endpoints} */
        public static Address ofFuseki(URI dataset) {
            String root = dataset.toString().replaceAll("/$", "");
            return new Address(URI.create(root + "/update"), URI.create(root + "/data"), Optional.empty());
        }

        /** {@return the same address, to be entered as this user} */
        public Address as(User newUser) {
            return new Address(update, graphs, Optional.of(newUser));
        }
    }

    /** A name and a password for HTTP Basic authentication. */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name; // a password is never printed
        }

        private String authorization() {
            byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
    }

    /** {@return the store at the address; nothing is sent yet} */
    public static RemoteStore at(Address address) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new RemoteStore(address, client);
    }

    /**
     * Puts a release in the place of the one that was pushed before; graphs of that one that are no more are removed, and graphs that
     * were never pushed are left alone.
     *
     * @param release the release's id; staged graphs have it in their names
     * @param graphs a file of N-Quads for each graph's IRI; each holds that graph only, and a blank node is in one graph only
     * @param quadsSent is told the number of quads sent so far, after each graph
     * @throws StoreException if the store refuses or cannot be reached, or a file has another graph; what is served there is untouched
     */
    public void push(String release, Map<String, Path> graphs, LongConsumer quadsSent) {
        PushPlan plan = new PushPlan(release);
        long quads = 0;
        try {
            for (Map.Entry<String, Path> graph : new TreeMap<>(graphs).entrySet()) {
                long count = count(graph.getValue(), graph.getKey());
                stage(plan.stage(graph.getKey()), graph.getValue(), graph.getKey());
                quads += count;
                quadsSent.accept(quads);
            }
            update(plan.switching());
        } catch (StoreException e) {
            cleanUp(plan, e);
            throw e;
        }
    }

    /** Before anything is sent, so that nothing is where a line is wrong. */
    private static long count(Path file, String graph) {
        try (GraphTriples triples = triples(file, graph)) {
            return triples.count();
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

    private void stage(String staged, Path file, String graph) {
        URI target = URI.create(address.graphs() + "?graph=" + URLEncoder.encode(staged, StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/n-triples")
                .PUT(BodyPublishers.ofInputStream(() -> triples(file, graph))));
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

    private void send(HttpRequest.Builder builder) {
        address.user().ifPresent(user -> builder.header("Authorization", user.authorization()));
        HttpRequest request = builder.timeout(TIME_LIMIT).build();
        String place = request.uri().toString();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw refused(place, response);
            }
        } catch (IOException e) {
            String reason = e instanceof ConnectException ? "nothing answers there" : String.valueOf(e.getMessage());
            throw new StoreException(place, "cannot be reached: " + reason, "check that the store runs there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(place, "interrupted", "push again", e);
        }
    }

    private static StoreException refused(String place, HttpResponse<String> response) {
        String reply = response.body().strip();
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
