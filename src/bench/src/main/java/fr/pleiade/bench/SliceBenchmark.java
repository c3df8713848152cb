package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long slices of a cube take, warm: 500 numbers of it as JSON-stat, CSV, Turtle and as a page, of {@code -Drows=10000} rows of 20
 * columns; and the page of a thing that the cube has numbers of. Must be reached: JSON-stat in 30 ms, 95th percentile.
 */
final class SliceBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 10_000);
    private static final int YEARS = 25;
    private static final int GROUPS = 20;
    private static final int WARM = 100;
    private static final int MEASURED = 300;
    private static final double MOST_MILLIS = 30;
    private static final String BASE = "http://localhost:8080/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    private SliceBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new SliceBenchmark(Files.createTempDirectory("slice-benchmark")).measure();
    }

    private void measure() throws Exception {
        write();
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        new Publisher(site, folder.resolve("data"), folder.resolve("state")).publish(PublishObserver.NONE);
        try (ServerProcess server = ServerProcess.ours(
                ServingRun.class, List.of("-Xmx256m"), folder.resolve("state").toString(), BASE)) {
            System.out.printf(Locale.ROOT, "%,d observations%n", ROWS * GROUPS);
            double asked = percentile(server, "cube/headcounts.json?school=school/7");
            percentile(server, "cube/headcounts.csv?school=school/7");
            percentile(server, "cube/headcounts.ttl?school=school/7");
            percentile(server, "cube/headcounts.html?school=school/7&group=g3");
            percentile(server, "cube/headcounts.html");
            System.out.println(Asked.below(MOST_MILLIS, "500 numbers as JSON-stat, 95th percentile, ms", asked));
        }
    }

    private double percentile(ServerProcess server, String path) throws Exception {
        double[] millis = new double[MEASURED];
        long bytes = 0;
        for (int i = -WARM; i < MEASURED; i++) {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = get(server, path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            bytes = answer.body().length;
            millis[Math.max(i, 0)] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        double percentile = millis[MEASURED * 95 / 100];
        System.out.printf(
                Locale.ROOT,
                "%-45s %,9d bytes   median %6.2f ms   95th percentile %6.2f ms%n",
                path,
                bytes,
                millis[MEASURED / 2],
                percentile);
        return percentile;
    }

    private HttpResponse<byte[]> get(ServerProcess server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.ports().get(0) + "/" + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("mappings/headcounts"));
        Files.createDirectories(folder.resolve("ontology"));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("mappings/catalog.ttl"), """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <catalog> a dcat:Catalog ; dct:title "Catalogue"@fr .
                """);
        Files.writeString(folder.resolve("mappings/headcounts/mapping.yml"), """
                url: headcounts.csv
                about:
                  title: { en: Headcounts }
                  description: { en: "Headcounts invented for a benchmark: people by school, year and group." }
                  licence: cc0
                columns:
                  id: { is: key, type: code }
                  school: { type: code, valueUrl: "id/school/{school}" }
                  year: year
                  "n {group}":
                    type: integer
                    cube: { en: Headcounts, dimensions: [school, year] }
                """);
        try (Writer out = Files.newBufferedWriter(folder.resolve("data/headcounts.csv"))) {
            StringBuilder header = new StringBuilder("id,school,year");
            for (int group = 0; group < GROUPS; group++) {
                header.append(",n g").append(group);
            }
            out.write(header.append('\n').toString());
            for (int row = 0; row < ROWS; row++) {
                StringBuilder line = new StringBuilder();
                line.append(row).append(',').append(row / YEARS).append(',').append(2000 + row % YEARS);
                for (int group = 0; group < GROUPS; group++) {
                    line.append(',').append((row * 31 + group * 17) % 997);
                }
                out.write(line.append('\n').toString());
            }
        }
    }
}
