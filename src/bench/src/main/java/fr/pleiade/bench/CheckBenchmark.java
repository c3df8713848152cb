package fr.pleiade.bench;

import fr.pleiade.bench.CheckSite.Rows;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.csv.SourceCheck;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.quality.shapes.ShapeCheck;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Times the checks, each against a peer of the same run in CPU seconds: all CSV checks against the parser alone, SHACL by the million
 * triples, faulty rows against good ones, and a check in which one dataset of four changed against one in which all did.
 *
 * <p>Of some rounds of each the cheapest counts, so that the machine's other work does not; the first, in which Java gets to know the
 * code, is printed beside it. Arguments: which of csv, shapes, faults and share (default: all). System property: {@code rows} (default
 * 95,000), of which the CSV file has four times, and a dataset as many or a quarter; {@code rounds} of the CSV checks (default 12).
 */
public final class CheckBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 95_000);
    /** A file that takes the parser alone more than some hundredths of a second. */
    private static final int CSV_ROWS = 4 * ROWS;

    private static final int ROUNDS = Integer.getInteger("rounds", 12);
    private static final int CHECK_ROUNDS = 3;
    private static final int DATASETS = 4;
    private static final double MOST_TIMES_PARSER = 2.0;
    private static final double MOST_SHACL_SECONDS = 1.0;
    private static final double MOST_TIMES_GOOD = 1.5;
    /** What a check costs whatever changed is taken off first; the rest is the processor's caches. */
    private static final double MOST_SHARE = 1.2 / DATASETS;

    private CheckBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Set<String> parts = arguments.length == 0 ? Set.of("csv", "shapes", "faults", "share") : Set.of(arguments);
        Path folder = Files.createTempDirectory("pleiade-check-");
        CheckSite one = new CheckSite(folder.resolve("one"), 1, ROWS);
        if (parts.contains("csv")) {
            csv(new CheckSite(folder.resolve("csv"), 1, CSV_ROWS));
        }
        if (parts.contains("shapes")) {
            shapes(one, folder);
        }
        if (parts.contains("faults")) {
            faults(one);
        }
        if (parts.contains("share")) {
            share(new CheckSite(folder.resolve("four"), DATASETS, ROWS / DATASETS));
        }
        System.out.println("left for inspection: " + folder);
    }

    private static void csv(CheckSite site) {
        String name = CheckSite.slug(0) + ".csv";
        Mapping mapping = site.mapping(CheckSite.slug(0));
        Dialect dialect =
                Objects.requireNonNull(mapping.dialects(site.sources()).get(site.file(0)));
        SourceTable table = SourceTable.of(mapping.plan(), name, site.file(0), dialect, Set.of());
        Cost parser = Cost.of(ROUNDS, () -> parse(site.file(0), dialect));
        Cost checks = Cost.of(ROUNDS, () -> new SourceCheck().run(table, finding -> {}));
        parser.print("parser alone, %,d rows".formatted(CSV_ROWS));
        checks.print("parser and all CSV checks");
        System.out.println(Asked.atMost(
                MOST_TIMES_PARSER,
                "CPU of all CSV checks, times that of the parser alone",
                (checks.cheapest() - parser.cheapest()) / parser.cheapest()));
    }

    private static void parse(Path path, Dialect dialect) {
        try (CsvFile file = CsvFile.open(path.toString(), path, dialect)) {
            Row row = new Row(dialect.nulls());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    // Its cells are where they are.
                }
                block.get().recycle();
            }
        }
    }

    private static void shapes(CheckSite site, Path folder) throws IOException {
        Path graph = folder.resolve("graph.nq");
        GraphWriter.Figures figures;
        try (LineSorter sorter = new LineSorter(folder)) {
            Run run = Run.in(site.sources()).withGraph(CheckSite.BASE + "dataset/things0");
            site.mapping(CheckSite.slug(0)).run(run, sorter);
            figures = GraphWriter.write(sorter, graph, CheckSite.BASE);
        }
        AtomicLong findings = new AtomicLong();
        ShapeCheck check = new ShapeCheck(site.shapes(), CheckSite.BASE, unreadable -> {
            throw new IllegalStateException(unreadable.problem().en());
        });
        Cost shapes = Cost.of(CHECK_ROUNDS, () -> check.check(graph, finding -> findings.incrementAndGet()));
        shapes.print("SHACL, %,d triples, %,d findings".formatted(figures.triples(), findings.get() / CHECK_ROUNDS));
        System.out.println(Asked.atMost(
                MOST_SHACL_SECONDS,
                "CPU seconds of SHACL by the million triples, in the first round",
                shapes.first() * 1e6 / figures.triples()));
    }

    private static void faults(CheckSite site) throws IOException {
        Cost good = Cost.of(CHECK_ROUNDS, () -> site.publisher("state").check(PublishObserver.NONE));
        site.writeRows(0, Rows.FAULTY);
        AtomicLong findings = new AtomicLong();
        Cost faulty = Cost.of(
                CHECK_ROUNDS,
                () -> findings.set(site.publisher("state").check(PublishObserver.NONE).verdict().groups().stream()
                        .mapToLong(FindingGroup::count)
                        .sum()));
        good.print("check of %,d good rows".formatted(ROWS));
        faulty.print("check of %,d faulty rows, %,d findings".formatted(ROWS, findings.get()));
        System.out.println(Asked.atMost(
                MOST_TIMES_GOOD, "CPU of faulty rows, times that of good ones", faulty.cheapest() / good.cheapest()));
    }

    private static void share(CheckSite site) throws IOException {
        Publisher publisher = site.publisher("state");
        publisher.publish(PublishObserver.NONE);
        Cost none = Cost.of(CHECK_ROUNDS, () -> publisher.check(PublishObserver.NONE));
        site.writeRows(1, Rows.CHANGED);
        Cost one = Cost.of(CHECK_ROUNDS, () -> publisher.check(PublishObserver.NONE));
        for (int dataset = 0; dataset < DATASETS; dataset++) {
            site.writeRows(dataset, Rows.CHANGED);
        }
        Cost all = Cost.of(CHECK_ROUNDS, () -> publisher.check(PublishObserver.NONE));
        none.print("check, nothing changed");
        one.print("check, one dataset of %d changed".formatted(DATASETS));
        all.print("check, all changed");
        System.out.println(Asked.atMost(
                MOST_SHARE,
                "of what changed datasets cost, the share of one of %d".formatted(DATASETS),
                (one.cheapest() - none.cheapest()) / (all.cheapest() - none.cheapest())));
    }

    /** The CPU seconds of some rounds of one thing, of all of the process's threads. */
    private record Cost(double first, double cheapest) {
        static Cost of(int rounds, Runnable round) {
            double[] seconds = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                long begun = Measurement.cpuNanos();
                round.run();
                seconds[i] = (Measurement.cpuNanos() - begun) / 1e9;
            }
            return new Cost(seconds[0], Arrays.stream(seconds).min().orElseThrow());
        }

        void print(String what) {
            System.out.printf(Locale.ROOT, "  %-50s %6.2f CPU s, %6.2f in the first round%n", what, cheapest, first);
        }
    }
}
