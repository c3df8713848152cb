package fr.pleiade.draft.schema;

import fr.pleiade.draft.Asked;
import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Table Schema: the fields of a CSV file, their types and constraints, what stands for no value, and the primary key.
 *
 * @see <a href="https://specs.frictionlessdata.io/table-schema/">Table Schema</a>
 */
public final class TableSchema {
    private static final long LARGEST = 1 << 22;

    private final String name;
    private final Optional<String> title;
    private final List<Field> fields;
    private final List<String> missing;
    private final List<String> key;

    private TableSchema(
            String name, Optional<String> title, List<Field> fields, List<String> missing, List<String> key) {
        this.name = name;
        this.title = title;
        this.fields = List.copyOf(fields);
        this.missing = List.copyOf(missing);
        this.key = List.copyOf(key);
    }

    /**
     * Reads a schema, or the first schema of a data package.
     *
     * @throws DraftException if the file is none; names the line where there is one
     */
    public static TableSchema read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (file.toString().matches("https?:/.*")) {
            throw new DraftException(
                    "%s: nothing is fetched; download the schema, and give the file",
                    "%s : rien n'est téléchargé ; enregistrer le schéma, et donner le fichier", file);
        }
        JsonTree tree = tree(file, name);
        JsonTree schema = schema(tree);
        List<JsonTree> fields = schema.member("fields")
                .filter(JsonTree::isArray)
                .map(JsonTree::each)
                .orElse(List.of());
        if (fields.isEmpty() || !fields.stream().allMatch(JsonTree::isObject)) {
            boolean isCsvw = tree.member("@context").isPresent()
                    || tree.member("tableSchema").isPresent();
            throw new DraftException(
                    isCsvw
                            ? "%s: this is CSVW metadata, which is a mapping already: ./pleiade map -m %s"
                            : "%s: it has no fields; expected a Table Schema: {\"fields\": [{\"name\": …, \"type\": …}]}",
                    isCsvw
                            ? "%s : ce sont des métadonnées CSVW, déjà une correspondance : ./pleiade map -m %s"
                            : "%s : aucun champ (fields) ; un Table Schema est attendu : {\"fields\": [{\"name\": …, \"type\": …}]}",
                    name,
                    file);
        }
        return new TableSchema(
                name,
                tree.member("title")
                        .filter(JsonTree::isString)
                        .map(JsonTree::text)
                        .filter(text -> !text.isBlank()),
                fields.stream().map(Field::of).toList(),
                texts(schema, "missingValues").stream()
                        .filter(word -> !word.isEmpty())
                        .toList(),
                texts(schema, "primaryKey"));
    }

    private static JsonTree tree(Path file, String name) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DraftException(
                        "%s: there is no such file (looked for %s)",
                        "%s : ce fichier n'existe pas (cherché : %s)", name, file);
            }
            if (Files.size(file) > LARGEST) {
                throw new DraftException(
                        "%s: a schema has 4 MB at most; is it the data?",
                        "%s : un schéma a 4\u00a0Mo au plus ; sont-ce les données ?", name);
            }
            String text = Files.readString(file);
            return JsonTree.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IllegalArgumentException e) {
            throw new DraftException("%s: %s", "%s : %s", name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** A data package has its schema in its first resource. */
    private static JsonTree schema(JsonTree tree) {
        return tree.member("resources").map(JsonTree::each).orElse(List.of()).stream()
                .flatMap(resource -> resource.member("schema").stream())
                .findFirst()
                .or(() -> tree.member("schema"))
                .filter(JsonTree::isObject)
                .orElse(tree);
    }

    private static List<String> texts(JsonTree node, String key) {
        return node.member(key).map(value -> value.isArray() ? value.each() : List.of(value)).orElse(List.of()).stream()
                .map(JsonTree::text)
                .toList();
    }

    /** {@return the title, if it has one} */
    public Optional<String> title() {
        return title;
    }

    /** {@return the columns of its primary key; none if it has none} */
    public List<String> key() {
        return key;
    }

    /**
     * {@return a profile whose columns are as the schema says; those that it does not name stay as they seem}
     *
     * @throws DraftException if it names none of the file's columns: it is the schema of another file
     */
    public FileProfile in(FileProfile profile) {
        List<String> headers =
                profile.columns().stream().map(ColumnGuess::header).toList();
        List<Text> notes = new ArrayList<>(profile.notes());
        List<String> absent = new ArrayList<>();
        for (Field field : fields) {
            if (!headers.contains(field.name())) {
                absent.add(field.isRequired() ? field.name() + " (!)" : field.name());
            }
        }
        if (absent.size() == fields.size()) {
            throw new DraftException(
                    "%s: none of its fields is a column of %s; is it the schema of another file?",
                    "%s : aucun de ses champs n'est une colonne de %s ; est-ce le schéma d'un autre fichier ?",
                    name,
                    profile.name());
        }
        if (!absent.isEmpty()) {
            notes.add(new Text(
                            "the schema %s names columns that the file does not have, (!) where it requires them: %s",
                            "le schéma %s nomme des colonnes que le fichier n'a pas, (!) s'il les exige : %s")
                    .with(name, String.join(", ", absent)));
        }
        List<String> more =
                headers.stream().filter(header -> field(header).isEmpty()).toList();
        if (!more.isEmpty()) {
            notes.add(new Text("the schema %s says nothing of: %s", "le schéma %s ne dit rien de : %s")
                    .with(name, String.join(", ", more)));
        }
        return profile.withColumns(
                profile.columns().stream()
                        .map(column -> field(column.header())
                                .map(field -> as(column, field))
                                .orElse(column))
                        .toList(),
                notes);
    }

    private Optional<Field> field(String header) {
        return fields.stream().filter(field -> field.name().equals(header)).findFirst();
    }

    private ColumnGuess as(ColumnGuess column, Field field) {
        if (column.type().equals(ColumnGuess.EMPTY)) {
            return column;
        }
        boolean isValue = !column.isOfSystem() && !column.type().equals("code");
        String type = field.sheetType(column.type(), isValue);
        String pattern = column.isOfSystem() ? "" : field.pattern();
        List<Text> why = new ArrayList<>(column.evidence());
        why.add(new Text("the schema says %s", "le schéma dit %s")
                .with(field.type().isEmpty() ? "string" : field.type()));
        if (!field.description().isEmpty()) {
            why.add(new Text("%s", "%s").with(field.description()));
        }
        if (!field.notCarried().isEmpty()) {
            why.add(new Text("not checked: %s", "non vérifié : %s").with(String.join(", ", field.notCarried())));
        }
        String called = field.title().equals(field.name()) ? "" : field.title();
        return column.as(type, missing, new Asked(called, pattern, field.isRequired()), why);
    }
}
