package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Condition;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.ThingRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the things that a table has beside those of its rows: {@code things}. */
final class ThingReader {
    private final Problems problems;
    private final ColumnReader columns;
    private final Companions companions;
    private final ConditionReader conditions;

    ThingReader(Problems problems, ColumnReader columns, Companions companions) {
        this.problems = problems;
        this.columns = columns;
        this.companions = companions;
        this.conditions = new ConditionReader(problems);
    }

    /**
     * Reads the things of a part.
     *
     * @param row what a row is about; none if that has no address
     * @param around what the things are parts of: a row, or another thing
     * @param table what columns have from their table
     */
    Told read(Part part, List<UrlTemplate> row, List<UrlTemplate> around, Part table) {
        Optional<YamlNode> said = part.find(Words.THINGS);
        if (said.isPresent() && !said.get().isMap()) {
            problems.add(
                    said.get().line(),
                    "things is %s, expected names, and under each what the thing is",
                    said.get().describe());
        }
        Told told = Told.NOTHING;
        for (YamlNode.Entry entry : said.map(YamlNode::entries).orElse(List.of())) {
            told = told.and(thing(entry, row, around, table));
        }
        return told;
    }

    private Told thing(YamlNode.Entry entry, List<UrlTemplate> row, List<UrlTemplate> around, Part table) {
        Part part = Part.read(entry.value(), Words.THING, problems);
        table.find(Words.LANG).ifPresent(language -> part.say(Words.LANG, language));
        Optional<UrlTemplate> address = address(entry, part, row);
        if (address.isEmpty()) {
            return Told.NOTHING;
        }
        List<UrlTemplate> here = List.of(address.get());
        Told own = Told.NOTHING;
        for (ColumnReader.Line line : lines(part, table)) {
            ColumnRule rule =
                    line.part().has(Words.ABOUT_URL) ? line.rule() : line.rule().about(address.get());
            own = own.and(new Told(List.of(rule), List.of())).and(companions.of(rule, line.part(), row));
        }
        List<ColumnRule> told = own.columns().stream()
                .filter(rule -> rule.aboutUrl().equals(here) && !rule.isVirtual())
                .toList();
        List<Condition> where = conditions.read(part);
        if (where.isEmpty() && !told.isEmpty()) {
            List<String> any = told.stream().map(ColumnRule::label).distinct().toList();
            where = List.of(new Condition(any, List.of(), false, entry.line()));
        }
        List<ColumnRule> links = new ArrayList<>(companions.with(part, here));
        for (UrlTemplate property : columns.terms(part, Words.OF)) {
            around.forEach(other -> links.add(
                    ColumnRule.constant(Words.OF, property, other, entry.line()).about(address.get())));
        }
        for (UrlTemplate property : columns.terms(part, Words.PROPERTY_URL)) {
            ColumnRule link = ColumnRule.constant(entry.key(), property, address.get(), entry.line())
                    .where(where);
            links.add(around.isEmpty() ? link : link.about(around.get(0)));
        }
        ThingRule thing =
                new ThingRule(address.get(), told, columns.classes(part.nodes(Words.CLASS)), where, entry.line());
        return new Told(links, List.of(thing)).and(own).and(read(part, row, here, table));
    }

    private Optional<UrlTemplate> address(YamlNode.Entry entry, Part part, List<UrlTemplate> row) {
        if (part.has(Words.ABOUT_URL)) {
            return columns.template(part, Words.ABOUT_URL).stream().findFirst();
        }
        if (row.isEmpty()) {
            problems.add(
                    entry.line(),
                    "the thing '%s' has no address: give the sheet a key, or it an aboutUrl",
                    entry.key());
            return Optional.empty();
        }
        String name = entry.key().matches("[A-Za-z0-9_-]+") ? entry.key() : LocalName.of(entry.key());
        return Optional.of(row.get(0).part(name));
    }

    private List<ColumnReader.Line> lines(Part part, Part table) {
        List<ColumnReader.Line> lines = new ArrayList<>();
        part.find(Words.COLUMNS).ifPresent(node -> {
            if (node.isText()) {
                problems.add(node.line(), "columns is %s, expected a line for each header", node.describe());
            }
            node.entries().forEach(entry -> lines.addAll(columns.read(entry, table)));
            node.items().forEach(item -> columns.read(item, table).ifPresent(lines::add));
        });
        return lines;
    }
}
