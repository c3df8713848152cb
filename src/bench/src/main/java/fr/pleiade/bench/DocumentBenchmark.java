package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the time of a document that is made for the first time goes, in this process and thread alone: finding what a release says, and
 * writing it in each syntax. {@code ServingBenchmark} has the whole answer, over HTTP and beside a peer.
 *
 * <p>System properties: {@code sources}, a folder (default {@code data}), {@code state}, a site that is published already,
 * {@code seconds} for each measurement (default 2), after as long to warm up. Prints microseconds of processor time each.
 */
final class DocumentBenchmark {
    private static final String BASE = "http://localhost:8080/";
    private static final String START = "<" + BASE + "id/etablissement/";
    private static final long NANOS = Long.getLong("seconds", 2) * 1_000_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DocumentBenchmark() {}

    /** One thing that is done again and again. */
    private interface Work {
        void once() throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        String published = System.getProperty("state", "");
        Path state = published.isEmpty() ? publish() : Path.of(published);
        Release release = Releases.in(state).current().orElseThrow();
        Served served = Served.open(release);
        String thing = thing(release);
        InMemoryGraph graph = release.describe(thing);
        System.out.printf("%s: %,d triples%n", thing, graph.size());
        measure("find", () -> release.find(thing));
        for (Syntax syntax : new Syntax[] {Syntax.TURTLE, Syntax.N_TRIPLES, Syntax.JSON_LD, Syntax.RDF_XML}) {
            measure(syntax.name(), () -> {
                try (RdfWriter writer = RdfWriter.open(
                        OutputStream.nullOutputStream(),
                        syntax,
                        served.context(),
                        RdfWriter.Graphs.NOT_IN_JSON_LD)) {
                    graph.triples().forEach(writer);
                }
            });
        }
    }

    private static Path publish() throws IOException {
        Path state = Files.createTempDirectory("document-benchmark").resolve("state");
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), BASE);
        new Publisher(site, Path.of(System.getProperty("sources", "data")), state).publish(PublishObserver.NONE);
        return state;
    }

    private static String thing(Release release) throws IOException {
        try (Stream<String> lines = Files.lines(release.graphFile("etablissements"))) {
            return lines.filter(line -> line.startsWith(START))
                    .map(line -> line.substring(1, line.indexOf('>')))
                    .filter(iri -> iri.indexOf('#') < 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void measure(String name, Work work) throws IOException {
        forAWhile(work);
        long before = THREADS.getCurrentThreadCpuTime();
        long done = forAWhile(work);
        double micros = (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / done;
        System.out.printf(Locale.ROOT, "%-10s %8.1f CPU µs each%n", name, micros);
    }

    private static long forAWhile(Work work) throws IOException {
        long done = 0;
        for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; done++) {
            work.once();
        }
        return done;
    }
}
