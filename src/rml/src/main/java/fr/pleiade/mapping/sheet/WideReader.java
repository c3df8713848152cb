package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.table.CellRule;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.ColumnRule.Presence;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.table.WideRule;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Vocabulary;
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

    WideReader(Problems problems, Addresses addresses, ColumnReader columns) {
        this.problems = problems;
        this.addresses = addresses;
        this.columns = columns;
    }

    /**
     * Reads a line.
     *
     * @param row the address of a row; none if rows have none, which is noted
     */
    Optional<WideRule> read(YamlNode.Entry entry, Part table, List<UrlTemplate> row) {
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
                ? part
                        .text(Words.ABOUT_URL)
                        .flatMap(text -> addresses.template(text, part.line(Words.ABOUT_URL)))
                        .stream()
                        .toList()
                : List.of(below(row.get(0), WideRule.names(pattern), line));
        String constant = WideRule.constant(pattern);
        ColumnRule measure = columns.rule(constant.isEmpty() ? "value" : constant, part, table, said, line);
        if (measure.role() == Role.SKIPPED) {
            return Optional.empty();
        }
        List<ClassRule> types = columns.classes(part.nodes(Words.CLASS));
        List<ColumnRule> lines = new ArrayList<>(List.of(measure));
        List<UrlTemplate> of = part.text(Words.OF).flatMap(text -> addresses.term(text, part.line(Words.OF))).stream()
                .toList();
        lines.add(valued(measure, Words.OF, of.isEmpty() ? addresses.own(Words.OF, line) : of.get(0), row.get(0)));
        types.forEach(type ->
                lines.add(valued(measure, Words.CLASS, addresses.constant(Vocabulary.TYPE.value(), line), type.iri())));
        Map<String, ColumnRule> parts = parts(part, pattern, measure);
        return about.stream()
                .findFirst()
                .map(address -> new WideRule(pattern, isOptional, address, lines, parts, types, line));
    }

    /** {@return an address below a row's, with the parts of the header} */
    private static UrlTemplate below(UrlTemplate row, List<String> names, long line) {
        List<UrlTemplate.Piece> pieces = new ArrayList<>(row.parts());
        StringBuilder text = new StringBuilder(row.text());
        for (String name : names) {
            pieces.add(new UrlTemplate.Piece("/", false, false));
            pieces.add(new UrlTemplate.Piece(name, true, false));
            text.append("/{").append(name).append('}');
        }
        return new UrlTemplate(pieces, text.toString(), line);
    }

    /** {@return what is said of an observation that has a value} */
    private static ColumnRule valued(ColumnRule measure, String name, UrlTemplate property, UrlTemplate value) {
        Map<String, String> names =
                name.equals(Words.OF) ? Map.of(Words.FRENCH, "concerne", Words.ENGLISH, "is of") : Map.of();
        return new ColumnRule(
                name,
                List.of(),
                Presence.REQUIRED,
                Role.MAPPED,
                false,
                List.of(property),
                names,
                measure.cell(),
                List.of(),
                List.of(value),
                List.of(),
                measure.line());
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
            columns.read(entry, nothing).stream()
                    .findFirst()
                    .ifPresent(rule -> parts.put(entry.key(), withNulls(rule, measure)));
        }
        for (String name : names) {
            parts.computeIfAbsent(
                    name,
                    key -> withNulls(
                            columns.rule(
                                    key,
                                    Part.empty(Words.COLUMN, problems, measure.line()),
                                    nothing,
                                    YamlNode.nothing(measure.line()),
                                    measure.line()),
                            measure));
        }
        return parts;
    }

    /** {@return the same of a part of the header, which is said where the column has a value} */
    private static ColumnRule withNulls(ColumnRule rule, ColumnRule measure) {
        CellRule cell = rule.cell();
        CellRule said = new CellRule(cell.type(), "", measure.cell().nulls(), "", false, cell.language());
        return new ColumnRule(
                rule.name(),
                List.of(rule.label()),
                rule.presence(),
                rule.role(),
                false,
                rule.properties(),
                rule.names(),
                said,
                List.of(),
                rule.valueUrl(),
                rule.links(),
                rule.line());
    }
}
