package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Finding;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Rows;
import fr.pleiade.sources.SourceFile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The circumstances of one execution of a plan.
 *
 * @param workingDirectory the folder of relative source paths that are not relative to the mapping
 * @param graph the graph of quads that the mapping leaves in the default graph; {@code ""} leaves them there
 * @param findings told of every value that could not be mapped, in the order of the rows, from one thread at a time
 * @param bytesRead told of the bytes read since it was last told, from one thread at a time
 * @param threads how many threads map rows, from 1; the output is the same for any number
 * @param emptyCells what empty cells mean
 * @param sourcesRead told of each source when all its rows were read, with the digest of the very bytes that were read; digests cost time, so
 *     that without an observer there are none
 * @param names told what the rows are named, and asked whether things may be named so
 * @param origins takes where each triple of the run's own output comes from, in lines of {@link fr.pleiade.quads.OriginLine}, unsorted, with
 *     the numbers of {@link PlanRule}; from one thread at a time
 */
public record Run(
        Path workingDirectory,
        String graph,
        Consumer<Finding> findings,
        LongConsumer bytesRead,
        int threads,
        EmptyCells emptyCells,
        Optional<Consumer<SourceFile>> sourcesRead,
        Optional<RowNames> names,
        Optional<OutputStream> origins) {

    /** @throws IllegalArgumentException if there is no thread */
    public Run {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + ", expected 1 or more");
        }
    }

    /** {@return a run with sources under a folder, the default graph kept, findings and progress unheard, on all processors} */
    public static Run in(Path workingDirectory) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Run(
                workingDirectory,
                "",
                finding -> {},
                bytes -> {},
                processors,
                EmptyCells.KEPT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@return the same run with the quads of the default graph put into a graph} */
    public Run withGraph(String otherGraph) {
        return new Run(
                workingDirectory, otherGraph, findings, bytesRead, threads, emptyCells, sourcesRead, names, origins);
    }

    /** {@return the same run with an observer of its findings} */
    public Run withFindings(Consumer<Finding> observer) {
        return new Run(workingDirectory, graph, observer, bytesRead, threads, emptyCells, sourcesRead, names, origins);
    }

    /** {@return the same run with an observer of its progress in bytes read} */
    public Run withBytesRead(LongConsumer observer) {
        return new Run(workingDirectory, graph, findings, observer, threads, emptyCells, sourcesRead, names, origins);
    }

    /** {@return the same run on a number of threads} */
    public Run withThreads(int number) {
        return new Run(workingDirectory, graph, findings, bytesRead, number, emptyCells, sourcesRead, names, origins);
    }

    /** {@return the same run with another meaning of empty cells} */
    public Run withEmptyCells(EmptyCells meaning) {
        return new Run(workingDirectory, graph, findings, bytesRead, threads, meaning, sourcesRead, names, origins);
    }

    /** {@return the same run with an observer of the sources that were read to their end} */
    public Run withSourcesRead(Consumer<SourceFile> observer) {
        return new Run(
                workingDirectory,
                graph,
                findings,
                bytesRead,
                threads,
                emptyCells,
                Optional.of(observer),
                names,
                origins);
    }

    /** {@return the same run with somebody who is told what the rows are named} */
    public Run withNames(RowNames observer) {
        return new Run(
                workingDirectory,
                graph,
                findings,
                bytesRead,
                threads,
                emptyCells,
                sourcesRead,
                Optional.of(observer),
                origins);
    }

    /** {@return the same run with something that takes where its triples come from} */
    public Run withOrigins(OutputStream lines) {
        return new Run(
                workingDirectory,
                graph,
                findings,
                bytesRead,
                threads,
                emptyCells,
                sourcesRead,
                names,
                Optional.of(lines));
    }

    CsvFile.Reading reading() {
        return sourcesRead.isPresent() ? CsvFile.Reading.DIGESTED : CsvFile.Reading.PLAIN;
    }

    /** Tells the observer of rows that were read to their end. */
    void read(Rows rows) {
        sourcesRead.ifPresent(observer -> rows.source().ifPresent(observer));
    }
}
