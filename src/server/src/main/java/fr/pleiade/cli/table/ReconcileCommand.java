package fr.pleiade.cli.table;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.Profiler;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.linking.table.Decisions;
import fr.pleiade.linking.table.Review;
import fr.pleiade.linking.table.TableColumns;
import fr.pleiade.linking.table.TableMatch;
import fr.pleiade.linking.table.TableThings;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.RdfReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    @Parameters(index = "0", paramLabel = "FILE.csv", description = "the table")
    private Path file = Path.of("");

    @Option(names = "--column", required = true, paramLabel = "NAME", description = "the column that names things")
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
        requireFile(file);
        TableColumns columns = new TableColumns(column, others, places, codes, sites);
        try (Names names = names();
                CsvFile table = open(file);
                OutputStream out = output == null ? standard() : Files.newOutputStream(output);
                CsvWriter writer = new CsvWriter(out)) {
            List<String> classes =
                    types.stream().map(type -> named(type, names)).toList();
            TableMatch match = new TableMatch(names, columns, classes, asOf, Locale.forLanguageTag(language));
            TableMatch.Counts counts = run(match, table, writer);
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

    private TableMatch.Counts run(TableMatch match, CsvFile table, CsvWriter writer) throws IOException {
        TableMatch.Subjects subjects = new TableMatch.Subjects(id, decided());
        if (review == null) {
            return match.run(file.toString(), table, writer, subjects, Optional.empty());
        }
        try (Review written = new Review(Files.newBufferedWriter(review), Locale.forLanguageTag(language))) {
            return match.run(file.toString(), table, writer, subjects, Optional.of(written));
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
        return CsvFile.open(csv.toString(), csv, dialect(csv));
    }

    /** {@return how a file seems to be written; a table of one column, of which no dataset is made, is RFC 4180's} */
    private static Dialect dialect(Path csv) {
        try {
            return Profiler.dialect(csv);
        } catch (DraftException e) {
            return Dialect.RFC_4180;
        }
    }

    private Names names() {
        return against == null ? published() : ofTable(against);
    }

    private Names published() {
        Path folder = state == null ? site.resolve("var") : state;
        Release release = Releases.in(folder)
                .current()
                .orElseThrow(() -> misuse(
                        "nothing is published in %s; publish first, or name a table with --against".formatted(folder)));
        if (!Files.isDirectory(release.names())) {
            throw misuse("release %s has no index of names; publish again".formatted(release.id()));
        }
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
            TableColumns columns = new TableColumns(
                    againstColumn.isEmpty() ? column : againstColumn,
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

    private void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw misuse("there is no file " + path);
        }
    }

    private ParameterException misuse(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
