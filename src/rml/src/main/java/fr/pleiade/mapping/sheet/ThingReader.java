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
    /** How many items parallel lists may have where the sheet does not say it. */
    private static final int ITEMS = 20;

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
        Place place = new Place(entry, part, row, around, table);
        List<ColumnReader.Line> lines = lines(part, table);
        Optional<String> separator = part.text(Words.PARALLEL);
        return separator.isEmpty()
                ? thing(place, address.get(), lines)
                : things(place, address.get(), lines, separator.get());
    }

    /** Where a thing is told, and what it is a part of. */
    private record Place(
            YamlNode.Entry entry, Part part, List<UrlTemplate> row, List<UrlTemplate> around, Part table) {}

    /** {@return the things of parallel lists: the first is what the first items say, and so on} */
    private Told things(Place place, UrlTemplate address, List<ColumnReader.Line> lines, String separator) {
        int most = most(place.part());
        List<ColumnRule> parallel = lines.stream().map(ColumnReader.Line::rule).toList();
        Told told = Told.NOTHING;
        for (int i = 0; i < most; i++) {
            int index = i;
            List<ColumnReader.Line> items = lines.stream()
                    .map(line -> new ColumnReader.Line(line.rule().ofItem(separator, index, parallel), line.part()))
                    .toList();
            told = told.and(
                    thing(place, address.followedBy(new UrlTemplate.Piece("-" + (i + 1), false, false)), items));
        }
        List<ColumnRule> ends = lines.stream()
                .map(ColumnReader.Line::rule)
                .filter(rule -> !rule.isVirtual())
                .limit(1)
                .map(rule -> rule.endingAfter(separator, most).about(address))
                .toList();
        return told.and(new Told(ends, List.of()));
    }

    private int most(Part part) {
        String most = part.text(Words.MOST).orElse(String.valueOf(ITEMS));
        if (!most.matches("[1-9][0-9]{0,2}")) {
            problems.add(part.line(Words.MOST), "most is '%s', expected how many items there may be, up to 999", most);
            return 1;
        }
        return Integer.parseInt(most);
    }

    private Told thing(Place place, UrlTemplate at, List<ColumnReader.Line> lines) {
        YamlNode.Entry entry = place.entry();
        Part part = place.part();
        List<UrlTemplate> row = place.row();
        List<UrlTemplate> around = place.around();
        List<UrlTemplate> here = List.of(at);
        Told own = Told.NOTHING;
        for (ColumnReader.Line line : lines) {
            ColumnRule rule =
                    line.part().has(Words.ABOUT_URL) ? line.rule() : line.rule().about(at);
            own = own.and(new Told(List.of(rule), List.of())).and(companions.of(rule, line.part(), row));
        }
        List<ColumnRule> told = own.columns().stream()
                .filter(rule -> rule.aboutUrl().equals(here) && !rule.isVirtual())
                .toList();
        List<Condition> where = conditions.read(part);
        if (where.isEmpty() && !told.isEmpty()) {
            List<String> any = told.stream()
                    .map(rule -> part.has(Words.PARALLEL) ? rule.name() : rule.label())
                    .distinct()
                    .toList();
            where = List.of(new Condition(any, List.of(), false, entry.line()));
        }
        List<ColumnRule> links = new ArrayList<>(companions.with(part, here));
        for (UrlTemplate property : columns.terms(part, Words.OF)) {
            around.forEach(other -> links.add(
                    ColumnRule.constant(Words.OF, property, other, entry.line()).about(at)));
        }
        for (UrlTemplate property : columns.terms(part, Words.PROPERTY_URL)) {
            ColumnRule link =
                    ColumnRule.constant(entry.key(), property, at, entry.line()).where(where);
            links.add(around.isEmpty() ? link : link.about(around.get(0)));
        }
        ThingRule thing = new ThingRule(at, told, columns.classes(part.nodes(Words.CLASS)), where, entry.line());
        return new Told(links, List.of(thing)).and(own).and(read(part, row, here, place.table()));
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
