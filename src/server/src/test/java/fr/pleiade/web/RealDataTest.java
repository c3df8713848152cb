package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks of {@link VisitedSite} and {@link MarkupTest} on the complete files of statistics, institutions and territories in place of the
 * sample's rows; of other datasets there are the sample's rows.
 *
 * <p>Run by {@code -Dpleiade.real-data=true}: it publishes some 5 million triples, takes minutes and needs {@code -Xmx2g}.
 */
class RealDataTest implements VisitedSite {
    /** Folders of {@code ../shared/data} whose files take the place of those of the same name in {@code data/}. */
    private static final List<String> COMPLETE =
            List.of("cog", "etablissements", "effectifs", "finances", "insertion-professionnelle");

    private static final List<String> PAGES = Stream.concat(
                    PortalTest.PAGES.stream(),
                    Stream.of(
                            "cube/finances",
                            "cube/finances?etablissement=etablissement/ti37C",
                            "cube/finances?etablissement=etablissement/ti37C&indicateur=indicateur-financier/tresorerie",
                            "cube/insertion-master",
                            "cube/insertion-master?etablissement=etablissement/ti37C&perimeter=today",
                            "cube/effectifs-inscrits?etablissement=etablissement/ti37C",
                            "embed/chart/etablissement/ti37C",
                            "compare?a=etablissement/ti37C&b=etablissement/xJdyB&b=etablissement/kYurK"))
            .toList();

    /** A cube of millions of observations as a file takes a minute; the sample's are asked for. */
    private static final Pattern WHOLE_CUBE =
            Pattern.compile("(release/[^/]+/)?cube/[^?]+[.][a-z][a-z.]*([?]_profile=[^&]*)?");

    private static PleiadeServer server;
    private static Crawl crawl;

    @BeforeAll
    static void visit(@TempDir Path folder) throws IOException {
        Needed.wanted("pleiade.real-data", "the complete files are published and visited");
        Path complete = Needed.shared("data");
        Path sources = folder.resolve("data");
        for (Path file : files(Path.of("data"))) {
            Path name = Path.of("data").relativize(file);
            Path better = complete.resolve(name);
            boolean isBetter = COMPLETE.contains(name.getName(0).toString()) && Files.isRegularFile(better);
            Files.createDirectories(sources.resolve(name).getParent());
            Files.copy(isBetter ? better : file, sources.resolve(name));
        }
        Path state = folder.resolve("var");
        PublishReport report = new Publisher(
                        Site.read(Path.of("mappings"), Path.of("ontology"), ServedSample.BASE), sources, state)
                .publish(PublishObserver.NONE);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        server = PleiadeServer.start(
                new ServerOptions(state, 0, ServedSample.BASE, Path.of("fuseki-config/pleiade.ttl")));
        crawl = Crawl.of(
                ServedSample.BASE,
                (path, headers) -> SmallSite.get(server, path, headers),
                PAGES,
                WHOLE_CUBE.asMatchPredicate());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public Crawl crawl() {
        return crawl;
    }

    @Test
    void noPageHasAnErrorOfMarkup() {
        assertThat(crawl.visits().stream()
                        .filter(Crawl.Visit::isPage)
                        .flatMap(visit ->
                                MarkupTest.errors(visit.body()).stream().map(error -> visit.origin() + ": " + error)))
                .isEmpty();
    }
}
