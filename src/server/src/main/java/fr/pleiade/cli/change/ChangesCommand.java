package fr.pleiade.cli.change;

import fr.pleiade.draft.change.VintageChanges;
import fr.pleiade.site.Site;
import fr.pleiade.sources.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade changes DATASET EARLIER.csv LATER.csv}: what the things that are gone may have become, for people to decide. */
@Command(
        name = "changes",
        description =
                "Tells what the things of a dataset may have become that are in one of its files and not in a later one, and what has another name there.%n"
                        + "Writes a table, a row for each change that may be: \"yes\" where a code tells it, nothing where somebody must decide.%n"
                        + "Rows that are kept in a file of the dataset's folder, which its mapping reads, are published.",
        mixinStandardHelpOptions = true)
public final class ChangesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DATASET", description = "the name of its folder in mappings/")
    private String dataset = "";

    @Parameters(index = "1", paramLabel = "EARLIER.csv", description = "the earlier file")
    private Path earlier = Path.of("");

    @Parameters(index = "2", paramLabel = "LATER.csv", description = "the later file")
    private Path later = Path.of("");

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "the folder that holds mappings/ and ontology/ (default: Pléiade's own)")
    private Path site = Path.of(System.getProperty("pleiade.home", "."));

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where the table goes (default: standard output)")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Path folder = site.resolve("mappings").resolve(dataset);
        Path mapping = List.of("mapping.yml", "mapping.ttl").stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () -> wrong("there is no dataset '%s' in %s".formatted(dataset, site.resolve("mappings"))));
        for (Path file : List.of(earlier, later)) {
            if (!Files.isRegularFile(file)) {
                throw wrong("%s: there is no such file".formatted(file));
            }
        }
        try {
            VintageChanges changes = VintageChanges.between(
                    mapping,
                    earlier,
                    later,
                    Site.identifierSystems(site.resolve("ontology"), "http://localhost:8080/"));
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            write(changes, table);
            if (output == null) {
                spec.commandLine().getOut().print(table.toString(StandardCharsets.UTF_8));
                spec.commandLine().getOut().flush();
            } else {
                Files.write(output, table.toByteArray());
            }
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d gone, %d new, %d renamed, %d changes that may be, of which %d are certain%n",
                            changes.gone().size(),
                            changes.fresh().size(),
                            changes.renamed().size(),
                            changes.rows().stream()
                                    .filter(row ->
                                            !row.get(3).isEmpty() && !row.get(3).equals(row.get(1)))
                                    .count(),
                            changes.rows().stream()
                                    .filter(row -> row.get(0).equals("yes"))
                                    .count());
            return 0;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(VintageChanges changes, OutputStream out) throws IOException {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.write(VintageChanges.HEADER);
            for (List<String> row : changes.rows()) {
                csv.write(row);
            }
        }
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
