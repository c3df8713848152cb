package fr.pleiade.cli;

import fr.pleiade.findings.Finding;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.DistinctLines;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.engine.MappingReport;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Maps CSV files to RDF as a mapping says: a stand-alone RML processor. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Map CSV files to RDF as a column sheet, or a mapping in RML, YARRRML or CSVW, says.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was mapped",
            "1:the mapping or a source is at fault, or a value could not be mapped",
            "2:the command is not used as it is meant",
            "3:the environment failed (disk, memory)"
        })
final class MapCommand implements Callable<Integer> {
    @Option(
            names = {"-m", "--mapping"},
            required = true,
            paramLabel = "FILE",
            description =
                    "the mapping: RML; a column sheet in .yml, or YARRRML, of which several files are one mapping; CSVW metadata in .json, or a"
                            + " .csv itself with the metadata that is found beside it")
    private List<Path> mapping = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "where the triples go, in the syntax that the suffix names (.nq, .nt, .ttl, .trig, .rdf, .jsonld,"
                            + " each with .gz if wanted); - is standard output, in N-Quads (default)")
    private String output = "-";

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "the folder of relative source paths (default: the working directory)")
    private Path sources = Path.of("");

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "what relative IRIs are resolved against (default: ${DEFAULT-VALUE})")
    private String base = "http://localhost:8080/";

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description =
                    "the folder whose ontology/ declares the identifier systems that functions read codes of (default:"
                            + " Pléiade's own)")
    private Path site = Path.of(System.getProperty("pleiade.home", "."));

    @Option(
            names = "--systems",
            paramLabel = "FILE",
            description = "the declarations of identifier systems, instead of those of the site")
    private @Nullable Path systems;

    @Option(
            names = "--on-error",
            paramLabel = "stop|report",
            description = "at a value that cannot be mapped, stop and write nothing, or report it and go on (default)")
    private OnError onError = OnError.report;

    @Option(
            names = "--empty",
            paramLabel = "keep|skip",
            description = "an empty cell is an empty string (default), or no value")
    private Empty empty = Empty.keep;

    @Option(names = "--threads", paramLabel = "N", description = "how many threads map rows (default: one a processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "map on Apache Spark, such as local[2]: ./pleiade map --spark does so, and spark-submit with pleiade-spark.jar;"
                            + " --output is then a folder of sorted parts")
    private @Nullable String spark;

    @Option(names = "--distinct", description = "write each triple once")
    private boolean distinct;

    @Option(names = "--explain", description = "print the plan and map nothing")
    private boolean explain;

    @Option(
            names = "--as",
            paramLabel = "rml|csvw",
            description = "print the mapping as RML, in Turtle, or a column sheet as CSVW, in JSON, and map nothing")
    private @Nullable As as;

    @Option(names = "--minimal", description = "with CSVW metadata, write what cells say and not the tables and rows")
    private boolean minimal;

    @Option(names = "--quiet", description = "print neither progress nor a report, only what is wrong")
    private boolean quiet;

    /** As it is written on the command line. */
    enum OnError {
        stop,
        report
    }

    /** As it is written on the command line. */
    enum Empty {
        keep,
        skip
    }

    /** As it is written on the command line. */
    enum As {
        rml,
        csvw
    }

    private final PrintStream messages = System.err;

    @Override
    public Integer call() {
        if (spark != null) {
            throw new Misuse(
                    "--spark needs Spark's own libraries: run ./pleiade map --spark, or spark-submit pleiade-spark.jar");
        }
        MapOutput.check(output);
        checkOptions();
        if (CsvwRun.reads(mapping.get(0))) {
            return csvw();
        }
        if (minimal) {
            throw new Misuse("--minimal is for CSVW metadata (.json) and CSV files alone");
        }
        Mapping plan = Mapping.read(mapping, base, identifierSystems(), sources);
        if (explain) {
            System.out.print(plan.explain());
            return ExitCode.OK;
        }
        if (as == As.csvw) {
            requireOneForCsvw();
            System.out.print(Mapping.csvw(mapping.get(0), base, identifierSystems(), sources, messages::println));
            return ExitCode.OK;
        }
        if (as != null) {
            System.out.print(Mapping.rml(mapping, base, identifierSystems(), sources));
            return ExitCode.OK;
        }
        return map(plan);
    }

    private void requireOneForCsvw() {
        if (mapping.size() > 1) {
            throw new Misuse("--as csvw writes one column sheet, and several mappings are given");
        }
    }

    /** What no mapping could use is said before any file is read. */
    private void checkOptions() {
        if (!IriSyntax.isIri(base) || !base.startsWith("/", base.indexOf(':') + 1)) {
            throw new Misuse(
                    "--base must be an absolute IRI such as https://data.example.org/, not '%s'".formatted(base));
        }
        if (threads < 1) {
            throw new Misuse("--threads must be 1 or more, not " + threads);
        }
        mapping.forEach(file -> require("--mapping", Files.isReadable(file) && !Files.isDirectory(file), "file", file));
        require("--sources", Files.isDirectory(sources), "folder", sources);
        if (systems == null) {
            require("--site", Files.isDirectory(site), "folder", site);
        } else {
            require("--systems", Files.isReadable(systems) && !Files.isDirectory(systems), "file", systems);
        }
    }

    private static void require(String option, boolean isThere, String kind, Path path) {
        if (!isThere) {
            throw new Misuse("%s: there is no %s %s that can be read".formatted(option, kind, path));
        }
    }

    private IdentifierSystems identifierSystems() {
        return systems == null
                ? Site.identifierSystems(site.resolve("ontology"), base)
                : IdentifierSystems.read(systems, base);
    }

    private int csvw() {
        if (mapping.size() > 1 || explain || as != null) {
            throw new Misuse("CSVW metadata is one file, which neither --explain nor --as reads");
        }
        boolean isClean = new CsvwRun(messages, this::report)
                .run(mapping.get(0), base, minimal ? Csvw.Mode.MINIMAL : Csvw.Mode.STANDARD, output, quiet);
        return isClean ? ExitCode.OK : Failures.INPUT;
    }

    private void report(MappingError fault) {
        if (onError == OnError.stop) {
            throw new StoppedException(fault.toString());
        }
        messages.println(fault);
    }

    private int map(Mapping plan) {
        long start = System.nanoTime();
        try (MapProgress progress = MapProgress.of(plan, sources, messages, quiet);
                MapOutput out = MapOutput.open(output, plan);
                DistinctLines lines = DistinctLines.to(out.stream())) {
            Run run = Run.in(sources)
                    .withFindings(finding -> report(finding, progress))
                    .withBytesRead(progress)
                    .withThreads(threads)
                    .withEmptyCells(empty == Empty.skip ? EmptyCells.SKIPPED : EmptyCells.KEPT);
            MappingReport report = plan.run(run, distinct ? lines : out.stream());
            lines.finish();
            out.commit();
            progress.interrupt();
            if (!quiet) {
                summarise(report, distinct ? lines.count() : report.quads(), (System.nanoTime() - start) / 1e9);
            }
            sayGraphsLeftOut(out.graphsLeftOut() + report.graphsLeftOut());
            return report.findings() == 0 ? ExitCode.OK : Failures.INPUT;
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }

    private void summarise(MappingReport report, long triples, double seconds) {
        messages.printf(
                Locale.ROOT,
                "%,d rows, %,d triples, %,d findings in %.2f s%n",
                report.rows(),
                triples,
                report.findings(),
                seconds);
    }

    /** A loss is said even to those who want no report. */
    private void sayGraphsLeftOut(long triples) {
        if (triples > 0) {
            messages.printf(
                    Locale.ROOT,
                    "%,d triples are written without their graph, which their syntax cannot name; .nq, .trig and .jsonld can%n",
                    triples);
        }
    }

    private void report(Finding finding, MapProgress progress) {
        if (onError == OnError.stop) {
            throw new StoppedException(finding.describe());
        }
        progress.interrupt();
        messages.println(finding.describe());
    }

    /** The first finding, where the run is to stop at it. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(String finding) {
            super(finding);
        }
    }
}
