package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The site of this project with something and without it, to be published in turn.
 *
 * @param folder where both are, and what is published of them
 * @param with the site as it is
 * @param without a copy, from which what is measured is to be taken
 */
record TwoSites(Path folder, Path with, Path without) {
    static final String BASE = "http://localhost:8080/";

    /** What publishing cost, in seconds of the process's CPU time. */
    record Cost(double with, double without) {
        double times() {
            return with / without;
        }
    }

    static TwoSites in(Path folder) throws IOException {
        return new TwoSites(folder, copy(folder.resolve("with")), copy(folder.resolve("without")));
    }

    private static Path copy(Path to) throws IOException {
        for (String name : List.of("mappings", "ontology")) {
            Folders.copy(Path.of(name), to.resolve(name));
        }
        return to;
    }

    /** {@return where what is published first is, of the site as it is} */
    Path warmUp() {
        return folder.resolve("warm-up");
    }

    /** Publishes both so many times, after one that warms up. {@return what one cost in the mean} */
    Cost publish(Path sources, int rounds) {
        publish(with, sources, warmUp());
        double all = 0;
        double fewer = 0;
        for (int round = 1; round <= rounds; round++) {
            fewer += publish(without, sources, folder.resolve("without-" + round));
            all += publish(with, sources, folder.resolve("with-" + round));
        }
        return new Cost(all / rounds, fewer / rounds);
    }

    private static double publish(Path site, Path sources, Path state) {
        long before = Measurement.cpuNanos();
        PublishReport report = new Publisher(
                        Site.read(site.resolve("mappings"), site.resolve("ontology"), BASE), sources, state)
                .publish(PublishObserver.NONE);
        if (report.outcome() != PublishReport.Outcome.PUBLISHED) {
            throw new IllegalStateException(state.getFileName() + " was not published: " + report.outcome());
        }
        double seconds = (Measurement.cpuNanos() - before) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %d triples, %.1f CPU s%n", state.getFileName(), report.triples(), seconds);
        return seconds;
    }
}
