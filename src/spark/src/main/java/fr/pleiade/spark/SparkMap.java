package fr.pleiade.spark;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.identifiers.SystemsException;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.SyntaxException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code map} on Spark: what {@code pleiade map --spark} and {@code spark-submit} run, which takes public classes only. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Map CSV files to sorted N-Quads on Apache Spark, as a column sheet, or a mapping in RML, YARRRML or CSVW, says.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was mapped",
            "1:the mapping or a source is at fault, or a value could not be mapped",
            "2:the command is not used as it is meant",
            "3:the environment failed (disk, network, cluster)"
        })
public final class SparkMap implements Callable<Integer> {
    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Spark's master, such as local[2]; spark-submit says it by --master")
    private @Nullable String master;

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
            required = true,
            paramLabel = "URI",
            description =
                    "an empty folder, or one that is not there yet: where the parts, the findings and the report go")
    private String output = "";

    @Option(
            names = "--sources",
            paramLabel = "URI",
            description = "the folder of relative source paths (default: the working directory)")
    private String sources = ".";

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "what relative IRIs are resolved against (default: ${DEFAULT-VALUE})")
    private String base = "http://localhost:8080/";

    @Option(
            names = "--graph",
            paramLabel = "IRI",
            description = "the graph of what the mapping leaves in the default graph (default: none)")
    private String graph = "";

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description =
                    "the folder whose ontology/ declares the identifier systems that functions read codes of (default: Pléiade's own)")
    private Path site = Path.of(System.getProperty("pleiade.home", "."));

    @Option(
            names = "--systems",
            paramLabel = "FILE",
            description = "the declarations of identifier systems, instead of those of the site")
    private @Nullable Path systems;

    @Option(
            names = "--on-error",
            paramLabel = "stop|report",
            description = "if a value cannot be mapped, write nothing, or report it and go on (default)")
    private OnError onError = OnError.report;

    @Option(
            names = "--empty",
            paramLabel = "keep|skip",
            description = "an empty cell is an empty string (default), or no value")
    private Empty empty = Empty.keep;

    @Option(
            names = "--parts",
            paramLabel = "N",
            description = "in how many parts the output is written, at most (default: one for each 32 MB of sources)")
    private int parts;

    @Option(names = "--minimal", description = "with CSVW metadata, write what cells say and not the tables and rows")
    private boolean minimal;

    @Option(names = "--quiet", description = "print no report, only what is wrong")
    private boolean quiet;

    private static final int INPUT = 1;
    private static final int ENVIRONMENT = 3;
    private static final int NEWEST_JAVA = 23;

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Function<SparkConf, JavaSparkContext> start;
    private final Consumer<JavaSparkContext> end;

    private SparkMap(Function<SparkConf, JavaSparkContext> start, Consumer<JavaSparkContext> end) {
        this.start = start;
        this.end = end;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(command(JavaSparkContext::new, JavaSparkContext::close).execute(arguments));
    }

    /**
     * {@return the command}
     *
     * @param start starts Spark
     * @param end ends it
     */
    static CommandLine command(Function<SparkConf, JavaSparkContext> start, Consumer<JavaSparkContext> end) {
        return new CommandLine(new SparkMap(start, end)).setExecutionExceptionHandler((failure, command, parsed) -> {
            Throwable known = known(failure);
            if (known == null) {
                failure.printStackTrace(command.getErr());
                command.getErr().println("pleiade: this is a fault of Pléiade itself; please report the lines above");
                return ENVIRONMENT;
            }
            command.getErr().println("pleiade: " + known.getMessage());
            if (known instanceof SparkFault fault) {
                return fault.exitCode();
            }
            return known instanceof UncheckedIOException || known instanceof SparkException ? ENVIRONMENT : INPUT;
        });
    }

    /** {@return what a failure is in words that were written for people; Spark's own are better than none} */
    private static @Nullable Throwable known(Throwable failure) {
        Throwable ofSpark = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkFault
                    || cause instanceof MappingException
                    || cause instanceof CsvException
                    || cause instanceof SyntaxException
                    || cause instanceof SystemsException
                    || cause instanceof UncheckedIOException) {
                return cause;
            }
            ofSpark = cause instanceof SparkException ? cause : ofSpark;
        }
        return ofSpark;
    }

    /** {@return the settings of a run, as far as whoever submits it has not said otherwise} */
    static SparkConf quiet(SparkConf configuration) {
        return configuration
                .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer") // Kryo cannot write records
                .setIfMissing("spark.ui.showConsoleProgress", "false");
    }

    @Override
    public Integer call() {
        checkOptions();
        SparkConf configuration = quiet(new SparkConf().setIfMissing("spark.app.name", "pleiade map"));
        if (master != null) {
            configuration.setMaster(master).setIfMissing("spark.ui.enabled", "false");
        }
        if (!configuration.contains("spark.master")) {
            throw SparkFault.misuse("--spark: say which master, such as local[2], or run this by spark-submit");
        }
        JavaSparkContext spark = started(configuration);
        try {
            return map(spark);
        } finally {
            end.accept(spark);
        }
    }

    private JavaSparkContext started(SparkConf configuration) {
        try {
            return start.apply(configuration);
        } catch (Exception e) { // Spark's own are checked ones, which its methods do not declare.
            int java = Runtime.version().feature();
            throw SparkFault.environment(
                    "Spark does not start with the master %s%s: %s"
                            .formatted(
                                    configuration.get("spark.master"),
                                    java > NEWEST_JAVA ? " on Java " + java + ", but on 17 to 23" : "",
                                    e.getMessage()),
                    e);
        }
    }

    private int map(JavaSparkContext spark) {
        SparkRun run = new SparkRun(
                spark,
                new SparkRun.Request(
                        mapping,
                        sources,
                        output,
                        graph,
                        empty == Empty.skip ? EmptyCells.SKIPPED : EmptyCells.KEPT,
                        SparkRun.PART_BYTES,
                        parts,
                        onError == OnError.stop));
        RunReport report = CsvwPart.Request.reads(mapping.get(0))
                ? run.convert(
                        new CsvwPart.Request(mapping.get(0).toAbsolutePath().toString(), base, minimal))
                : run.run(Mapping.read(
                        mapping, base, identifierSystems(), SparkRun.files(spark, sources, mapping.get(0))));
        print(report);
        return report.findings() == 0 ? ExitCode.OK : INPUT;
    }

    private void print(RunReport report) {
        PrintWriter messages = spec.commandLine().getErr();
        report.sample().forEach(messages::println);
        if (!quiet) {
            messages.printf(
                    Locale.ROOT,
                    "%,d rows, %,d quads in %,d parts, %,d findings in %.2f s%n",
                    report.rows(),
                    report.quads(),
                    report.parts().size(),
                    report.findings(),
                    report.seconds());
        }
    }

    /** What no mapping could use is said before Spark is started, which takes some seconds. */
    private void checkOptions() {
        if (!IriSyntax.isIri(base) || !base.startsWith("/", base.indexOf(':') + 1)) {
            throw SparkFault.misuse(
                    "--base must be an absolute IRI such as https://data.example.org/, not '%s'".formatted(base));
        }
        if (!graph.isEmpty() && !IriSyntax.isIri(graph)) {
            throw SparkFault.misuse("--graph must be an absolute IRI, not '%s'".formatted(graph));
        }
        if (CsvwPart.Request.reads(mapping.get(0)) && (mapping.size() > 1 || !graph.isEmpty())) {
            throw SparkFault.misuse("CSVW metadata is one file, whose tables are beside it and in no graph");
        }
        if (minimal && !CsvwPart.Request.reads(mapping.get(0))) {
            throw SparkFault.misuse("--minimal is for CSVW metadata (.json) and CSV files alone");
        }
        if (parts < 0) {
            throw SparkFault.misuse("--parts must be 1 or more, not " + parts);
        }
        for (Path file : mapping) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw SparkFault.misuse("--mapping: there is no file %s that can be read".formatted(file));
            }
        }
        Path declared = systems;
        if (declared != null && !Files.isReadable(declared)) {
            throw SparkFault.misuse("--systems: there is no file %s that can be read".formatted(declared));
        }
    }

    private IdentifierSystems identifierSystems() {
        return systems == null
                ? IdentifierSystems.declaredIn(site.resolve("ontology"), base)
                : IdentifierSystems.read(systems, base);
    }
}
