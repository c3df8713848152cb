package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.CubeRule;
import fr.pleiade.mapping.table.CubeRule.Meaning;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.table.WideRule;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of a sheet that stand for several columns of a wide table. */
final class WideReader {
    private final Problems problems;
    private final Addresses addresses;
    private final ColumnReader columns;
    private final Companions companions;
    private final CubeReader cubes;
    private final MeaningReader meanings;

    WideReader(Problems problems, Addresses addresses, ColumnReader columns, Companions companions, CubeReader cubes) {
        this.cubes = cubes;
        this.meanings = new MeaningReader(problems, addresses);
        this.companions = companions;
        this.problems = problems;
        this.addresses = addresses;
        this.columns = columns;
    }

    /**
     * {@return what a line says: of one cube, of several, or of none}
     *
     * @param row the address of a row; none if rows have none, which is noted
     * @param others the columns that have a line of their own
     */
    List<WideRule> read(YamlNode.Entry entry, Part table, List<UrlTemplate> row, List<ColumnRule> others) {
        long line = entry.line();
        if (row.isEmpty()) {
            problems.add(line, "an observation is of a row that has an address: give the sheet a key");
            return List.of();
        }
        boolean isOptional = entry.key().endsWith("?");
        String pattern = isOptional ? entry.key().substring(0, entry.key().length() - 1) : entry.key();
        YamlNode said = entry.value();
        Part part = said.isMap() ? Part.read(said, Words.WIDE, problems) : Part.empty(Words.WIDE, problems, line);
        Optional<Part> cube = cubes.said(part);
        String constant = WideRule.constant(pattern);
        ColumnRule measure =
                columns.rule(LocalName.of(constant).equals("column") ? "value" : constant, part, table, said, line);
        if (measure.role() == Role.SKIPPED) {
            return List.of();
        }
        List<String> states = cube.map(CubeReader::statusWords).orElse(List.of());
        ColumnRule read =
                states.isEmpty() ? measure : measure.holding(measure.cell().without(states));
        Line whole = new Line(pattern, isOptional, part, cube, read, row.get(0), line);
        List<Breakdown> breakdowns = cube.map(c -> breakdowns(c, pattern))
                .filter(all -> !all.isEmpty())
                .orElse(List.of(Breakdown.NONE));
        return breakdowns.stream()
                .flatMap(one -> rule(whole, others, one).stream())
                .toList();
    }

    /** A line, as far as it is the same for all its cubes. */
    private record Line(
            String pattern,
            boolean isOptional,
            Part part,
            Optional<Part> cube,
            ColumnRule measure,
            UrlTemplate row,
            long line) {}

    private Optional<WideRule> rule(Line whole, List<ColumnRule> others, Breakdown one) {
        Part part = whole.part();
        long line = whole.line();
        List<UrlTemplate> about = part.has(Words.ABOUT_URL)
                ? columns.template(part, Words.ABOUT_URL)
                : List.of(below(whole.row(), WideRule.names(whole.pattern()), line));
        List<ClassRule> types = new ArrayList<>(columns.classes(part.nodes(Words.CLASS)));
        List<ColumnRule> lines = new ArrayList<>(companions.with(part, List.of()));
        ColumnRule ofRow = ofRow(part, whole.row(), line);
        Map<String, Meaning> meant = new LinkedHashMap<>();
        Map<String, ColumnRule> parts = parts(part, whole, one, meant);
        List<CubeRule> cube = whole
                .cube()
                .flatMap(c -> cubes.read(c, part.line(Words.CUBE), ofRow, others, one))
                .map(read -> with(read, whole.measure(), part, meant))
                .stream()
                .toList();
        for (CubeRule each : cube) {
            types.add(cubes.observation(each));
            lines.addAll(cubes.membership(each));
            lines.addAll(each.lines());
        }
        boolean isOfRow = part.text(Words.OF).filter(Words.SKIP::equals).isEmpty();
        if (isOfRow && !lines.contains(ofRow)) {
            lines.add(ofRow);
        }
        return about.stream()
                .findFirst()
                .map(address -> new WideRule(
                        whole.pattern(),
                        whole.isOptional() || !one.isNone(),
                        address.with(Map.of(one.part(), one.word())),
                        whole.measure(),
                        lines,
                        parts,
                        types,
                        cube,
                        one.isNone() ? Map.of() : Map.of(one.part(), one.text()),
                        line));
    }

    /** {@return what leads from an observation to its row} */
    private ColumnRule ofRow(Part part, UrlTemplate row, long line) {
        return part.text(Words.OF)
                .filter(text -> !text.equals(Words.SKIP))
                .flatMap(text -> addresses.term(text, part.line(Words.OF)))
                .map(of -> ColumnRule.constant(Words.OF, of, row, line))
                .orElseGet(() -> ColumnRule.constant(Words.OF, addresses.own(Words.OF, line), row, line))
                .called(Map.of(Words.FRENCH, "concerne", Words.ENGLISH, "is of"));
    }

    private CubeRule with(CubeRule cube, ColumnRule measure, Part part, Map<String, Meaning> meant) {
        Map<String, Meaning> all = new LinkedHashMap<>(cube.meanings());
        all.putAll(meant);
        Meaning meaning = meanings.read(part);
        measure.properties().stream().limit(1).forEach(property -> all.put(property.text(), meaning));
        return cube.with(all);
    }

    /** {@return the data sets that a cube names, by a part of the header} */
    private List<Breakdown> breakdowns(Part cube, String pattern) {
        List<Breakdown> breakdowns = new ArrayList<>();
        List<YamlNode.Entry> said = cube.find(Words.EACH).map(YamlNode::entries).orElse(List.of());
        if (cube.has(Words.EACH) && (said.size() != 1 || !said.get(0).value().isMap())) {
            problems.add(
                    cube.line(Words.EACH),
                    "each needs one part of the header, and under it a cube for each of its texts");
            return List.of();
        }
        for (YamlNode.Entry part : said) {
            refuseUnknown(part, pattern);
            for (YamlNode.Entry entry : part.value().entries()) {
                Part each = Part.read(entry.value(), Words.EACH_WORDS, problems);
                breakdowns.add(new Breakdown(
                        part.key(),
                        entry.key(),
                        each.text(Words.NAME).orElse(LocalName.of(entry.key())),
                        each.text(Words.TOTAL).orElse(""),
                        each.names(),
                        meanings.read(each),
                        entry.line()));
            }
        }
        return breakdowns;
    }

    /** {@return an address below a row's, with the parts of the header} */
    private static UrlTemplate below(UrlTemplate row, List<String> names, long line) {
        UrlTemplate address = new UrlTemplate(row.parts(), row.text(), line);
        for (String name : names) {
            address = address.followedBy(new UrlTemplate.Piece("/", false, false))
                    .followedBy(new UrlTemplate.Piece(name, true, false));
        }
        return address;
    }

    /**
     * {@return what is said with the parts of the header; where a data set has one of them for itself, the other is what it divides by}
     *
     * @param meant takes what their properties mean
     */
    private Map<String, ColumnRule> parts(Part part, Line whole, Breakdown one, Map<String, Meaning> meant) {
        List<String> names = WideRule.names(whole.pattern()).stream()
                .filter(name -> !name.equals(one.part()))
                .toList();
        Map<String, ColumnRule> parts = new LinkedHashMap<>();
        Part nothing = Part.empty(Words.TABLE_SCHEMA, problems, whole.line());
        for (YamlNode.Entry entry :
                part.find(Words.PARTS).map(YamlNode::entries).orElse(List.of())) {
            refuseUnknown(entry, whole.pattern());
            columns.read(entry, nothing, Words.PART_WORDS).stream().findFirst().ifPresent(line -> {
                parts.put(entry.key(), line.rule());
                line.rule().properties().stream()
                        .limit(1)
                        .forEach(property -> meant.put(property.text(), meanings.read(line.part())));
            });
        }
        for (String name : names) {
            parts.computeIfAbsent(
                    name,
                    key -> columns.rule(
                            key,
                            Part.empty(Words.COLUMN, problems, whole.line()),
                            nothing,
                            YamlNode.nothing(whole.line()),
                            whole.line()));
        }
        if (!one.isNone() && !names.isEmpty()) {
            UrlTemplate property = addresses.own(LocalName.of(one.word()), one.line());
            parts.computeIfPresent(
                    names.get(0),
                    (name, rule) -> rule.as(property, rule.valueUrl()).called(one.names()));
            meant.put(property.text(), one.meaning());
        }
        return parts;
    }

    private void refuseUnknown(YamlNode.Entry part, String pattern) {
        List<String> names = WideRule.names(pattern);
        if (!names.contains(part.key())) {
            problems.add(
                    part.line(),
                    "the pattern '%s' has no part {%s}%s",
                    pattern,
                    part.key(),
                    Spelling.closest(part.key(), names)
                            .map(close -> "; did you mean " + close + "?")
                            .orElse(""));
        }
    }
}
