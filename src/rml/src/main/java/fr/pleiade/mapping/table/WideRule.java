package fr.pleiade.mapping.table;

import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.mapping.table.ColumnRule.Presence;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of a wide table that are one: each cell is an observation of its row, and the header says what it is of.
 *
 * @param pattern what the headers are like: {@code Effectifs {rentree}}
 * @param isOptional whether files may have no such column
 * @param about the address of an observation, in which parts of the header may stand
 * @param lines what is said of an observation: its value, its row, its class
 * @param parts what is said with the parts of the header, by their names
 * @param types the classes of observations
 * @param line where it is written
 */
public record WideRule(
        String pattern,
        boolean isOptional,
        UrlTemplate about,
        List<ColumnRule> lines,
        Map<String, ColumnRule> parts,
        List<ClassRule> types,
        long line) {
    private static final Pattern PIECE = Pattern.compile("\\{([\\p{L}][\\p{L}\\p{N}_]*)}|\\*");

    public WideRule {
        lines = List.copyOf(lines);
        parts = new LinkedHashMap<>(parts);
        types = List.copyOf(types);
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
        List<ColumnRule> all = new ArrayList<>(lines);
        all.addAll(parts.values());
        return all;
    }

    /** {@return what becomes of the column of a header; nothing if it is not like the pattern} */
    public List<ColumnRule> of(String header) {
        Matcher matcher = regex().matcher(header);
        if (!matcher.matches()) {
            return List.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = names(pattern);
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1).strip());
        }
        UrlTemplate address = filled(values);
        List<ColumnRule> rules = new ArrayList<>();
        lines.forEach(rule -> rules.add(on(header, rule, rule.cell(), address)));
        parts.forEach((name, rule) ->
                rules.add(on(header, rule, constant(rule.cell(), values.getOrDefault(name, "")), address)));
        return rules;
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

    private UrlTemplate filled(Map<String, String> values) {
        List<UrlTemplate.Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (UrlTemplate.Piece piece : about.parts()) {
            boolean isPart = piece.isVariable() && values.containsKey(piece.text());
            UrlTemplate.Piece filled = isPart
                    ? new UrlTemplate.Piece(
                            PercentEncoding.encode(values.getOrDefault(piece.text(), ""), false), false, false)
                    : piece;
            pieces.add(filled);
            text.append(filled.isVariable() ? "{" + filled.text() + "}" : filled.text());
        }
        return new UrlTemplate(pieces, text.toString(), about.line());
    }

    /** Where the cell has a value, the part of the header stands in its place. */
    private static CellRule constant(CellRule cell, String value) {
        CellType.Step put =
                CellType.Step.of("replace", "pattern", "(?s)^.+$", "replacement", Matcher.quoteReplacement(value));
        return new CellRule(cell.type().after(put), "", cell.nulls(), "", false, cell.language());
    }

    private static ColumnRule on(String header, ColumnRule rule, CellRule cell, UrlTemplate address) {
        return new ColumnRule(
                rule.name(),
                List.of(header),
                Presence.REQUIRED,
                Role.MAPPED,
                false,
                rule.properties(),
                rule.names(),
                cell,
                List.of(address),
                rule.valueUrl(),
                rule.links(),
                rule.line());
    }
}
