package fr.pleiade.cli.table;

import fr.pleiade.draft.Profiler;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.linking.table.Decisions;
import fr.pleiade.linking.table.Review;
import fr.pleiade.linking.table.TableColumns;
import fr.pleiade.linking.table.TableGuess;
import fr.pleiade.linking.table.TableMatch;
import fr.pleiade.linking.table.TableThings;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.web.reconcile.LocalService;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade reconcile FILE.csv --column NAME}: the table again, with the things that its rows name. */
@Command(
        name = "reconcile",
        description =
                "Finds what the rows of a CSV file name: among what the site has published, or in another CSV file.%n"
                        + "Gives the file back with the thing, its score and the reasons; what is doubtful gets candidates and no thing.",
        mixinStandardHelpOptions = true)
public final class ReconcileCommand implements Callable<Integer> {
    private static final String BASE = "http://localhost:8080/";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE.csv", description = "the table; --serve needs none")
    private @Nullable Path file;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "the column that names things (default: the one whose cells are found best)")
    private String column = "";

    @Option(names = "--other", paramLabel = "COLUMN", description = "a column of other names or acronyms; repeatable")
    private List<String> others = new ArrayList<>();

    @Option(names = "--place", paramLabel = "COLUMN", description = "a column that says where they are; repeatable")
    private List<String> places = new ArrayList<>();

    @Option(names = "--code", paramLabel = "COLUMN", description = "a column of their identifiers; repeatable")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--web", paramLabel = "COLUMN", description = "a column of their web sites; repeatable")
    private List<String> sites = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "IRI",
            description = "a class of which the things must be, as an IRI or its last part; repeatable")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "when the rows were true, such as 2023-04 (default: today)")
    private String asOf = "";

    @Option(names = "--against", paramLabel = "OTHER.csv", description = "another table, instead of what is published")
    private @Nullable Path against;

    @Option(names = "--key", paramLabel = "COLUMN", description = "the column of that table that holds the keys")
    private String key = "";

    @Option(
            names = "--against-column",
            paramLabel = "COLUMN",
            description = "the column of that table that names things (default: as --column)")
    private String againstColumn = "";

    @Option(
            names = "--against-place",
            paramLabel = "COLUMN",
            description = "the columns of that table that say where they are (default: those of --place that it has)")
    private List<String> againstPlaces = new ArrayList<>();

    @Option(
            names = "--serve",
            description =
                    "answer OpenRefine on this machine, instead of reading FILE.csv: a reconciliation service over"
                            + " OTHER.csv, or over what is published")
    private boolean serve;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the port to serve on; any free one where it is taken (default: ${DEFAULT-VALUE})")
    private int port = 8090;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "the column of FILE.csv that holds the rows' keys, for --review and --decisions (default: their number)")
    private String id = "";

    @Option(
            names = "--review",
            paramLabel = "FILE.tsv",
            description = "where to write all candidates with their evidence, as SSSOM, to look through")
    private @Nullable Path review;

    @Option(
            names = "--decisions",
            paramLabel = "FILE.csv",
            description = "what was decided: subject_id, object_id, and Not as predicate_modifier where it is not so")
    private @Nullable Path decisions;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "where to write the table (default: standard output)")
    private @Nullable Path output;

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "the folder that holds mappings/ and ontology/ (default: Pléiade's own)")
    private Path site = Path.of(System.getProperty("pleiade.home", "."));

    @Option(names = "--state", paramLabel = "DIR", description = "the folder of releases (default: var/ of the site)")
    private @Nullable Path state;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            description = "the language of names and reasons: fr or en (default: fr)")
    private String language = "fr";

    @Override
    public Integer call() throws IOException {
        return serve ? serve() : match(required(file, "give the table, or --serve"));
    }

    private int match(Path table) throws IOException {
        requireFile(table);
        try (Names names = names()) {
            TableGuess guess = guess(table, names);
            List<String> classes = guess.type().isEmpty() || !types.isEmpty() ? classes(names) : List.of(guess.type());
            TableMatch match = new TableMatch(names, guess.columns(), classes, asOf, Locale.forLanguageTag(language));
            TableMatch.Counts counts = run(match, table);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d rows: %d matched, %d doubtful, %d unknown%n",
                            counts.rows(),
                            counts.matched(),
                            counts.doubtful(),
                            counts.rows() - counts.matched() - counts.doubtful());
            spec.commandLine().getErr().flush();
        }
        return 0;
    }

    private List<String> classes(Names names) {
        return types.stream().map(type -> named(type, names)).toList();
    }

    /** {@return the columns that are named; where none is, those that are found out and the class of their things, which is told} */
    private TableGuess guess(Path table, Names names) {
        if (!column.isEmpty()) {
            return new TableGuess(new TableColumns(column, others, places, codes, sites), "");
        }
        try (CsvFile rows = open(table)) {
            TableGuess guess = TableGuess.of(names, rows, classes(names));
            TableColumns chosen = new TableColumns(
                    guess.columns().name(),
                    others.isEmpty() ? guess.columns().others() : others,
                    places.isEmpty() ? guess.columns().places() : places,
                    codes.isEmpty() ? guess.columns().codes() : codes,
                    sites);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "--column %s; others %s, places %s, codes %s; type %s%n",
                            chosen.name(), chosen.others(), chosen.places(), chosen.codes(), guess.type());
            return new TableGuess(chosen, guess.type());
        }
    }

    /** Blocks until the process is told to end. */
    private int serve() {
        Locale locale = Locale.forLanguageTag(language);
        try (Names names = names();
                LocalService service = against == null
                        ? LocalService.ofRelease(port, locale, release(), names)
                        : LocalService.ofTable(
                                port, locale, String.valueOf(against.getFileName()), names, rows(against))) {
            spec.commandLine()
                    .getOut()
                    .println(new Text(
                                    "In OpenRefine, add this as a standard service: %s%nOnly this machine can reach it. Stop with Ctrl-C.",
                                    "Dans OpenRefine, ajouter ceci comme service standard : %s%nSeule cette machine l'atteint. Arrêter par Ctrl-C.")
                            .with(service.address())
                            .in(locale));
            spec.commandLine().getOut().flush();
            service.await();
        }
        return 0;
    }

    private Map<String, Map<String, String>> rows(Path other) {
        try (CsvFile table = open(other)) {
            return TableThings.cells(other.toString(), table, key);
        }
    }

    private TableMatch.Counts run(TableMatch match, Path table) throws IOException {
        TableMatch.Subjects subjects = new TableMatch.Subjects(id, decided());
        try (CsvFile rows = open(table);
                OutputStream out = output == null ? standard() : Files.newOutputStream(output);
                CsvWriter writer = new CsvWriter(out)) {
            if (review == null) {
                return match.run(table.toString(), rows, writer, subjects, Optional.empty());
            }
            try (Review written = new Review(Files.newBufferedWriter(review), Locale.forLanguageTag(language))) {
                return match.run(table.toString(), rows, writer, subjects, Optional.of(written));
            }
        }
    }

    private Decisions decided() {
        if (decisions == null) {
            return Decisions.NONE;
        }
        requireFile(decisions);
        try (CsvFile table = open(decisions)) {
            return Decisions.read(decisions.toString(), table);
        }
    }

    /** Closing the table must not close the terminal. */
    private static OutputStream standard() {
        return new FilterOutputStream(System.out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static CsvFile open(Path csv) {
        return CsvFile.open(csv.toString(), csv, Profiler.dialect(csv));
    }

    private Names names() {
        return against == null ? published() : ofTable(against);
    }

    private Release release() {
        Path folder = state == null ? site.resolve("var") : state;
        Release release = Releases.in(folder)
                .current()
                .orElseThrow(() -> misuse(
                        "nothing is published in %s; publish first, or name a table with --against".formatted(folder)));
        if (!Files.isDirectory(release.names())) {
            throw misuse("release %s has no index of names; publish again".formatted(release.id()));
        }
        return release;
    }

    private Names published() {
        Release release = release();
        InMemoryGraph ontology = release.graph(PublishedGraph.VOCABULARY).isPresent()
                ? release.graphContent(PublishedGraph.VOCABULARY)
                : new InMemoryGraph();
        List<String> slugs = release.graphs().stream().map(PublishedGraph::slug).toList();
        return Names.open(release.names(), slugs, NameRules.of(ontology));
    }

    private Names ofTable(Path other) {
        requireFile(other);
        if (key.isEmpty()) {
            throw misuse("--against needs --key, the column that holds the keys of " + other);
        }
        try (CsvFile table = open(other)) {
            List<String> header = table.header();
            String naming = againstColumn.isEmpty() ? column : againstColumn;
            TableColumns columns = new TableColumns(
                    required(naming.isEmpty() ? null : naming, "--against needs --against-column, or --column"),
                    others.stream().filter(header::contains).toList(),
                    againstPlaces.isEmpty()
                            ? places.stream().filter(header::contains).toList()
                            : againstPlaces,
                    codes.stream().filter(header::contains).toList(),
                    sites.stream().filter(header::contains).toList());
            List<NamedThing> things = TableThings.read(other.toString(), table, key, columns);
            return Names.inMemory(things, NameRules.of(ontology()));
        }
    }

    /** {@return what the site's ontology says of words and codes; nothing where there is no site} */
    private InMemoryGraph ontology() {
        InMemoryGraph all = new InMemoryGraph();
        Path ontology = site.resolve("ontology");
        for (Path folder : List.of(ontology, ontology.resolve("schemes"))) {
            if (Files.isDirectory(folder)) {
                turtle(folder).forEach(document -> all.addAll(RdfReader.readGraph(document, BASE)));
            }
        }
        return all;
    }

    private static List<Path> turtle(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(document -> document.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    private String named(String type, Names names) {
        return names.types().stream()
                .map(count -> count.value())
                .filter(iri -> iri.equals(type) || iri.endsWith("#" + type) || iri.endsWith("/" + type))
                .findFirst()
                .orElseThrow(() -> misuse("nothing that is named is a '%s'".formatted(type)));
    }

    private <T> T required(@Nullable T given, String problem) {
        if (given == null) {
            throw misuse(problem);
        }
        return given;
    }

    private void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw misuse("there is no file " + path);
        }
    }

    private ParameterException misuse(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
