package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.TableRule;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.TableRule.Kind;
import fr.pleiade.mapping.table.TableRule.Others;
import fr.pleiade.mapping.table.TableRule.Said;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.table.WideRule;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a sheet says of a table. */
final class TableReader {
    private static final String ALL_OTHERS = "*";

    private final Problems problems;
    private final Addresses addresses;
    private final ColumnReader columns;
    private final Companions companions;
    private final ThingReader things;
    private final WideReader wide;
    private final ConditionReader conditions;
    private final String name;

    /** @param name the dataset's slug */
    TableReader(Problems problems, Addresses addresses, TypeReader types, String name) {
        this.problems = problems;
        this.addresses = addresses;
        this.columns = new ColumnReader(problems, addresses, types);
        this.companions = new Companions(problems, addresses, columns, types);
        this.things = new ThingReader(problems, columns, companions);
        this.wide = new WideReader(
                problems, addresses, columns, companions, new CubeReader(problems, addresses, columns, name));
        this.conditions = new ConditionReader(problems);
        this.name = name;
    }

    TableRule read(Part table) {
        Part schema = table.find(Words.SCHEMA)
                .map(node -> Part.read(node, Words.TABLE_SCHEMA, problems))
                .orElseGet(() -> Part.empty(Words.TABLE_SCHEMA, problems, table.line()))
                .inheriting(table);
        Optional<String> url = table.text(Words.URL);
        if (url.isEmpty()) {
            problems.add(table.line(), "the table has no url, the path of its CSV file");
        }
        List<ColumnReader.Line> lines = new ArrayList<>();
        List<YamlNode.Entry> patterns = new ArrayList<>();
        Others others = Others.UNNAMED;
        for (YamlNode node : described(table, schema)) {
            for (YamlNode.Entry entry : node.entries()) {
                if (node.isMap() && entry.key().equals(ALL_OTHERS)) {
                    others = others(entry);
                } else if (node.isMap() && WideRule.isPattern(entry.key())) {
                    patterns.add(entry);
                } else {
                    lines.addAll(columns.read(entry, schema));
                }
            }
            node.items().forEach(item -> columns.read(item, schema).ifPresent(lines::add));
        }
        List<ColumnRule> keyed =
                keyed(lines.stream().map(ColumnReader.Line::rule).toList(), table, schema);
        List<UrlTemplate> about = about(schema, keyed);
        if (!patterns.isEmpty() && table.has(Words.KINDS)) {
            problems.add(patterns.get(0).line(), "rows of several kinds have no observations; give them a table each");
        }
        Told told = new Told(linked(keyed, table, schema), List.of()).and(told(lines, about, table, schema));
        List<ClassRule> classes = classes(table, schema);
        return new TableRule(
                url.orElse(""),
                dialect(table),
                about,
                classes,
                kinds(table, keyed),
                conditions.read(table),
                told.columns(),
                told.things(),
                patterns.stream()
                        .flatMap(entry -> wide.read(entry, schema, about, keyed).stream())
                        .toList(),
                new CountReader(
                                problems,
                                addresses,
                                name,
                                about.isEmpty() ? "" : about.get(0).text())
                        .read(table, keyed, classes),
                others,
                table.line());
    }

    /** {@return what is said besides of what lines are about, and of other things} */
    private Told told(List<ColumnReader.Line> lines, List<UrlTemplate> about, Part table, Part schema) {
        Told told = new Told(companions.with(table, List.of()), List.of());
        for (ColumnReader.Line line : lines) {
            told = told.and(companions.of(line.rule(), line.part(), about));
        }
        return told.and(things.read(table, about, about, schema));
    }

    private List<YamlNode> described(Part table, Part schema) {
        List<YamlNode> described =
                new ArrayList<>(table.find(Words.COLUMNS).stream().toList());
        described.addAll(schema.find(Words.COLUMNS).stream().toList());
        if (described.isEmpty() && table.isEmpty(Words.COLUMNS)) {
            problems.add(
                    table.keyLine(Words.COLUMNS),
                    "columns is empty; the lines of the columns stand below it, indented by two blanks");
        } else if (described.isEmpty()) {
            problems.add(table.line(), "the table has no columns");
        }
        described.stream()
                .filter(YamlNode::isText)
                .forEach(node ->
                        problems.add(node.line(), "columns is %s, expected a line for each header", node.describe()));
        return described;
    }

    private Others others(YamlNode.Entry entry) {
        boolean skips = entry.value().isText() && entry.value().text().equals(Words.SKIP)
                || entry.value().isMap()
                        && Part.read(entry.value(), Words.COLUMN, problems).has(Words.SKIP);
        if (!skips) {
            problems.add(entry.line(), "'*' stands for all other columns, which can only be passed over: '*': skip");
        }
        return Others.SKIPPED;
    }

    private Map<String, Said> dialect(Part table) {
        Map<String, Said> dialect = new LinkedHashMap<>();
        table.find(Words.DIALECT).ifPresent(node -> {
            Part part = Part.read(node, Words.DIALECT_WORDS, problems);
            for (String key : Words.DIALECT_WORDS.keys()) {
                part.text(key).ifPresent(text -> dialect.put(key, new Said(text, part.line(key))));
            }
        });
        return dialect;
    }

    /** {@return the columns, those of the primary key marked} */
    private List<ColumnRule> keyed(List<ColumnRule> rules, Part table, Part schema) {
        List<String> keys = new ArrayList<>(table.texts(Words.PRIMARY_KEY));
        keys.addAll(schema.texts(Words.PRIMARY_KEY));
        for (String key : keys) {
            if (rules.stream().noneMatch(rule -> rule.isCalled(key))) {
                problems.add(
                        table.has(Words.PRIMARY_KEY) ? table.line(Words.PRIMARY_KEY) : schema.line(Words.PRIMARY_KEY),
                        "%s",
                        Columns.unknown(key, rules));
            }
        }
        return rules.stream()
                .map(rule -> keys.stream().anyMatch(rule::isCalled) ? rule.asKey() : rule)
                .toList();
    }

    /** {@return what a row is about: what the sheet says, else what its key says, else nothing} */
    private List<UrlTemplate> about(Part schema, List<ColumnRule> rules) {
        Optional<String> said = schema.text(Words.ABOUT_URL);
        if (said.isPresent()) {
            return addresses.template(said.get(), schema.line(Words.ABOUT_URL)).stream()
                    .toList();
        }
        List<ColumnRule> keys = new ArrayList<>();
        for (ColumnRule rule : rules) {
            if (rule.isKey() && keys.stream().noneMatch(key -> key.name().equals(rule.name()))) {
                keys.add(rule);
            }
        }
        if (keys.isEmpty()) {
            return List.of();
        }
        String template = String.join(
                "-", keys.stream().map(key -> "{" + key.name() + "}").toList());
        return addresses.template("id/" + name + "/" + template, keys.get(0).line()).stream()
                .toList();
    }

    private List<ClassRule> classes(Part table, Part schema) {
        List<YamlNode> nodes = new ArrayList<>(table.nodes(Words.CLASS));
        nodes.addAll(schema.nodes(Words.CLASS));
        return columns.classes(nodes);
    }

    /** {@return the kinds of rows, by the words of a column} */
    private List<Kind> kinds(Part table, List<ColumnRule> rules) {
        Optional<YamlNode> said = table.find(Words.KINDS);
        if (said.isEmpty()) {
            return List.of();
        }
        List<YamlNode.Entry> columnsOfKinds = said.get().entries();
        if (columnsOfKinds.size() != 1 || !columnsOfKinds.get(0).value().isMap()) {
            problems.add(
                    said.get().line(), "kinds needs one column, and under it what a row is by each word of the column");
            return List.of();
        }
        String column = columnsOfKinds.get(0).key();
        if (rules.stream().noneMatch(rule -> rule.isCalled(column))) {
            problems.add(columnsOfKinds.get(0).line(), "%s", Columns.unknown(column, rules));
        }
        List<YamlNode.Entry> entries = columnsOfKinds.get(0).value().entries();
        List<String> words = entries.stream()
                .map(YamlNode.Entry::key)
                .filter(word -> !word.equals(ALL_OTHERS))
                .toList();
        return entries.stream()
                .filter(entry ->
                        !entry.value().isText() || !entry.value().text().equals(Words.SKIP))
                .map(entry -> kind(column, entry, words))
                .toList();
    }

    private Kind kind(String column, YamlNode.Entry entry, List<String> words) {
        boolean isOther = entry.key().equals(ALL_OTHERS);
        YamlNode said = entry.value();
        Part part =
                said.isText() ? Part.empty(Words.KIND, problems, entry.line()) : Part.read(said, Words.KIND, problems);
        if (said.isText()) {
            part.say(Words.CLASS, said);
        }
        return new Kind(
                column,
                isOther ? words : List.of(entry.key()),
                isOther,
                columns.template(part, Words.ABOUT_URL),
                columns.classes(part.nodes(Words.CLASS)),
                entry.line());
    }

    /** {@return the columns, with the links that CSVW's foreign keys are} */
    private List<ColumnRule> linked(List<ColumnRule> rules, Part table, Part schema) {
        List<YamlNode> nodes = new ArrayList<>(table.nodes(Words.FOREIGN_KEYS));
        nodes.addAll(schema.nodes(Words.FOREIGN_KEYS));
        List<ColumnRule> linked = rules;
        for (YamlNode node : nodes) {
            linked = linked(linked, Part.read(node, Words.FOREIGN_KEY, problems));
        }
        return linked;
    }

    private List<ColumnRule> linked(List<ColumnRule> rules, Part key) {
        List<String> references = key.texts("columnReference");
        Optional<Part> target = key.find("reference").map(node -> Part.read(node, Words.REFERENCE, problems));
        Optional<String> dataset = target.flatMap(part -> part.text("resource"));
        if (references.size() != 1 || dataset.isEmpty()) {
            problems.add(
                    key.line(),
                    "a foreign key has one columnReference, and a reference with the resource that is meant: the name of a dataset");
            return rules;
        }
        Optional<ColumnRule> column =
                rules.stream().filter(rule -> rule.isCalled(references.get(0))).findFirst();
        if (column.isEmpty()) {
            problems.add(key.line("columnReference"), "%s", Columns.unknown(references.get(0), rules));
            return rules;
        }
        List<UrlTemplate> property = columns.terms(key, Words.PROPERTY_URL);
        ColumnRule.LinkTo link = new ColumnRule.LinkTo(
                dataset.get(),
                property.isEmpty() ? List.of(addresses.own(LocalName.of(dataset.get()), key.line())) : property,
                target.map(part -> columns.terms(part, Words.CLASS)).orElse(List.of()),
                List.of(),
                key.flag(Words.REQUIRED),
                key.names(),
                ColumnRule.LinkTo.By.KEY,
                key.line());
        return rules.stream()
                .map(rule -> rule == column.get() ? rule.linkedTo(link) : rule)
                .toList();
    }
}
