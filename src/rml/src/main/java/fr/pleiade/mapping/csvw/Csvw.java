package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.Vocabulary.CSVW;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tables as CSVW describes them, and the RDF that they are.
 *
 * <p>A folder stands for the addresses under its base; nothing is fetched. Memory: a row. Not thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/csv2rdf/">Generating RDF from Tabular Data on the Web</a>
 */
public final class Csvw {
    /** Where the metadata of a file may stand, the first that describes the file being the one. */
    private static final List<String> BESIDE = List.of("%s-metadata.json", "csv-metadata.json", "%s.json", "csvm.json");

    private final GroupRule group;
    private final Remarks remarks;
    private long nodes;

    private Csvw(GroupRule group, Remarks remarks) {
        this.group = group;
        this.remarks = remarks;
    }

    /** How much is said. */
    public enum Mode {
        /** The tables and rows too, and what is annotated. */
        STANDARD,
        /** The content of cells alone. */
        MINIMAL
    }

    /**
     * Reads a metadata document.
     *
     * @param root a folder, in which the document and all files that it describes are
     * @param base the address that the folder stands for, ending in a slash
     * @throws MappingException if the document cannot be used
     */
    public static Csvw read(Path metadata, Path root, String base) {
        Folder folder = new Folder(root, base);
        Remarks remarks = new Remarks(metadata.toString());
        return new Csvw(
                new MetadataReader(folder, remarks).read(Folder.json(metadata), folder.address(metadata)), remarks);
    }

    /** Takes a CSV file with the metadata that is found beside it; otherwise like {@link #read}. */
    public static Csvw of(Path csv, Path root, String base) {
        Folder folder = new Folder(root, base);
        String address = folder.address(csv);
        Remarks remarks = new Remarks(csv.toString());
        for (String name : BESIDE) {
            Path metadata = csv.resolveSibling(name.formatted(csv.getFileName()));
            if (Files.exists(metadata)) {
                Remarks own = remarks.on(metadata.toString());
                JsonTree document = Folder.json(metadata);
                GroupRule group = new MetadataReader(folder, own).read(document, folder.address(metadata));
                if (group.tables().stream().anyMatch(table -> table.url().equals(address))) {
                    return new Csvw(group, own);
                }
                own.warn(document, "this does not describe %s: passed over", address);
            }
        }
        Context context = new Context(address, Inherited.NO_LANGUAGE);
        TableRule table = new TableRule(
                address,
                csv,
                "",
                Dialect.RFC_4180,
                List.of(),
                Inherited.NOTHING,
                List.of(),
                false,
                Map.of(),
                List.of(),
                context,
                "",
                List.of(),
                true);
        return new Csvw(new GroupRule("", List.of(table), Map.of(), List.of(), context), remarks);
    }

    /**
     * Converts all tables.
     *
     * @param faults takes what was passed over in the metadata, then which cells are not of their datatype: these are written as plain
     *     texts
     * @throws fr.pleiade.sources.CsvException if a file is missing or is not the CSV that it is declared to be
     */
    public void run(Mode mode, Consumer<Quad> out, Consumer<MappingError> faults) {
        remarks.warnings().forEach(faults);
        List<TableRule> tables =
                group.tables().stream().filter(table -> !table.isSuppressed()).toList();
        if (mode == Mode.MINIMAL) {
            tables.forEach(table ->
                    new TableConversion(table, this::node, out, faults).run((number, line, subjects, titles) -> {}));
            return;
        }
        Term all = named(group.id());
        TableConversion.type(all, "TableGroup", out);
        annotate(all, group.annotations(), group.notes(), group.context(), out);
        tables.forEach(table -> standard(all, table, out, faults));
    }

    private void standard(Term all, TableRule rule, Consumer<Quad> out, Consumer<MappingError> faults) {
        Term table = named(rule.id());
        out.accept(new Quad(all, property("table"), table));
        TableConversion.type(table, "Table", out);
        out.accept(new Quad(table, property("url"), new Term.Iri(rule.url())));
        annotate(table, rule.annotations(), rule.notes(), rule.context(), out);
        new TableConversion(rule, this::node, out, faults).run((number, line, subjects, titles) -> {
            Term row = node();
            out.accept(new Quad(table, property("row"), row));
            TableConversion.type(row, "Row", out);
            out.accept(new Quad(row, property("rownum"), TableConversion.number(number)));
            out.accept(new Quad(row, property("url"), new Term.Iri(rule.url() + "#row=" + line)));
            titles.forEach(title -> out.accept(new Quad(row, property("title"), title)));
            subjects.forEach(subject -> out.accept(new Quad(row, property("describes"), subject)));
        });
    }

    private void annotate(
            Term about, Map<String, JsonTree> common, List<JsonTree> notes, Context context, Consumer<Quad> out) {
        common.forEach((name, value) -> Annotations.write(about, name, value, context, this::node, out));
        notes.forEach(note -> Annotations.write(about, CSVW + "note", note, context, this::node, out));
    }

    private Term named(String id) {
        return id.isEmpty() ? node() : new Term.Iri(id);
    }

    private Term node() {
        return new Term.BlankNode("w" + ++nodes);
    }

    private static Term.Iri property(String name) {
        return new Term.Iri(CSVW + name);
    }
}
