package fr.pleiade.spark;

import fr.pleiade.mapping.engine.PartMapper;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.RecordCuts;
import fr.pleiade.sources.RecordCuts.Cut;
import fr.pleiade.sources.RecordCuts.RangeReader;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** Cuts the sources of a plan into parts: large plain files where a record begins, all others not at all. One use, on the driver. */
final class SourceParts {
    /** In how many ranges a part is looked at; each is a place that samples are taken from. */
    private static final int RANGES_PER_PART = 8;

    private final JavaSparkContext spark;
    private final PartWork work;
    private final long partBytes;
    private final List<SourcePart> parts = new ArrayList<>();

    /** @param partBytes how long a part is to be, about */
    SourceParts(JavaSparkContext spark, PartWork work, long partBytes) {
        this.spark = spark;
        this.work = work;
        this.partBytes = partBytes;
    }

    /** A file that is cut, as far as it is known before it is looked at. */
    private record Cuttable(int source, Cut beginning, long firstRow, long length, List<String> header) {}

    /**
     * Some ranges of a file, for one task.
     *
     * @param from where they begin; where the file's records do, for the first
     * @param ends where each ends
     */
    private record Ranges(int source, Cut from, boolean isFirst, long length, List<Long> ends) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** What the ranges hold; nothing where the file cannot be cut after all. */
    private record Looked(int source, List<RecordCuts.Range> ranges, boolean failed) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * {@return the parts of all sources, in the order of the sources and their lines}
     *
     * @throws CsvException if a source is missing, or has no header
     * @throws fr.pleiade.mapping.model.MappingException if a source lacks a column that the mapping names
     */
    List<SourcePart> cut() {
        List<LogicalSource> sources = work.plan().sources();
        Map<Integer, Cuttable> cuttable = new HashMap<>();
        for (int source = 0; source < sources.size(); source++) {
            check(sources.get(source));
            int number = source;
            cuttable(source, sources.get(source)).ifPresent(file -> cuttable.put(number, file));
        }
        Map<Integer, List<Cut>> cuts = lookedAt(cuttable);
        for (int source = 0; source < sources.size(); source++) {
            List<Cut> found = cuts.getOrDefault(source, List.of());
            Cuttable file = cuttable.get(source);
            if (file == null || found.size() < 2) {
                long length = work.files().status(sources.get(source)).getLen();
                parts.add(
                        new SourcePart(parts.size(), source, new Cut(0, 1), length, true, true, List.of(), List.of()));
            } else {
                add(file, found);
            }
        }
        return List.copyOf(parts);
    }

    /** What is wrong with a header is told before anything is done; that of a view is made of rows, and is looked at with them. */
    private void check(LogicalSource source) {
        if (source.view().isEmpty()) {
            PartMapper.of(
                            work.plan(),
                            work.run(finding -> {}),
                            work.files(),
                            source,
                            work.files().open(source))
                    .close();
        }
    }

    private Optional<Cuttable> cuttable(int number, LogicalSource source) {
        long length = work.files().status(source).getLen();
        if (length <= partBytes
                || !source.view().isEmpty()
                || !RecordCuts.canBeFound(source.path(), source.dialect())) {
            return Optional.empty();
        }
        try (CsvFile file = work.files().open(source);
                InputStream text = work.files().stored(source)) {
            long firstRow = firstRow(file);
            return RecordCuts.beginning(text, source.dialect())
                    .filter(beginning -> firstRow > 0)
                    .map(beginning -> new Cuttable(number, beginning, firstRow, length, file.header()));
        } catch (IOException e) {
            throw new UncheckedIOException(source.path() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return the line of a file's first row; 0 if there is none, or it is at fault, which is told when it is mapped} */
    private static long firstRow(CsvFile file) {
        Row row = new Row(List.of());
        try {
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                if (block.get().next(row)) {
                    return row.line();
                }
            }
            return 0;
        } catch (CsvException e) {
            return 0;
        }
    }

    /** {@return where the files can be cut, by the numbers of their sources} */
    private Map<Integer, List<Cut>> lookedAt(Map<Integer, Cuttable> files) {
        List<Ranges> tasks =
                files.values().stream().flatMap(file -> ranges(file).stream()).toList();
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var shared = spark.broadcast(work);
        List<Looked> looked = spark.parallelize(tasks, tasks.size())
                .map(ranges -> look(shared.value(), ranges))
                .collect();
        shared.destroy();
        Map<Integer, List<Cut>> cuts = new HashMap<>();
        for (Cuttable file : files.values()) {
            List<Looked> ofFile = looked.stream()
                    .filter(each -> each.source() == file.source())
                    .toList();
            if (ofFile.stream().noneMatch(Looked::failed)) {
                List<RecordCuts.Range> ranges =
                        ofFile.stream().flatMap(each -> each.ranges().stream()).toList();
                cuts.put(file.source(), RecordCuts.of(file.beginning(), file.firstRow(), ranges, file.length()));
            }
        }
        return cuts;
    }

    private List<Ranges> ranges(Cuttable file) {
        List<Ranges> tasks = new ArrayList<>();
        long range = Math.max(1, partBytes / RANGES_PER_PART);
        long at = file.beginning().offset();
        while (at < file.length()) {
            List<Long> ends = new ArrayList<>();
            long from = at;
            for (int i = 0; i < RANGES_PER_PART && at < file.length(); i++) {
                at = Math.min(at + range, file.length());
                ends.add(at);
            }
            boolean isFirst = tasks.isEmpty();
            tasks.add(new Ranges(
                    file.source(),
                    isFirst ? file.beginning() : new Cut(from, 0),
                    isFirst,
                    file.length(),
                    List.copyOf(ends)));
        }
        return tasks;
    }

    private static Looked look(PartWork work, Ranges task) throws IOException {
        LogicalSource source = work.plan().sources().get(task.source());
        long offset = task.from().offset();
        long before = task.isFirst() ? offset : offset - 1;
        try (InputStream in = work.files().stored(source, before, task.length() - before)) {
            RangeReader reader = task.isFirst()
                    ? RangeReader.fromBeginning(source.path(), source.dialect(), in, task.from())
                    : RangeReader.from(source.path(), source.dialect(), in, offset);
            List<RecordCuts.Range> ranges = new ArrayList<>();
            for (long end : task.ends()) {
                ranges.add(reader.next(end));
            }
            return new Looked(task.source(), List.copyOf(ranges), false);
        } catch (CsvException e) {
            return new Looked(task.source(), List.of(), true);
        }
    }

    /** Adds the parts of a file: as many of what lies between its cuts as make up the length of one. */
    private void add(Cuttable file, List<Cut> cuts) {
        int from = 0;
        for (int to = 1; to <= cuts.size(); to++) {
            long start = from == 0 ? 0 : cuts.get(from).offset();
            long end = to == cuts.size() ? file.length() : cuts.get(to).offset();
            if (to == cuts.size() || end - start >= partBytes) {
                parts.add(new SourcePart(
                        parts.size(),
                        file.source(),
                        from == 0 ? new Cut(0, 1) : cuts.get(from),
                        end - start,
                        from == 0,
                        false,
                        file.header(),
                        cuts.subList(from + 1, to)));
                from = to;
            }
        }
    }
}
