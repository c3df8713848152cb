package fr.pleiade.spark;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.engine.PartMapper;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.quads.LineEnds;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.RecordCuts.Cut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.util.SerializableConfiguration;
import scala.Function1;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/**
 * Maps the sources of a mapping with Spark, and writes the same lines as one machine does: sorted by bytes, each once, in parts of which
 * each goes on where the one before ends.
 *
 * <p>Large plain files are cut where records begin ({@link SourceParts}). A sample of what they become says how the output is divided
 * ({@link Layout}). Each part is mapped ({@link MappedPart}) into one shuffle, by which lines come to their range, and those that need a
 * join to their key; what is joined comes to its range by another one. Each range is sorted and written ({@link SortedPart}). The driver
 * sees counts, digests and the first findings, nothing else.
 */
final class SparkRun {
    /** Of each source, so many bytes are the work of one task, about. */
    static final long PART_BYTES = 32L << 20;

    /** Below this, the output is one part. */
    private static final long SMALL_BYTES = 8L << 20;

    private static final int SAMPLES_PER_RANGE = 40;
    private static final int SAMPLE_BYTES = 512;
    /** How many blocks of a file that is not cut are looked at for samples. */
    private static final int SAMPLED_BLOCKS = 8;

    private static final long LARGEST_TABLE = 256L << 20;

    private final JavaSparkContext spark;
    private final Request request;

    /**
     * What is to be done.
     *
     * @param documents what says it
     * @param sources the folder of relative source paths, as Hadoop writes addresses
     * @param output the folder of the output
     * @param graph the graph of quads that the mapping leaves in the default graph; {@code ""} leaves them there
     * @param emptyCells what empty cells mean
     * @param partBytes how many bytes of a source are the work of one task, about
     * @param ranges how many parts the output is to have, at most; 0 for as many as its size asks for
     * @param stopsAtFinding whether nothing is to be written if a value cannot be mapped
     */
    record Request(
            List<Path> documents,
            String sources,
            String output,
            String graph,
            EmptyCells emptyCells,
            long partBytes,
            int ranges,
            boolean stopsAtFinding) {}

    SparkRun(JavaSparkContext spark, Request request) {
        this.spark = spark;
        this.request = request;
    }

    /** {@return what opens the files of a mapping in a folder, wherever that is} */
    static ClusterFiles files(JavaSparkContext spark, String sources, Path mapping) {
        SerializableConfiguration configuration = new SerializableConfiguration(spark.hadoopConfiguration());
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(sources);
        String working = ClusterFiles.fileSystem(folder, configuration)
                .makeQualified(folder)
                .toString();
        String beside =
                mapping.toAbsolutePath().resolveSibling("").normalize().toUri().toString();
        return new ClusterFiles(configuration, working, beside, Map.of());
    }

    /**
     * Maps everything.
     *
     * @throws SparkFault if the output folder is taken, or a file system cannot be used
     * @throws CsvException if a source is missing, or is not the CSV that it is declared to be
     * @throws MappingException if a source lacks a column that the mapping names
     */
    RunReport run(Mapping mapping) {
        Plan plan = mapping.plan();
        ClusterFiles files =
                files(spark, request.sources(), Path.of(plan.folder()).resolve("mapping"));
        PartWork work = new PartWork(
                plan,
                new ClusterFiles(files.configuration(), files.working(), files.mapping(), tables(plan)),
                request.graph(),
                request.emptyCells());
        OutputFolder output = new OutputFolder(qualified(request.output(), files), files.configuration());
        List<SourcePart> parts = new SourceParts(spark, work, request.partBytes()).cut();
        return written(output, work.files().tables(), () -> map(work, parts, output));
    }

    /**
     * Converts the tables that a CSVW document describes, in one task.
     *
     * @throws SparkFault as {@link #run}, and if the document or a table cannot be read
     */
    RunReport convert(CsvwPart.Request tables) {
        ClusterFiles files = files(spark, request.sources(), Path.of(tables.document()));
        OutputFolder output = new OutputFolder(qualified(request.output(), files), files.configuration());
        Layout layout = new Layout(List.of(), 0, 0);
        return written(output, Map.of(), () -> {
            Outcome outcome = written(
                    spark.parallelize(List.of(tables), 1)
                            .mapPartitionsToPair(
                                    some -> Chunks.of(layout, new CsvwPart(some.next(), new FindingsFile(output, 0)))),
                    layout,
                    output);
            return RunReport.of(outcome.told(), outcome.parts());
        });
    }

    /** Makes the output folder, and empties it again if what is done in it fails. */
    private RunReport written(OutputFolder output, Map<String, byte[]> tables, Supplier<RunReport> work) {
        output.begin();
        boolean isWhole = false;
        try {
            long start = System.nanoTime();
            RunReport report = work.get();
            report.writeTo(output, definition(tables));
            output.succeed();
            isWhole = true;
            return report.in((System.nanoTime() - start) / 1e9);
        } finally {
            if (!isWhole) {
                output.clear();
            }
        }
    }

    /** {@return the mapping and its tables, by their names in its folder} */
    private Map<String, byte[]> definition(Map<String, byte[]> tables) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path document : request.documents()) {
            try {
                files.put(String.valueOf(document.getFileName()), Files.readAllBytes(document));
            } catch (IOException e) {
                throw new UncheckedIOException(document + " cannot be read: " + e.getMessage(), e);
            }
        }
        files.putAll(tables);
        return files;
    }

    private static String qualified(String output, ClusterFiles files) {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(output);
        return ClusterFiles.fileSystem(folder, files.configuration())
                .makeQualified(folder)
                .toString();
    }

    /** {@return the tables that the mapping's functions look values up in, by their paths} */
    private static Map<String, byte[]> tables(Plan plan) {
        Path folder = Path.of(plan.folder());
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String text : plan.textsOfCalls()) {
            table(folder, text).ifPresent(table -> tables.put(text, table));
        }
        return tables;
    }

    private static Optional<byte[]> table(Path folder, String text) {
        try {
            Path file = folder.resolve(text);
            boolean isInside = Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())
                    && Files.size(file) <= LARGEST_TABLE;
            return isInside ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // A text that is no path names no table.
        }
    }

    private RunReport map(PartWork work, List<SourcePart> parts, OutputFolder output) {
        Broadcast<PartWork> shared = spark.broadcast(work);
        Layout layout = layout(shared, parts);
        Outcome outcome = written(
                spark.parallelize(parts, parts.size())
                        .mapPartitionsToPair(some -> Chunks.of(layout, mapped(shared.value(), some.next(), output))),
                layout,
                output);
        shared.destroy();
        return RunReport.of(work.plan(), parts, outcome.told(), outcome.parts());
    }

    /** What was told of the parts of the sources, and the parts of the output. */
    private record Outcome(PartReport told, List<SortedPart> parts) {}

    /** Writes what the chunks hold, unless something is told that forbids it: the first use of the shuffle shows that. */
    private Outcome written(JavaPairRDD<Integer, byte[]> chunks, Layout layout, OutputFolder output) {
        JavaPairRDD<Integer, byte[]> mapped = shuffled(chunks, layout.all());
        PartReport told = partitions(mapped, layout.ofReports(), layout.all())
                .map(report -> PartReport.of(report._2))
                .reduce(PartReport::and);
        if (!told.failure().isEmpty()) {
            throw SparkFault.input(told.failure());
        }
        if (request.stopsAtFinding() && told.findings() > 0) {
            throw SparkFault.input(told.sample().get(0));
        }
        JavaRDD<Tuple2<Integer, byte[]>> ready = partitions(mapped, 0, layout.written());
        JavaRDD<SortedPart> parts = layout.joined() == 0
                ? ready.mapPartitions(lines -> write(output, layout, lines), true)
                : ready.zipPartitions(
                        joined(mapped, layout), (own, joined) -> write(output, layout, both(own, joined)));
        return new Outcome(told, parts.collect());
    }

    private static MappedPart mapped(PartWork work, SourcePart part, OutputFolder output) {
        return new MappedPart(work, part, new FindingsFile(output, part.number()));
    }

    private JavaRDD<Tuple2<Integer, byte[]>> joined(JavaPairRDD<Integer, byte[]> mapped, Layout layout) {
        Layout behindJoins = new Layout(layout.bounds(), layout.targets(), 0);
        return shuffled(
                        partitions(mapped, layout.written(), layout.ofReports())
                                .mapPartitionsToPair(chunks -> Chunks.of(behindJoins, new JoinedPart(bytes(chunks)))),
                        layout.written())
                .map(chunk -> chunk);
    }

    /** {@return the chunks, each in its partition; written by Kryo, which keeps none of them in memory, as Java's streams do} */
    private JavaPairRDD<Integer, byte[]> shuffled(JavaPairRDD<Integer, byte[]> chunks, int partitions) {
        JavaPairRDD<Integer, byte[]> shuffled = chunks.partitionBy(new ByNumber(partitions));
        if (shuffled.rdd() instanceof ShuffledRDD<?, ?, ?> rdd) {
            rdd.setSerializer(new KryoSerializer(spark.getConf()));
        }
        return shuffled;
    }

    private static Iterator<Tuple2<Integer, byte[]>> both(
            Iterator<Tuple2<Integer, byte[]>> first, Iterator<Tuple2<Integer, byte[]>> second) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return first.hasNext() || second.hasNext();
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                return first.hasNext() ? first.next() : second.next();
            }
        };
    }

    private static Iterator<byte[]> bytes(Iterator<Tuple2<Integer, byte[]>> chunks) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return chunks.hasNext();
            }

            @Override
            public byte[] next() {
                return chunks.next()._2;
            }
        };
    }

    private static Iterator<SortedPart> write(
            OutputFolder output, Layout layout, Iterator<Tuple2<Integer, byte[]>> chunks) throws IOException {
        int number = TaskContext.getPartitionId();
        String name = number < layout.ranges()
                ? "part-%05d.nq".formatted(number)
                : "targets/%d/part-00000.nq".formatted(number - layout.ranges() + 1);
        return List.of(SortedPart.write(output, name, bytes(chunks))).iterator();
    }

    /** {@return some partitions alone; others are not read} */
    private static JavaRDD<Tuple2<Integer, byte[]>> partitions(JavaPairRDD<Integer, byte[]> all, int from, int to) {
        Function1<Object, Object> wanted = new Wanted(from, to);
        return JavaRDD.fromRDD(PartitionPruningRDD.create(all.rdd(), wanted), ClassTag$.MODULE$.apply(Tuple2.class));
    }

    /** Which partitions are wanted. */
    private static final class Wanted extends scala.runtime.AbstractFunction1<Object, Object>
            implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private final int from;
        private final int to;

        Wanted(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Object apply(Object partition) {
            int number = (Integer) partition;
            return number >= from && number < to;
        }
    }

    private Layout layout(Broadcast<PartWork> shared, List<SourcePart> parts) {
        Plan plan = shared.value().plan();
        long bytes = parts.stream().mapToLong(SourcePart::length).sum();
        int ranges = request.ranges() > 0
                ? request.ranges()
                : bytes <= SMALL_BYTES
                        ? 1
                        : (int) Math.max(spark.defaultParallelism(), (bytes + PART_BYTES - 1) / PART_BYTES);
        int joined = plan.joinedReferences().isEmpty() ? 0 : ranges;
        if (ranges == 1) {
            return new Layout(List.of(), plan.targets().size(), joined);
        }
        long all = (long) SAMPLES_PER_RANGE * ranges;
        List<byte[]> sample = spark.parallelize(parts, parts.size())
                .flatMap(part -> sample(
                                shared.value(), part, (int) Math.max(1, all * part.length() / Math.max(1, bytes)))
                        .iterator())
                .collect();
        return Layout.of(sample, ranges, plan.targets().size(), joined);
    }

    /** {@return the beginnings of some of the lines that a part becomes} */
    private static List<byte[]> sample(PartWork work, SourcePart part, int wanted) throws IOException {
        List<byte[]> sample = new ArrayList<>();
        int places = 1 + part.inside().size();
        int each = Math.max(1, wanted / places);
        LogicalSource source = work.source(part);
        try {
            sampleBlocks(
                    work, source, part.open(work.files(), source), part.isWhole() ? SAMPLED_BLOCKS : 1, each, sample);
            for (Cut cut : part.inside()) {
                sampleBlocks(work, source, part.openAt(work.files(), source, cut), 1, each, sample);
            }
        } catch (CsvException | MappingException e) {
            return sample; // It is told when the rows are mapped.
        }
        return sample;
    }

    private static void sampleBlocks(
            PartWork work, LogicalSource source, CsvFile rows, int blocks, int wanted, List<byte[]> sample)
            throws IOException {
        Sampling lines = new Sampling();
        try (PartMapper mapper = PartMapper.of(work.plan(), work.run(finding -> {}), work.files(), source, rows)) {
            for (int block = 0; block < blocks && mapper.next(lines); block++) {
                // The lines are collected.
            }
        }
        int step = Math.max(1, lines.seen.size() / wanted);
        for (int i = step / 2; i < lines.seen.size(); i += step) {
            sample.add(lines.seen.get(i));
        }
    }

    /** Keeps the beginnings of the lines of some blocks. */
    private static final class Sampling implements PartMapper.Lines {
        private final List<byte[]> seen = new ArrayList<>();

        @Override
        public void ready(int output, byte[] bytes, int from, int to) {
            for (int start = from, end; output == 0 && start < to; start = end + 1) {
                end = LineEnds.next(bytes, start, to);
                seen.add(Arrays.copyOfRange(bytes, start, Math.min(end, start + SAMPLE_BYTES)));
            }
        }

        @Override
        public void toJoin(byte[] bytes, int from, int to) {
            // Where it is sorted is known when it is joined; the row's other lines stand for it.
        }
    }
}
