package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Asks our server and a stock Fuseki over the same quads sixty queries, none of which a cache can answer: each server in its own process,
 * in turn, each query until it has cost so much processor time on either side; and compares the answers.
 *
 * <p>System properties: {@code seconds} of processor time for each query and side (default 2), {@code scale} of the data (default 2:
 * 220,000 triples in 7 graphs), {@code only}, a part of the names of the queries to ask. Prints a row for each query, the geometric mean
 * and the worst. Must be reached: all answers equal, none over 1.2 times Fuseki's time, 0.5 as the geometric mean.
 */
final class QueryBenchmark {
    private static final double WORST = 1.2;
    private static final double MEAN = 0.5;
    private static final int TURNS = 4;

    /** The share of a measurement that is asked beforehand, until the compilers have seen enough. */
    private static final double WARM_UP = 0.5;

    private final double seconds;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private QueryBenchmark(double seconds) {
        this.seconds = seconds;
    }

    /** A server under measurement. */
    private record Side(ServerProcess process, URI endpoint) {}

    /** What was measured of one query. */
    private record Row(String name, double ours, double theirs, boolean isSame, int bytes, int theirBytes) {
        double ratio() {
            return ours / theirs;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-42s %9.2f ms %9.2f ms %6.2f %,11d %,11d bytes %s",
                    name,
                    ours * 1e3,
                    theirs * 1e3,
                    ratio(),
                    bytes,
                    theirBytes,
                    isSame ? "equal" : "OTHER ANSWER");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("query-benchmark");
        QuerySite made = new QuerySite(folder, Integer.getInteger("scale", 2));
        made.write();
        Site site = Site.read(made.mappings(), made.ontology(), QuerySite.BASE);
        new Publisher(site, made.sources(), folder.resolve("state")).publish(PublishObserver.NONE);
        String only = System.getProperty("only", "");
        List<BenchmarkQuery> queries = BenchmarkQuery.all().stream()
                .filter(query -> query.name().contains(only))
                .toList();
        new QueryBenchmark(Double.parseDouble(System.getProperty("seconds", "2"))).run(folder, queries);
    }

    private void run(Path folder, List<BenchmarkQuery> queries) throws Exception {
        Release release = Releases.in(folder.resolve("state")).current().orElseThrow();
        Path quads = quads(release, folder);
        try (ServerProcess ours = ServerProcess.ours(
                        ServingRun.class, List.of("-Xmx1g"), folder.resolve("state").toString(), QuerySite.BASE);
                ServerProcess fuseki = ServerProcess.fuseki(
                        quads, folder.resolve("fuseki-tdb2"), "--set=tdb2:unionDefaultGraph=true")) {
            Side our = new Side(ours, URI.create("http://localhost:" + ours.ports().get(0) + "/sparql"));
            Side their = new Side(
                    fuseki, URI.create("http://localhost:" + fuseki.ports().get(0) + "/ds/query"));
            for (BenchmarkQuery query : queries) {
                cost(query, our, seconds * WARM_UP / 2);
                cost(query, their, seconds * WARM_UP / 2);
            }
            List<Row> rows = new ArrayList<>();
            for (BenchmarkQuery query : queries) {
                rows.add(measure(query, our, their));
                System.out.println(rows.get(rows.size() - 1));
            }
            summarise(rows);
        }
        System.out.println("left for inspection: " + folder);
    }

    private Row measure(BenchmarkQuery query, Side our, Side their) throws IOException, InterruptedException {
        byte[] ours = query.ask(client, our.endpoint());
        byte[] theirs = query.ask(client, their.endpoint());
        cost(query, our, seconds * WARM_UP / 2);
        cost(query, their, seconds * WARM_UP / 2);
        double ourCost = 0;
        double theirCost = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            ourCost += cost(query, our, seconds / TURNS) / TURNS;
            theirCost += cost(query, their, seconds / TURNS) / TURNS;
        }
        return new Row(query.name(), ourCost, theirCost, query.isSame(ours, theirs), ours.length, theirs.length);
    }

    /** {@return the processor time of the server for one answer, when it has spent so many seconds} */
    private double cost(BenchmarkQuery query, Side side, double cpuSeconds) throws IOException, InterruptedException {
        double before = side.process().cpuSeconds();
        int answers = 0;
        double spent = 0;
        while (answers < 2 || spent < cpuSeconds) {
            query.ask(client, side.endpoint());
            answers++;
            spent = side.process().cpuSeconds() - before;
        }
        return spent / answers;
    }

    private static void summarise(List<Row> rows) {
        double mean = Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(row.ratio()))
                .average()
                .orElse(0));
        Row worst = rows.stream().max(Comparator.comparing(Row::ratio)).orElseThrow();
        long same = rows.stream().filter(Row::isSame).count();
        long slower = rows.stream().filter(row -> row.ratio() > WORST).count();
        System.out.printf(
                Locale.ROOT,
                "answers equal %d of %d; CPU against Fuseki's: geometric mean %.2f (asked: %.1f), worst %.2f, '%s' (asked: %.1f), %d over"
                        + " that%n",
                same,
                rows.size(),
                mean,
                MEAN,
                worst.ratio(),
                worst.name(),
                WORST,
                slower);
    }

    private static Path quads(Release release, Path folder) throws IOException {
        Path file = folder.resolve("all.nq");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String slug : QuerySite.slugs()) {
                Files.copy(release.graphFile(slug), out);
            }
        }
        return file;
    }
}
