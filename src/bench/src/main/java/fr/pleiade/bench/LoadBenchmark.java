package fr.pleiade.bench;

import fr.pleiade.store.load.BulkLoad;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.tdb2.xloader.ProcBuildIndexX;
import org.apache.jena.tdb2.xloader.ProcBuildNodeTableX;
import org.apache.jena.tdb2.xloader.ProcIngestDataX;
import org.apache.jena.tdb2.xloader.XLoaderFiles;

/**
 * Times {@link BulkLoad} against Jena's loaders, those of {@code tdb2.tdbloader --loader=…}, on the same sorted N-Quads.
 *
 * <p>System properties: {@code quads}, a file of N-Quads or a number of them to make up (default 1000000); {@code loaders}, those to run,
 * with commas (default all). Prints wall
 * and CPU seconds, megabytes on disk, and how many times the wall time and the CPU of ours each takes; then the memory of ours, which is
 * the same for {@code memoryQuads} (default 2000000) and for four times as many.
 *
 * <p>On two cores that nobody else used, 1 million quads of 144 bytes, {@code -Xmx1g}:
 *
 * <pre>
 *              wall s  CPU s  MB on disk
 * pleiade        1.7    2.6    263
 * parallel       9.8   18.1    511
 * phased        13.6   25.5    511    (what tdb2.tdbloader does unless told otherwise)
 * sequential    13.9   14.5    511
 * basic         16.0   15.9    511
 * xloader       23.3   20.7    343    (and its sorts)
 * </pre>
 *
 */
final class LoadBenchmark {
    private static final int QUADS_PER_THING = 20;

    private LoadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("load-benchmark");
        String input = System.getProperty("quads", "1000000");
        Path nquads =
                input.matches("\\d+") ? madeUp(folder.resolve("quads.nq"), Long.parseLong(input)) : Path.of(input);
        Map<String, BiConsumer<Path, Path>> loaders = new LinkedHashMap<>();
        loaders.put("warm-up", LoadBenchmark::ours);
        loaders.put("pleiade", LoadBenchmark::ours);
        loaders.put("phased", with(dataset -> LoaderFactory.phasedLoader(dataset, MonitorOutputs.nullOutput())));
        loaders.put("parallel", with(dataset -> LoaderFactory.parallelLoader(dataset, MonitorOutputs.nullOutput())));
        loaders.put(
                "sequential", with(dataset -> LoaderFactory.sequentialLoader(dataset, MonitorOutputs.nullOutput())));
        loaders.put("basic", with(dataset -> LoaderFactory.basicLoader(dataset, MonitorOutputs.nullOutput())));
        loaders.put("xloader", LoadBenchmark::xloader);
        loaders.put("pleiade again", LoadBenchmark::ours);
        System.out.printf("%s, %d MB%n", nquads, Files.size(nquads) >> 20);
        String wanted = System.getProperty("loaders", "");
        Cost unit = new Cost(0, 0);
        for (Map.Entry<String, BiConsumer<Path, Path>> loader : loaders.entrySet()) {
            if (wanted.isEmpty() || List.of(wanted.split(",")).contains(loader.getKey())) {
                Cost cost = time(loader.getKey(), loader.getValue(), nquads, folder.resolve("tdb2"), unit);
                unit = loader.getKey().equals("pleiade") ? cost : unit;
            }
        }
        compareMemory(folder, Long.getLong("memoryQuads", 2_000_000));
        Folders.delete(folder);
    }

    private static void compareMemory(Path folder, long quads) throws IOException {
        Measurement once = inOwnProcess(folder, quads);
        Measurement fourTimes = inOwnProcess(folder, 4 * quads);
        double times = fourTimes.peakMegabytes() / once.peakMegabytes();
        System.out.printf(
                "%s%n%s%n%s%n", once, fourTimes, Asked.atMost(1.25, "four times the quads, times the memory", times));
    }

    private static Measurement inOwnProcess(Path folder, long quads) throws IOException {
        Path nquads = madeUp(folder.resolve("quads.nq"), quads);
        Path directory = folder.resolve("tdb2");
        Measurement measured = Measurement.of(
                "pleiade, %,d quads".formatted(quads),
                LoadRun.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                List.of(directory.toString(), nquads.toString()));
        Folders.delete(directory);
        Files.delete(nquads);
        return measured;
    }

    private record Cost(double wall, double cpu) {}

    private static Cost time(String name, BiConsumer<Path, Path> loader, Path nquads, Path directory, Cost unit)
            throws IOException {
        System.gc();
        long cpu = Measurement.cpuNanos();
        long start = System.nanoTime();
        loader.accept(directory, nquads);
        double wall = (System.nanoTime() - start) / 1e9;
        double used = (Measurement.cpuNanos() - cpu) / 1e9;
        System.out.printf(
                "%-14s wall %7.2f s (%.2f)  CPU %7.2f s (%.2f)  disk %5d MB%n",
                name,
                wall,
                unit.wall() == 0 ? 1 : wall / unit.wall(),
                used,
                unit.cpu() == 0 ? 1 : used / unit.cpu(),
                diskBytes(directory) >> 20);
        Folders.delete(directory);
        return new Cost(wall, used);
    }

    private static void ours(Path directory, Path nquads) {
        new BulkLoad(directory, List.of(nquads), quads -> {}).run();
    }

    private static BiConsumer<Path, Path> with(Function<DatasetGraph, DataLoader> loaderFor) {
        return (directory, nquads) -> {
            directory.toFile().mkdirs();
            DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
            DataLoader loader = loaderFor.apply(dataset);
            loader.startBulk();
            loader.load(List.of(nquads.toString()));
            loader.finishBulk();
            dataset.close();
            TDBInternal.expel(dataset);
        };
    }

    /** The steps of {@code tdb2.xloader}, whose sorts are processes of GNU sort: their CPU is not counted here. */
    private static void xloader(Path directory, Path nquads) {
        Path temporary = directory.resolveSibling("xloader-files");
        directory.toFile().mkdirs();
        temporary.toFile().mkdirs();
        XLoaderFiles files = new XLoaderFiles(temporary.toString());
        List<String> input = List.of(nquads.toString());
        ProcBuildNodeTableX.exec(directory.toString(), files, 2, null, input);
        ProcIngestDataX.exec(directory.toString(), files, input, false);
        for (String index : List.of("GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG")) {
            ProcBuildIndexX.exec(directory.toString(), index, 2, null, files);
        }
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        dataset.close();
        TDBInternal.expel(dataset);
    }

    private static Path madeUp(Path file, long quads) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long thing = 0; thing < quads / QUADS_PER_THING; thing++) {
                for (int property = 0; property < QUADS_PER_THING; property++) {
                    out.write("<http://localhost:8080/id/thing/%09d> <http://localhost:8080/vocab/x#p%02d> %s <%s> .%n"
                            .formatted(
                                    thing, property, object(thing, property), "http://localhost:8080/dataset/things"));
                }
            }
        }
        return file;
    }

    /** A third texts, most of them shared; a third links; some numbers; some codes that are nobody else's. */
    private static String object(long thing, int property) {
        return switch (property % 6) {
            case 0, 1 -> "\"valeur %d du champ\"@fr".formatted((thing * 31 + property) % 100_000);
            case 2 -> "<http://localhost:8080/id/commune/%05d>".formatted((thing * 7 + property) % 35_000);
            case 3 -> "<http://localhost:8080/id/type/%02d>".formatted((thing + property) % 40);
            case 4 -> "\"%d\"^^<http://www.w3.org/2001/XMLSchema#integer>".formatted((thing * 13 + property) % 1_000);
            default -> "\"code-%d-%d\"".formatted(thing, property);
        };
    }

    private static long diskBytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Object blocks = Files.getAttribute(file, "unix:size");
                bytes += ((Number) blocks).longValue();
            }
            return bytes;
        }
    }
}
