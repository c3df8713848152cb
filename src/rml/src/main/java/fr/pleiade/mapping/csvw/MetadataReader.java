package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads metadata documents.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">CSVW metadata</a>
 */
final class MetadataReader {
    private static final Set<String> GROUP =
            Set.of("tables", "dialect", "notes", "tableDirection", "tableSchema", "transformations");
    private static final Set<String> TABLE =
            Set.of("url", "dialect", "notes", "suppressOutput", "tableDirection", "tableSchema", "transformations");
    private static final Set<String> TRANSFORMATION = Set.of("url", "scriptFormat", "targetFormat", "source", "titles");

    private final Folder folder;
    private final Remarks remarks;

    MetadataReader(Folder folder, Remarks remarks) {
        this.folder = folder;
        this.remarks = remarks;
    }

    /** What tables take from their group. */
    private record Parent(Inherited inherited, Optional<JsonTree> schema, Optional<JsonTree> dialect) {}

    /**
     * {@return the tables of a document; one alone is a group of its own}
     *
     * @throws MappingException if it cannot be used
     */
    GroupRule read(JsonTree document, String address) {
        if (!document.isObject()) {
            throw remarks.error(document, "this is %s, expected a description of tables", document.describe());
        }
        Context context = context(document, address);
        boolean isGroup = document.member("tables").isPresent()
                || document.member("@type")
                        .filter(t -> t.text().equals("TableGroup"))
                        .isPresent();
        if (!isGroup) {
            TableRule table =
                    table(document, context, new Parent(Inherited.NOTHING, Optional.empty(), Optional.empty()));
            return verified(new GroupRule("", List.of(table), Map.of(), List.of(), context), List.of(document));
        }
        Properties properties = new Properties(document, "TableGroup", GROUP, true, remarks);
        commonParts(properties);
        List<JsonTree> described = properties.find("tables").map(JsonTree::each).orElse(List.of()).stream()
                .filter(JsonTree::isObject)
                .toList();
        if (described.isEmpty()) {
            throw remarks.error(document, "tables is missing");
        }
        Parent parent = new Parent(
                new InheritedReader(remarks).read(properties, Inherited.NOTHING),
                properties.find("tableSchema"),
                properties.find("dialect"));
        List<TableRule> tables =
                described.stream().map(table -> table(table, context, parent)).toList();
        return verified(
                new GroupRule(properties.id(context), tables, properties.common(), notes(properties), context),
                described);
    }

    private Context context(JsonTree document, String address) {
        String base = address;
        String language = Inherited.NO_LANGUAGE;
        for (JsonTree part : document.member("@context").map(JsonTree::each).orElse(List.of())) {
            for (String name : part.members().keySet()) {
                if (!Set.of("@base", "@language").contains(name)) {
                    throw remarks.error(part, "%s cannot stand in @context, only @base and @language", name);
                }
            }
            base = Context.resolve(
                    address, part.member("@base").map(JsonTree::text).orElse(base));
            Optional<JsonTree> declared = part.member("@language");
            if (declared.filter(l -> !l.isString() || !LanguageTag.isWellFormed(l.text()))
                    .isPresent()) {
                remarks.warn(
                        part,
                        "@language is %s, expected a language tag: passed over",
                        declared.get().describe());
            } else {
                language = declared.map(JsonTree::text).orElse(language);
            }
        }
        return new Context(base, language);
    }

    private void commonParts(Properties properties) {
        properties
                .find("tableDirection")
                .filter(d -> !Set.of("ltr", "rtl", "auto").contains(d.text()))
                .ifPresent(d -> remarks.warn(d, "tableDirection is %s, expected ltr, rtl or auto", d.describe()));
        Optional<JsonTree> transformations = properties.find("transformations");
        if (transformations.filter(t -> !t.isArray()).isPresent()) {
            remarks.warn(
                    transformations.get(),
                    "transformations is %s, expected an array: passed over",
                    transformations.get().describe());
        }
        transformations.stream()
                .flatMap(t -> t.items().stream())
                .forEach(t -> new Properties(t, "Template", TRANSFORMATION, false, remarks));
    }

    private TableRule table(JsonTree description, Context context, Parent parent) {
        Properties properties = new Properties(description, "Table", TABLE, true, remarks);
        commonParts(properties);
        Optional<JsonTree> address = properties.find("url").filter(JsonTree::isString);
        if (address.isEmpty()) {
            throw remarks.error(description, "url is missing, or not a string");
        }
        String url = context.resolve(address.get().text());
        Path file = folder.file(url)
                .orElseThrow(() -> remarks.error(
                        address.get(), "%s is not in the folder of the metadata, and nothing is fetched", url));
        Inherited inherited = new InheritedReader(remarks).read(properties, parent.inherited());
        Dialect dialect = properties
                .find("dialect")
                .or(parent::dialect)
                .map(new DialectReader(remarks)::read)
                .orElse(Dialect.RFC_4180);
        SchemaReader schema = SchemaReader.read(
                properties.find("tableSchema").or(parent::schema), context, inherited, folder, remarks);
        return new TableRule(
                url,
                file,
                properties.id(context),
                dialect,
                schema.columns(),
                schema.inherited(),
                schema.rowTitles(),
                properties.flag("suppressOutput").orElse(false),
                properties.common(),
                notes(properties),
                context,
                schema.id(),
                schema.foreignKeys(),
                schema.isUsable());
    }

    private List<JsonTree> notes(Properties properties) {
        List<JsonTree> notes = properties
                .find("notes")
                .filter(JsonTree::isArray)
                .map(JsonTree::items)
                .orElse(List.of());
        notes.forEach(note -> Annotations.check(note, remarks));
        return notes;
    }

    /** Each foreign key names columns that there are, of a table that there is. */
    private GroupRule verified(GroupRule group, List<JsonTree> described) {
        for (int i = 0; i < group.tables().size(); i++) {
            TableRule table = group.tables().get(i);
            for (TableRule.ForeignKey key : table.foreignKeys()) {
                requireColumns(described.get(i), table, key.columns());
                Optional<TableRule> other = group.tables().stream()
                        .filter(t -> t.url().equals(key.resource())
                                || !t.schema().isEmpty() && t.schema().equals(key.schema()))
                        .findFirst();
                if (other.isEmpty()) {
                    throw remarks.error(
                            described.get(i),
                            "a foreign key refers to a table that is not described: %s%s",
                            key.resource(),
                            key.schema());
                }
                requireColumns(described.get(i), other.get(), key.otherColumns());
            }
        }
        return group;
    }

    private void requireColumns(JsonTree about, TableRule table, List<String> names) {
        Set<String> known = new HashSet<>();
        table.columns().forEach(column -> known.add(column.name()));
        for (String name : new ArrayList<>(names)) {
            if (!known.contains(name)) {
                throw remarks.error(
                        about, "a foreign key names the column %s, which %s does not have", name, table.url());
            }
        }
    }
}
