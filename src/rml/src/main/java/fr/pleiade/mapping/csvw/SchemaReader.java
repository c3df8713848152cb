package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.csvw.TableRule.ColumnRule;
import fr.pleiade.mapping.csvw.TableRule.ForeignKey;
import fr.pleiade.mapping.csvw.TableRule.Title;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the schema of a table: its columns and keys. */
final class SchemaReader {
    private static final Set<String> SCHEMA = Set.of("columns", "foreignKeys", "primaryKey", "rowTitles");
    private static final Set<String> COLUMN = Set.of("name", "suppressOutput", "titles", "virtual");
    private static final Set<String> KEY = Set.of("columnReference", "reference");
    private static final Set<String> REFERENCE = Set.of("resource", "schemaReference", "columnReference");
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z0-9.]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9_.]|%[0-9A-Fa-f]{2})*");

    private final Context context;
    private final Remarks remarks;
    private final List<ColumnRule> columns = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private Inherited inherited;
    private List<String> rowTitles = List.of();
    private String id = "";
    private boolean isUsable = true;

    private SchemaReader(Context context, Inherited inherited, Remarks remarks) {
        this.context = context;
        this.inherited = inherited;
        this.remarks = remarks;
    }

    /**
     * Reads a schema, which may stand in a document of its own.
     *
     * @throws MappingException if it cannot be used
     */
    static SchemaReader read(
            Optional<JsonTree> written, Context context, Inherited inherited, Folder folder, Remarks remarks) {
        SchemaReader reader = new SchemaReader(context, inherited, remarks);
        if (written.isEmpty()) {
            return reader;
        }
        JsonTree schema = written.get();
        if (schema.isString()) {
            String address = context.resolve(schema.text());
            Path file = folder.file(address)
                    .orElseThrow(() -> remarks.error(
                            schema, "%s is not in the folder of the metadata, and nothing is fetched", address));
            SchemaReader other =
                    new SchemaReader(new Context(address, context.language()), inherited, remarks.on(file.toString()));
            other.id = address;
            other.read(Folder.json(file));
            return other;
        }
        if (schema.isObject()) {
            reader.read(schema);
        } else {
            reader.isUsable = false;
            remarks.warn(schema, "tableSchema is %s, expected a description: passed over", schema.describe());
        }
        return reader;
    }

    List<ColumnRule> columns() {
        return columns;
    }

    /** {@return what columns that the schema does not have inherit} */
    Inherited inherited() {
        return inherited;
    }

    List<String> rowTitles() {
        return rowTitles;
    }

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** {@return the schema's IRI; {@code ""} if it has none} */
    String id() {
        return id;
    }

    /** {@return whether it is a schema at all; without one, columns have no names, as the W3C's suite has it} */
    boolean isUsable() {
        return isUsable;
    }

    private void read(JsonTree schema) {
        Properties properties = new Properties(schema, "Schema", SCHEMA, true, remarks);
        if (properties.find("@id").isPresent()) {
            id = properties.id(context);
        }
        inherited = new InheritedReader(remarks).read(properties, inherited);
        boolean wasVirtual = false;
        for (JsonTree item : array(properties, "columns")) {
            ColumnRule column = column(item);
            if (wasVirtual && !column.isVirtual()) {
                throw remarks.error(item, "a column of the file stands behind a virtual one");
            }
            wasVirtual = column.isVirtual();
            columns.add(column);
        }
        rowTitles = references(properties, "rowTitles");
        references(properties, "primaryKey");
        for (JsonTree key : array(properties, "foreignKeys")) {
            foreignKey(key);
        }
    }

    private List<JsonTree> array(Properties properties, String name) {
        Optional<JsonTree> value = properties.find(name);
        if (value.isPresent() && !value.get().isArray()) {
            remarks.warn(
                    value.get(),
                    "%s is %s, expected an array: passed over",
                    name,
                    value.get().describe());
        }
        List<JsonTree> objects = new ArrayList<>();
        for (JsonTree item : value.map(JsonTree::items).orElse(List.of())) {
            if (item.isObject()) {
                objects.add(item);
            } else {
                remarks.warn(item, "%s has %s, expected an object: passed over", name, item.describe());
            }
        }
        return objects;
    }

    /** {@return the names of columns that a property refers to; none if one of them is not there} */
    private List<String> references(Properties properties, String name) {
        Optional<JsonTree> value = properties.find(name);
        Set<String> known = new HashSet<>();
        columns.forEach(column -> known.add(column.name()));
        List<String> names =
                value.map(v -> v.each().stream().map(JsonTree::text).toList()).orElse(List.of());
        if (!known.containsAll(names)) {
            value.ifPresent(v -> remarks.warn(v, "%s names a column that there is not: passed over", name));
            return List.of();
        }
        return names;
    }

    private void foreignKey(JsonTree key) {
        requireOnly(key, KEY);
        JsonTree reference = key.member("reference")
                .filter(JsonTree::isObject)
                .orElseThrow(() -> remarks.error(key, "reference is missing in a foreign key"));
        requireOnly(reference, REFERENCE);
        foreignKeys.add(new ForeignKey(
                names(key),
                reference.member("resource").map(r -> context.resolve(r.text())).orElse(""),
                reference
                        .member("schemaReference")
                        .map(r -> context.resolve(r.text()))
                        .orElse(""),
                names(reference)));
    }

    private static List<String> names(JsonTree key) {
        return key.member("columnReference")
                .map(c -> c.each().stream().map(JsonTree::text).toList())
                .orElse(List.of());
    }

    private void requireOnly(JsonTree object, Set<String> allowed) {
        object.members().forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw remarks.error(value, "%s cannot stand in a foreign key", name);
            }
        });
    }

    private ColumnRule column(JsonTree description) {
        Properties properties = new Properties(description, "Column", COLUMN, true, remarks);
        return new ColumnRule(
                name(properties),
                titles(properties),
                properties.flag("virtual").orElse(false),
                properties.flag("suppressOutput").orElse(false),
                new InheritedReader(remarks).read(properties, inherited));
    }

    private String name(Properties properties) {
        Optional<String> name = properties.text("name");
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            properties
                    .find("name")
                    .ifPresent(n -> remarks.warn(n, "%s cannot be the name of a column: passed over", n.describe()));
            return "";
        }
        return name.orElse("");
    }

    private List<Title> titles(Properties properties) {
        List<Title> titles = new ArrayList<>();
        properties.find("titles").ifPresent(value -> {
            if (!value.isObject()) {
                value.each().forEach(title -> title(title, context.language(), titles));
                return;
            }
            for (Map.Entry<String, JsonTree> member : value.members().entrySet()) {
                if (LanguageTag.isWellFormed(member.getKey())) {
                    member.getValue().each().forEach(title -> title(title, member.getKey(), titles));
                } else {
                    remarks.warn(value, "'%s' is not a language tag: passed over", member.getKey());
                }
            }
        });
        return titles;
    }

    private void title(JsonTree title, String language, List<Title> titles) {
        if (title.isString()) {
            titles.add(new Title(title.text(), language));
        } else {
            remarks.warn(title, "titles is %s, expected a text: passed over", title.describe());
        }
    }
}
