package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.table.CellRule;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.Condition;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.TableRule;
import fr.pleiade.mapping.table.ThingRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes a table of a sheet as CSVW metadata, and notes what that cannot say. One use.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class CsvwWriter {
    /** The functions that change nothing which a text of the datatype may have. */
    private static final Set<String> AS_CSVW = Set.of("formatted", "trim", "iri");

    private static final Set<String> NUMBERS = Set.of("headerRowCount", "skipRows", "skipColumns");

    private final TableRule table;
    private final List<String> header;
    private final Columns columns;
    private final String base;
    private final Problems leftOut;
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> byTitle = new LinkedHashMap<>();

    /**
     * @param header the names in the file's header; those of the sheet where the file is not there
     * @param base what relative addresses are put behind
     * @param leftOut takes what CSVW cannot say
     */
    CsvwWriter(TableRule table, Optional<List<String>> header, Columns columns, String base, Problems leftOut) {
        this.table = table;
        this.columns = columns;
        this.base = base;
        this.leftOut = leftOut;
        this.header = header.orElseGet(() -> table.columns().stream()
                .flatMap(column -> columns.named(column).stream())
                .distinct()
                .toList());
    }

    private List<ColumnRule> rules(String title) {
        return table.columns().stream()
                .filter(rule -> !rule.isVirtual()
                        && columns.named(rule).filter(title::equals).isPresent())
                .toList();
    }

    /** {@return the members of the table's description} */
    Map<String, JsonTree> write() {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put("url", JsonTree.string(table.url()));
        if (!table.dialect().isEmpty()) {
            Map<String, JsonTree> dialect = new LinkedHashMap<>();
            table.dialect().forEach((key, said) -> {
                if (key.equals(TableRule.MEMBERS)) {
                    leftOut.add(said.line(), "CSVW reads no JSON: where the columns are in a record is left out");
                } else {
                    dialect.put(key, dialect(key, said.text()));
                }
            });
            if (!dialect.isEmpty()) {
                members.put("dialect", JsonTree.object(dialect));
            }
        }
        members.put("tableSchema", JsonTree.object(schema()));
        return members;
    }

    private static JsonTree dialect(String key, String text) {
        boolean isFlag = text.equals("true") || text.equals("false");
        return isFlag || NUMBERS.contains(key) && text.matches("[0-9]{1,9}")
                ? JsonTree.bare(text)
                : JsonTree.string(text);
    }

    private Map<String, JsonTree> schema() {
        List<JsonTree> described = new ArrayList<>();
        List<JsonTree> keys = new ArrayList<>();
        for (String title : header) {
            List<ColumnRule> rules = rules(title);
            byTitle.put(
                    title,
                    unused(rules.isEmpty() ? LocalName.of(title) : rules.get(0).name()));
        }
        for (String title : header) {
            List<ColumnRule> rules = rules(title);
            String name = byTitle.getOrDefault(title, "");
            described.add(JsonTree.object(column(title, name, rules)));
            if (rules.stream().anyMatch(ColumnRule::isKey)) {
                keys.add(JsonTree.string(name));
            }
        }
        table.columns().stream()
                .filter(ColumnRule::isVirtual)
                .forEach(rule -> virtual(rule).ifPresent(described::add));
        table.classes().forEach(type -> described.add(JsonTree.object(type(type, List.of()))));
        everyRow(table.conditions(), "what is said of some rows");
        for (ThingRule thing : table.things()) {
            everyRow(thing.conditions(), "<" + thing.about().text() + ">");
            thing.classes().forEach(type -> described.add(JsonTree.object(type(type, List.of(thing.about())))));
        }
        table.kinds().stream()
                .findFirst()
                .ifPresent(kind -> leftOut.add(
                        kind.line(),
                        "CSVW makes the same of every row: what it is by '%s' is left out",
                        kind.column()));
        Map<String, JsonTree> schema = new LinkedHashMap<>();
        table.aboutUrl().forEach(about -> schema.put(Words.ABOUT_URL, address(about)));
        if (!keys.isEmpty()) {
            schema.put(Words.PRIMARY_KEY, JsonTree.array(keys));
        }
        schema.put(Words.COLUMNS, JsonTree.array(described));
        return schema;
    }

    /** {@return a name that no other column has; only a variable of a URI template can be one in CSVW} */
    private String unused(String name) {
        String variable =
                PercentEncoding.encode(name, true).replaceAll("[-~]", "_").replaceFirst("^_+", "");
        String start = variable.isEmpty() ? "column" : variable;
        String free = start;
        for (int i = 2; !names.add(free); i++) {
            free = start + i;
        }
        return free;
    }

    private Map<String, JsonTree> column(String title, String name, List<ColumnRule> rules) {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put(Words.NAME, JsonTree.string(name));
        members.put(Words.TITLES, JsonTree.string(title));
        Predicate<ColumnRule> says = rule ->
                rule.role() == ColumnRule.Role.MAPPED && !rule.properties().isEmpty();
        List<ColumnRule> mapped = rules.stream().filter(says).toList();
        if (mapped.isEmpty()) {
            members.put(Words.SUPPRESSED, JsonTree.bare("true"));
            return members;
        }
        mapped.subList(1, mapped.size())
                .forEach(rule -> leftOut.add(
                        rule.line(), "CSVW says one thing of a column: this line of '%s' is left out", title));
        members.putAll(said(mapped.get(0), name));
        return members;
    }

    private void everyRow(List<Condition> conditions, String what) {
        conditions.stream()
                .findFirst()
                .ifPresent(condition ->
                        leftOut.add(condition.line(), "CSVW has no conditions: %s is there for every row", what));
    }

    private Optional<JsonTree> virtual(ColumnRule rule) {
        if (!rule.text().isEmpty()) {
            leftOut.add(rule.line(), "CSVW makes no text of several columns: '%s' is left out", rule.label());
            return Optional.empty();
        }
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put(Words.NAME, JsonTree.string(unused(rule.name())));
        members.put(Words.VIRTUAL, JsonTree.bare("true"));
        members.putAll(said(rule, ""));
        return Optional.of(JsonTree.object(members));
    }

    /** @param about the address of the thing; none where it is the row's */
    private Map<String, JsonTree> type(TableRule.ClassRule type, List<UrlTemplate> about) {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put(Words.NAME, JsonTree.string(unused("type")));
        members.put(Words.VIRTUAL, JsonTree.bare("true"));
        about.forEach(thing -> members.put(Words.ABOUT_URL, address(thing)));
        members.put(Words.PROPERTY_URL, JsonTree.string("rdf:type"));
        members.put(Words.VALUE_URL, address(type.iri()));
        return members;
    }

    /** @param name what the column's own address calls it */
    private Map<String, JsonTree> said(ColumnRule rule, String name) {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        rule.aboutUrl().forEach(about -> members.put(Words.ABOUT_URL, address(about)));
        for (UrlTemplate property : rule.properties()) {
            if (members.putIfAbsent(Words.PROPERTY_URL, address(property)) != null) {
                leftOut.add(property.line(), "a column has one propertyUrl in CSVW: <%s> is left out", property.text());
            }
        }
        rule.valueUrl().forEach(value -> members.put(Words.VALUE_URL, address(value)));
        if (!rule.valueUrl().isEmpty() && !rule.cell().separator().isEmpty()) {
            leftOut.add(rule.line(), "CSVW makes one address of the whole list '%s'", rule.label());
        }
        cell(rule, name, members);
        everyRow(rule.conditions(), "'" + rule.label() + "'");
        if (!rule.cell().sieve().equals(CellRule.Sieve.NONE)) {
            leftOut.add(
                    rule.line(),
                    "CSVW takes each cell as it is: replace, only and except of '%s' are left out",
                    rule.label());
        }
        rule.links()
                .forEach(link -> leftOut.add(
                        link.line(),
                        "a foreign key of CSVW is one of the same document: the link to '%s' is left out",
                        link.dataset()));
        return members;
    }

    private void cell(ColumnRule rule, String name, Map<String, JsonTree> members) {
        CellRule cell = rule.cell();
        CellType type = cell.type();
        boolean isAddress = type.kind() == TermRule.Kind.IRI && rule.valueUrl().isEmpty();
        if (isAddress && cell.separator().isEmpty() && !name.isEmpty()) {
            String mail = type.word().equals("email") ? "mailto:" : "";
            members.put(Words.VALUE_URL, JsonTree.string(mail + "{+" + name + "}"));
        } else if (isAddress) {
            leftOut.add(
                    rule.line(), "CSVW makes no addresses of a list: those of '%s' are literals there", rule.label());
        }
        if (!type.csvw().equals(CellType.string().csvw())) {
            members.put(Words.DATATYPE, datatype(type));
        }
        List<String> more = type.steps().stream()
                .map(CellType.Step::name)
                .filter(step -> !AS_CSVW.contains(step) && !isAddress)
                .toList();
        if (!more.isEmpty()) {
            leftOut.add(
                    rule.line(),
                    "the datatype %s of '%s' reads more than CSVW's %s does, or makes something else of it (fn:%s)",
                    type.word(),
                    rule.label(),
                    type.csvw().base(),
                    String.join(", fn:", more));
        }
        if (!cell.separator().isEmpty()) {
            members.put(Words.SEPARATOR, JsonTree.string(cell.separator()));
        }
        if (!cell.nulls().equals(List.of(""))) {
            members.put(
                    Words.NULL,
                    JsonTree.array(cell.nulls().stream().map(JsonTree::string).toList()));
        }
        if (!cell.byDefault().isEmpty()) {
            members.put(Words.DEFAULT, JsonTree.string(cell.byDefault()));
        }
        if (cell.isRequired()) {
            members.put(Words.REQUIRED, JsonTree.bare("true"));
        }
        if (type.isText() && !cell.language().isEmpty()) {
            members.put(Words.LANG, JsonTree.string(cell.language()));
        }
    }

    private static JsonTree datatype(CellType type) {
        String base = type.csvw().base();
        String format = type.csvw().format();
        Map<String, JsonTree> numbers = new LinkedHashMap<>();
        for (CellType.Step step : type.steps()) {
            step.argument("decimal").ifPresent(sign -> numbers.put("decimalChar", JsonTree.string(sign)));
            step.argument("group")
                    .filter(sign -> !sign.isEmpty())
                    .ifPresent(sign -> numbers.put("groupChar", JsonTree.string(sign)));
        }
        if (format.isEmpty() && numbers.isEmpty()) {
            return JsonTree.string(base);
        }
        if (!format.isEmpty() && !numbers.isEmpty()) {
            numbers.put("pattern", JsonTree.string(format));
        }
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put("base", JsonTree.string(base));
        members.put(Words.FORMAT, numbers.isEmpty() ? JsonTree.string(format) : JsonTree.object(numbers));
        return JsonTree.object(members);
    }

    /** {@return an address, which in CSVW is relative to the file, and here to the site} */
    private JsonTree address(UrlTemplate template) {
        StringBuilder text = new StringBuilder(IriSyntax.hasScheme(template.text()) ? "" : base);
        for (UrlTemplate.Piece piece : template.parts()) {
            if (!piece.isVariable()) {
                text.append(piece.text());
            } else {
                String name = piece.text().startsWith("_")
                        ? piece.text()
                        : columns.called(piece.text(), template.line())
                                .flatMap(columns::named)
                                .map(title -> byTitle.getOrDefault(title, ""))
                                .orElse("");
                text.append(piece.isRaw() ? "{+" : "{").append(name).append('}');
            }
        }
        return JsonTree.string(text.toString());
    }
}
