package fr.pleiade.mapping.table;

import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.mapping.table.ColumnRule.Presence;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of a wide table that are one: each cell is an observation of its row, and the header says what it is of.
 *
 * @param pattern what the headers are like: {@code Effectifs {rentree}}
 * @param isOptional whether files may have no such column
 * @param about the address of an observation, in which parts of the header may stand
 * @param measure what is said with the cell
 * @param lines what else is said of an observation: its row, and what is so of all
 * @param parts what is said with the parts of the header, by their names
 * @param types the classes of observations
 * @param cube the cube that observations are of; none where they are of none
 * @param line where it is written
 */
public record WideRule(
        String pattern,
        boolean isOptional,
        UrlTemplate about,
        ColumnRule measure,
        List<ColumnRule> lines,
        Map<String, ColumnRule> parts,
        List<ClassRule> types,
        List<CubeRule> cube,
        long line) {
    private static final Pattern PIECE = Pattern.compile("\\{([\\p{L}][\\p{L}\\p{N}_]*)}|\\*");

    public WideRule {
        lines = List.copyOf(lines);
        parts = new LinkedHashMap<>(parts);
        types = List.copyOf(types);
        cube = List.copyOf(cube);
    }

    /** {@return whether a key of the map of columns stands for several: it has a part in braces} */
    public static boolean isPattern(String key) {
        return !names(key).isEmpty();
    }

    /** {@return the names of the parts of a pattern, in their order} */
    public static List<String> names(String pattern) {
        return PIECE.matcher(pattern)
                .results()
                .filter(piece -> piece.group(1) != null)
                .map(piece -> piece.group(1))
                .toList();
    }

    /** {@return what a pattern has beside its parts} */
    public static String constant(String pattern) {
        return PIECE.matcher(pattern).replaceAll(" ").strip();
    }

    /** {@return everything that is said, for whoever declares the terms} */
    public List<ColumnRule> all() {
        List<ColumnRule> all = new ArrayList<>(List.of(measure));
        all.addAll(lines);
        all.addAll(parts.values());
        return all;
    }

    /**
     * The column of a header.
     *
     * @param thing the observation, which is there where the cell has a value of its datatype
     * @param lines what is said of it, the cell's own line first
     */
    record Observation(ThingRule thing, List<ColumnRule> lines) {}

    /** {@return what becomes of the column of a header; nothing if it is not like the pattern} */
    Optional<Observation> of(String header) {
        Matcher matcher = regex().matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = names(pattern);
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1).strip());
        }
        UrlTemplate address = filled(about, values);
        ColumnRule value = on(measure, List.of(header), Presence.REQUIRED, measure.cell(), values);
        List<ColumnRule> rules = new ArrayList<>(List.of(value));
        rules.addAll(lines);
        parts.forEach((name, rule) -> rules.add(
                on(rule, List.of(), Presence.VIRTUAL, holding(rule.cell(), values.getOrDefault(name, "")), values)));
        Condition hasValue = new Condition(List.of(header), List.of(), false, measure.line());
        return Optional.of(new Observation(
                new ThingRule(address, List.of(value), types, List.of(hasValue), measure.line()),
                rules.stream().map(rule -> rule.about(address)).toList()));
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        Matcher piece = PIECE.matcher(pattern);
        int end = 0;
        while (piece.find()) {
            regex.append(Pattern.quote(pattern.substring(end, piece.start())));
            regex.append(piece.group(1) == null ? ".*?" : "(.+?)");
            end = piece.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(pattern.substring(end))).toString());
    }

    private static UrlTemplate filled(UrlTemplate template, Map<String, String> values) {
        UrlTemplate filled = new UrlTemplate(List.of(), "", template.line());
        for (UrlTemplate.Piece piece : template.parts()) {
            boolean isPart = piece.isVariable() && values.containsKey(piece.text());
            filled = filled.followedBy(
                    isPart
                            ? new UrlTemplate.Piece(
                                    PercentEncoding.encode(values.getOrDefault(piece.text(), ""), false), false, false)
                            : piece);
        }
        return filled;
    }

    /** {@return a cell that holds the part of a header} */
    private static CellRule holding(CellRule cell, String value) {
        return new CellRule(cell.type(), "", List.of(""), value, false, cell.language(), CellRule.Sieve.NONE);
    }

    private static ColumnRule on(
            ColumnRule rule, List<String> titles, Presence presence, CellRule cell, Map<String, String> values) {
        return new ColumnRule(
                rule.name(),
                titles,
                presence,
                Role.MAPPED,
                false,
                rule.properties(),
                rule.names(),
                cell,
                List.of(),
                rule.valueUrl().stream().map(url -> filled(url, values)).toList(),
                rule.text(),
                rule.conditions(),
                rule.links(),
                rule.line());
    }
}
