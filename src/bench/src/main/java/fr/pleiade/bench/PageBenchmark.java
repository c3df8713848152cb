package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each kind of page of the bundled sample on a warm server: how long 95 of 100 requests wait at {@code -Drate=50} a second for
 * {@code -Dseconds=4}, made anew each time ({@code n=…} in the address makes each another one), and how many bytes go over the wire for
 * somebody's first view, with style and icon, and for the next one. Each page is asked for {@code -Dwarming=3000} times before: for as
 * long as that, the JVM compiles what it needs. {@code -Dpages=changes,stars} asks for some pages only.
 */
final class PageBenchmark {
    private static final int RATE = Integer.getInteger("rate", 50);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final String BASE = "http://localhost:8080/";
    private static final int WARMING = Integer.getInteger("warming", 3000);
    private static final int MOST_MILLIS = 30;
    private static final int MOST_FIRST = 60_000;
    private static final int MOST_NEXT = 20_000;
    private static final List<String> ALL = List.of(
            "",
            "catalog.html",
            "dataset/etablissements.html",
            "list/etablissement",
            "list/commune?sort=-1",
            "doc/etablissement/ti37C.html",
            "doc/region/11.html",
            "doc/commune/75056.html",
            "doc/type-etablissement/universite.html",
            "search?q=universit%C3%A9",
            "search?q=universit%C3%A9&view=map",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "vocab/pleiade.html",
            "vocab/pleiade/uai.html",
            "embed/card/etablissement/ti37C",
            "changes",
            "stars",
            "sparql",
            "api");
    private static final List<String> PAGES = Optional.ofNullable(System.getProperty("pages"))
            .map(pages -> List.of(pages.split(",")))
            .orElse(ALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final int assets;

    private PageBenchmark(int port) throws IOException, InterruptedException {
        this.port = port;
        String home = get("").body();
        int bytes = 0;
        Matcher asset = Pattern.compile("href=\"/(assets/[^\"]+)\"").matcher(home);
        while (asset.find()) {
            bytes += onWire(asset.group(1));
        }
        this.assets = bytes;
    }

    public static void main(String[] arguments) throws Exception {
        Path state = Files.createTempDirectory("page-benchmark");
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), BASE);
        new Publisher(site, Path.of("data"), state, PublishOptions.USUAL).publish(PublishObserver.NONE);
        try (ServerProcess server = ServerProcess.ours(ServingRun.class, List.of("-Xmx512m"), state.toString(), BASE)) {
            new PageBenchmark(server.ports().get(0)).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        double worstMillis = 0;
        double worstFirst = 0;
        double worstNext = 0;
        for (String page : PAGES) {
            HttpLoad load = new HttpLoad(
                    port,
                    HttpLoad.get(
                            "/" + page + (page.contains("?") ? "&" : "?") + "n=" + HttpLoad.EACH_TIME_ANOTHER,
                            "Accept: text/html",
                            "Accept-Encoding: gzip"),
                    200,
                    8);
            for (int i = 0; i < WARMING; i++) {
                get(page + (page.contains("?") ? "&" : "?") + "w=" + i);
            }
            double millis = load.atRate(RATE, Duration.ofSeconds(SECONDS)).p95Millis();
            int next = onWire(page);
            System.out.printf(
                    Locale.ROOT,
                    "%-55s p95 %6.1f ms   first view %,7d B   next %,7d B%n",
                    "/" + page,
                    millis,
                    next + assets,
                    next);
            worstMillis = Math.max(worstMillis, millis);
            worstFirst = Math.max(worstFirst, next + assets);
            worstNext = Math.max(worstNext, next);
        }
        System.out.println(Asked.below(MOST_MILLIS, "95th percentile of the slowest page, ms", worstMillis));
        System.out.println(Asked.atMost(MOST_FIRST, "first view of the heaviest page, bytes", worstFirst));
        System.out.println(Asked.atMost(MOST_NEXT, "next view of the heaviest page, bytes", worstNext));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int onWire(String path) throws IOException, InterruptedException {
        return client.send(
                        request(path).header("Accept-Encoding", "gzip").build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .header("Accept", "text/html");
    }
}
