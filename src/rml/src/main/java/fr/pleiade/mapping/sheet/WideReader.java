package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.CubeRule;
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

    WideReader(Problems problems, Addresses addresses, ColumnReader columns, Companions companions, CubeReader cubes) {
        this.cubes = cubes;
        this.companions = companions;
        this.problems = problems;
        this.addresses = addresses;
        this.columns = columns;
    }

    /**
     * Reads a line.
     *
     * @param row the address of a row; none if rows have none, which is noted
     * @param others the columns that have a line of their own
     */
    Optional<WideRule> read(YamlNode.Entry entry, Part table, List<UrlTemplate> row, List<ColumnRule> others) {
        long line = entry.line();
        if (row.isEmpty()) {
            problems.add(line, "an observation is of a row that has an address: give the sheet a key");
            return Optional.empty();
        }
        boolean isOptional = entry.key().endsWith("?");
        String pattern = isOptional ? entry.key().substring(0, entry.key().length() - 1) : entry.key();
        YamlNode said = entry.value();
        Part part = said.isMap() ? Part.read(said, Words.WIDE, problems) : Part.empty(Words.WIDE, problems, line);
        List<UrlTemplate> about = part.has(Words.ABOUT_URL)
                ? columns.template(part, Words.ABOUT_URL)
                : List.of(below(row.get(0), WideRule.names(pattern), line));
        String constant = WideRule.constant(pattern);
        ColumnRule measure = columns.rule(constant.isEmpty() ? "value" : constant, part, table, said, line);
        if (measure.role() == Role.SKIPPED) {
            return Optional.empty();
        }
        List<ClassRule> types = new ArrayList<>(columns.classes(part.nodes(Words.CLASS)));
        List<UrlTemplate> of = part.text(Words.OF).flatMap(text -> addresses.term(text, part.line(Words.OF))).stream()
                .toList();
        List<ColumnRule> lines = new ArrayList<>(companions.with(part, List.of()));
        ColumnRule ofRow = ColumnRule.constant(
                        Words.OF, of.isEmpty() ? addresses.own(Words.OF, line) : of.get(0), row.get(0), line)
                .called(Map.of(Words.FRENCH, "concerne", Words.ENGLISH, "is of"));
        List<CubeRule> cube = cubes.read(part, ofRow, others).stream().toList();
        for (CubeRule each : cube) {
            types.add(cubes.observation(each));
            lines.add(cubes.membership(each));
            lines.addAll(each.lines());
        }
        if (!lines.contains(ofRow)) {
            lines.add(ofRow);
        }
        Map<String, ColumnRule> parts = parts(part, pattern, measure);
        return about.stream()
                .findFirst()
                .map(address -> new WideRule(pattern, isOptional, address, measure, lines, parts, types, cube, line));
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

    private Map<String, ColumnRule> parts(Part part, String pattern, ColumnRule measure) {
        List<String> names = WideRule.names(pattern);
        Map<String, ColumnRule> parts = new LinkedHashMap<>();
        Part nothing = Part.empty(Words.TABLE_SCHEMA, problems, measure.line());
        for (YamlNode.Entry entry :
                part.find(Words.PARTS).map(YamlNode::entries).orElse(List.of())) {
            if (!names.contains(entry.key())) {
                problems.add(
                        entry.line(),
                        "the pattern '%s' has no part {%s}%s",
                        pattern,
                        entry.key(),
                        Spelling.closest(entry.key(), names)
                                .map(close -> "; did you mean " + close + "?")
                                .orElse(""));
            }
            columns.read(entry, nothing).stream().findFirst().ifPresent(line -> parts.put(entry.key(), line.rule()));
        }
        for (String name : names) {
            parts.computeIfAbsent(
                    name,
                    key -> columns.rule(
                            key,
                            Part.empty(Words.COLUMN, problems, measure.line()),
                            nothing,
                            YamlNode.nothing(measure.line()),
                            measure.line()));
        }
        return parts;
    }
}
