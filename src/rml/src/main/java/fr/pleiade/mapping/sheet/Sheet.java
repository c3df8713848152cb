package fr.pleiade.mapping.sheet;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.mapping.table.LinkWriter;
import fr.pleiade.mapping.table.OwnTerms;
import fr.pleiade.mapping.table.TableRule;
import fr.pleiade.mapping.table.TableWriter;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.InitialContext;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A column sheet: CSVW metadata in YAML, with short forms.
 *
 * <pre>{@code
 * url: towns.csv
 * class: schema:City
 * columns:
 *   Code:     { is: key, type: code }
 *   Nom:      { is: label, lang: fr }
 *   Habitants: integer
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Sheet {
    private static final Set<String> KEYS =
            Set.of(Words.COLUMNS, Words.SCHEMA, Words.TABLES, Words.URL, "file", Words.ABOUT);

    private final String document;
    private final String base;
    private final String name;
    private final List<TableRule> tables;
    private final Prefixes prefixes;
    private final List<InMemoryGraph> description;

    private Sheet(
            String document,
            String base,
            String name,
            List<TableRule> tables,
            Prefixes prefixes,
            List<InMemoryGraph> description) {
        this.description = List.copyOf(description);
        this.document = document;
        this.base = base;
        this.name = name;
        this.tables = List.copyOf(tables);
        this.prefixes = prefixes;
    }

    /** {@return whether a YAML document is a column sheet, by its keys: it has columns, names a file, or describes a dataset} */
    public static boolean isSheet(YamlNode document) {
        return document.isMap() && document.entries().stream().anyMatch(entry -> KEYS.contains(entry.key()));
    }

    /** {@return why a document is neither a column sheet nor YARRRML, and what to write} */
    public static String refusal(YamlNode document) {
        if (document.isNothing()) {
            return "the document is empty; a column sheet says url: FILE.csv, and under columns: a line for each header; YARRRML has the key mappings";
        }
        if (document.isList()) {
            return "the document is a list, expected keys; write url: and columns:, or mappings: of YARRRML, without hyphens before them";
        }
        String meant = document.entries().stream()
                .flatMap(entry -> Meant.by(entry.key(), KEYS).stream()
                        .map(key -> "; did you mean %s by '%s'?".formatted(key, entry.key())))
                .findFirst()
                .orElse("");
        return "this is not a mapping: a column sheet has the key columns, YARRRML has the key mappings, and this document has neither"
                + meant;
    }

    /**
     * Reads a sheet.
     *
     * @param document the name by which messages call it
     * @param base the site's base, which relative addresses are put behind
     * @param slug the dataset's name, unless the sheet says another
     * @param systems the identifier systems that columns may have for datatypes
     * @throws MappingException if it is none; lists all errors
     */
    public static Sheet read(String document, YamlNode root, String base, String slug, IdentifierSystems systems) {
        Problems problems = new Problems();
        problems.in(document);
        Part sheet = Part.read(root, Words.SHEET, problems);
        String name = sheet.text(Words.NAME).orElse(slug);
        Addresses addresses = new Addresses(problems, base, name);
        sheet.find(Words.PREFIXES).ifPresent(node -> node.entries().forEach(addresses::declare));
        TableReader reader = new TableReader(problems, addresses, new TypeReader(problems, systems), name);
        List<TableRule> tables = new ArrayList<>();
        if (sheet.has(Words.TABLES)) {
            for (YamlNode node : sheet.nodes(Words.TABLES)) {
                Part table = Part.read(node, Words.TABLE, problems).inheriting(sheet);
                if (!table.has(Words.CLASS)) {
                    sheet.find(Words.CLASS).ifPresent(type -> table.say(Words.CLASS, type));
                }
                tables.add(reader.read(table));
            }
        } else {
            tables.add(reader.read(sheet));
        }
        Optional<InMemoryGraph> description = about(sheet, problems, addresses, base, name);
        problems.verify();
        return new Sheet(
                document,
                base,
                name,
                tables,
                addresses.prefixes().declared(),
                description.stream().toList());
    }

    /**
     * {@return what the sheet of a dataset says of the dataset, as DCAT, if it says anything; whatever it says of its columns}
     *
     * @throws MappingException if it cannot be read, or the description is at fault; lists all errors
     */
    public static Optional<InMemoryGraph> description(Path sheet, String base, String slug) {
        YamlNode document = Documents.read(sheet);
        if (!isSheet(document)) {
            return Optional.empty(); // YARRRML, which says nothing of datasets
        }
        Problems problems = new Problems();
        problems.in(sheet.toString());
        Part part = Part.read(document, Words.SHEET, problems);
        Addresses addresses = new Addresses(problems, base, slug);
        part.find(Words.PREFIXES).ifPresent(node -> node.entries().forEach(addresses::declare));
        Optional<InMemoryGraph> description = about(part, problems, addresses, base, slug);
        problems.verify();
        return description;
    }

    private static Optional<InMemoryGraph> about(
            Part sheet, Problems problems, Addresses addresses, String base, String name) {
        String language = sheet.text(Words.LANG).orElse("");
        String dataset = base + "dataset/" + name;
        return sheet.find(Words.ABOUT)
                .map(node -> new AboutReader(problems, addresses, base, dataset, language).read(node));
    }

    /** {@return the terms that are this dataset's own, as a vocabulary; nothing if all are others'} */
    public InMemoryGraph terms() {
        Term dataset = new Term.Iri(base + "dataset/" + name);
        List<Term> titles = description.stream()
                .flatMap(graph -> graph.objects(dataset, Vocabulary.DCT + "title").stream())
                .toList();
        return new OwnTerms(base + "vocab/" + name)
                .of(tables, titles, tables.get(0).line());
    }

    /**
     * {@return the links to other datasets, as link rules}
     *
     * @param datasets what each dataset of the site has that links may lead to, by its slug
     * @throws MappingException if a link cannot be made; lists all errors
     */
    public InMemoryGraph links(Map<String, Keyed> datasets) {
        Problems problems = new Problems();
        problems.in(document);
        RuleGraph rules = new RuleGraph(base + "#");
        LinkWriter writer = new LinkWriter(problems, rules, base + "dataset/" + name, datasets);
        tables.forEach(writer::write);
        problems.verify();
        return rules.graph(prefixes);
    }

    /**
     * {@return the sheet as RML}
     *
     * @throws MappingException if a template names a column that the sheet does not have, or a file has two columns for one; lists all errors
     */
    public InMemoryGraph graph(Headers headers) {
        Problems problems = new Problems();
        problems.in(document);
        RuleGraph rules = new RuleGraph(base + "#");
        int number = 0;
        for (TableRule table : tables) {
            String called = tables.size() == 1 ? name : name + "-" + ++number;
            Optional<List<String>> header = header(table, called, headers);
            TableRule here = header.map(names -> table.of(names, problems)).orElse(table);
            Columns columns = new Columns(here.columns(), header, problems);
            new TableWriter(here, called, rules, columns, problems).write();
        }
        problems.verify();
        return rules.graph(InitialContext.PREFIXES.and(prefixes).and(Prefixes.of(Map.of("fn", CellType.FN))));
    }

    /**
     * {@return the sheet as CSVW metadata, in JSON}
     *
     * @param leftOut takes what CSVW cannot say, or says otherwise, each with its line
     * @throws MappingException as {@link #graph}
     */
    public String csvw(Headers headers, Consumer<MappingError> leftOut) {
        Problems problems = new Problems();
        problems.in(document);
        Problems losses = new Problems();
        losses.in(document);
        List<Map<String, JsonTree>> written = new ArrayList<>();
        for (TableRule table : tables) {
            Optional<List<String>> header = header(table, name, headers);
            TableRule here = header.map(names -> table.of(names, problems)).orElse(table);
            Columns columns = new Columns(here.columns(), header, problems);
            written.add(new CsvwWriter(here, header, columns, base, losses).write());
        }
        problems.verify();
        losses.errors().forEach(leftOut);
        Map<String, JsonTree> metadata = new LinkedHashMap<>();
        metadata.put("@context", JsonTree.string("http://www.w3.org/ns/csvw"));
        if (written.size() == 1) {
            metadata.putAll(written.get(0));
        } else {
            metadata.put(
                    Words.TABLES,
                    JsonTree.array(written.stream().map(JsonTree::object).toList()));
        }
        return JsonTree.object(metadata).print();
    }

    private Optional<List<String>> header(TableRule table, String called, Headers headers) {
        RuleGraph alone = new RuleGraph(base + "#");
        Term source = TableWriter.source(table, called, alone);
        return headers.of(alone.graph(prefixes), source);
    }
}
