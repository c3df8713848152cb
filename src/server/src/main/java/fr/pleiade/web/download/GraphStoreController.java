package fr.pleiade.web.download;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.syntax.SyntaxException;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.CodedResponse;
import fr.pleiade.web.http.Crowd;
import fr.pleiade.web.http.Departure;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /data?graph=}, {@code /data?default} and {@code /data/{slug}}: the reads of the Graph Store Protocol, from the release's own
 * files, so that they take no place of the query engine.
 *
 * <p>{@value #READERS} at once, {@value #READERS_OF_ONE} of one client: a slow reader holds a thread, and memory for one block.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 */
@Controller
class GraphStoreController {
    /** How many graphs are being sent, and how many of them to one client. */
    static final int READERS = 32;

    static final int READERS_OF_ONE = 8;

    private static final int MOST_VERDICTS = 1024;
    private static final String SECONDS_TO_WAIT = "10";
    private static final Text NO_SUCH_GRAPH = new Text(
            "this store has no graph <%s>, and fetches none; the catalogue lists those that it has",
            "ce service n'a pas de graphe <%s> et n'en télécharge pas ; le catalogue donne ceux qu'il a");
    private static final Text BUSY = new Text(
            "as many graphs are being sent as can be; try again soon, or take the download of the dataset",
            "autant de graphes que possible sont en cours d'envoi ; réessayez bientôt, ou prenez le téléchargement du jeu de données");

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Crowd readers = new Crowd(READERS, READERS_OF_ONE);
    private final Pieces pieces = new Pieces(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Why RDF/XML cannot hold a graph, by release and graph. */
    private final Cache<String, Optional<Text>> verdicts =
            Caffeine.newBuilder().maximumSize(MOST_VERDICTS).build();

    GraphStoreController(CurrentRelease current, ServedReleases served) {
        this.current = current;
        this.served = served;
    }

    @RequestMapping("/data")
    void named(Exchange exchange, HttpServletRequest request) throws IOException {
        send(current.now(), GraphRead.read(request), exchange, request);
    }

    /**
     * A graph directly. Its name, {@code /dataset/{slug}}, is not this address: that one answers what the dataset is, for a dataset is
     * more than its triples.
     */
    @RequestMapping("/data/{slug}")
    void direct(Exchange exchange, HttpServletRequest request, @PathVariable("slug") String slug) throws IOException {
        Release release = current.now();
        String name =
                release.graph(slug).map(PublishedGraph::iri).orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(release, GraphRead.direct(request, name), exchange, request);
    }

    private void send(Release release, GraphRead read, Exchange exchange, HttpServletRequest request)
            throws IOException {
        exchange.varies(List.of("Accept", "Accept-Encoding"));
        List<PublishedGraph> graphs = graphs(release, read);
        Variant form = exchange.negotiate(Variant.RDF_DOCUMENT, v -> exchange.address());
        GraphUnion union = new GraphUnion(
                graphs.stream()
                        .<Dump.Content>map(graph -> () -> release.openGraph(graph.slug()))
                        .toList(),
                served.of(release).context());
        String validator =
                "%s.%s.%s".formatted(release.id(), Sha256.shortened(read.graph().orElse("default")), form.suffix());
        Crowd.Place place = readers.enter(request.getRemoteAddr()).orElseThrow(this::tooMany);
        try (place) {
            requireWritable(union, form.syntax(), validator);
            Optional<CodedResponse> answer = exchange.begin(Entity.data(form, validator, release.created()));
            if (answer.isPresent() && !request.getMethod().equals("HEAD")) {
                write(union, form.syntax(), answer.get(), Departure.of(request));
            }
        }
    }

    private static List<PublishedGraph> graphs(Release release, GraphRead read) {
        if (read.graph().isEmpty()) {
            return release.graphs();
        }
        String name = read.graph().get();
        return release.graphs().stream()
                .filter(graph -> graph.iri().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> Refusal.explained(404, "graph-not-found", NO_SUCH_GRAPH.with(name)));
    }

    private Refusal tooMany() {
        return (readers.isFull() ? Refusal.explained(503, "graphs-busy", BUSY) : Refusal.of(429, "status-429"))
                .with("Retry-After", SECONDS_TO_WAIT);
    }

    /** Tries a graph once before its first byte is sent: behind it, nobody could be told the reason. */
    private void requireWritable(GraphUnion union, Syntax syntax, String key) {
        if (syntax != Syntax.RDF_XML) {
            return;
        }
        Optional<Text> verdict = verdicts.get(key, unread -> {
            try {
                union.write(syntax, OutputStream.nullOutputStream(), pieces, () -> false);
                return Optional.empty();
            } catch (SyntaxException e) {
                return Optional.of(e.unwritable().orElseThrow(() -> e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        verdict.ifPresent(reason -> {
            throw Refusal.explained(406, "unwritable", reason);
        });
    }

    private void write(GraphUnion union, Syntax syntax, CodedResponse answer, Departure reader) throws IOException {
        try {
            union.write(syntax, answer.getOutputStream(), pieces, reader);
            answer.finish();
        } catch (IOException | RuntimeException e) {
            if (answer.isCommitted()) {
                throw new CloseNowException("a graph was cut short", e);
            }
            throw e;
        }
    }
}
