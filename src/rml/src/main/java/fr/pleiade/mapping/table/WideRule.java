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
import java.util.stream.Stream;

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
 * @param fixed the parts of which only one text is meant, by their names
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
        Map<String, String> fixed,
        long line) {
    private static final Pattern PIECE = Pattern.compile("\\{([\\p{L}][\\p{L}\\p{N}_]*)}|\\*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.~-]+");

    public WideRule {
        lines = List.copyOf(lines);
        parts = new LinkedHashMap<>(parts);
        types = List.copyOf(types);
        cube = List.copyOf(cube);
        fixed = new LinkedHashMap<>(fixed);
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
        cube.forEach(each -> all.addAll(each.status()));
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
        Matcher matcher = regex(fixed).matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = names(pattern);
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1).strip());
        }
        UrlTemplate address = filled(about, values, cube.isEmpty());
        List<ColumnRule> own = new ArrayList<>();
        own.add(on(measure, List.of(header), Presence.REQUIRED, measure.cell(), values));
        cube.forEach(each -> each.status()
                .forEach(rule -> own.add(on(rule, List.of(header), Presence.REQUIRED, rule.cell(), values))));
        List<ColumnRule> rules = new ArrayList<>(own);
        lines.forEach(rule -> rules.add(isOfParts(rule, values) ? ofPart(rule, "", values) : rule));
        parts.forEach((name, rule) -> rules.add(ofPart(rule, values.getOrDefault(name, ""), values)));
        List<String> shown = Stream.concat(
                        Stream.of(header), own.stream().skip(1).map(ColumnRule::name))
                .toList();
        Condition isThere = new Condition(shown, List.of(), false, measure.line());
        return Optional.of(new Observation(
                new ThingRule(address, own, types, List.of(isThere), measure.line()),
                rules.stream().map(rule -> rule.about(address)).toList()));
    }

    /** {@return whether a text is made of parts of the header alone, so that it is the same in each row} */
    private static boolean isOfParts(ColumnRule rule, Map<String, String> values) {
        return rule.isVirtual()
                && !rule.text().isEmpty()
                && values.keySet().containsAll(rule.text().get(0).variables());
    }

    /** {@return what is said with a part of the header, or with a text that has parts in it} */
    private static ColumnRule ofPart(ColumnRule rule, String part, Map<String, String> values) {
        String text = part;
        if (!rule.text().isEmpty()) {
            StringBuilder made = new StringBuilder();
            for (UrlTemplate.Piece piece : rule.text().get(0).parts()) {
                made.append(piece.isVariable() ? values.getOrDefault(piece.text(), "") : piece.text());
            }
            text = made.toString();
        }
        return on(rule, List.of(), Presence.VIRTUAL, holding(rule.cell(), text), values);
    }

    /** {@return whether a header is like the pattern} */
    boolean isLike(String header) {
        return regex(fixed).matcher(header).matches();
    }

    /** {@return whether a header is like the pattern, and no text of the part that cubes are told by} */
    boolean isNearly(String header) {
        return !fixed.isEmpty() && regex(Map.of()).matcher(header).matches();
    }

    private Pattern regex(Map<String, String> texts) {
        StringBuilder regex = new StringBuilder();
        Matcher piece = PIECE.matcher(pattern);
        int end = 0;
        while (piece.find()) {
            regex.append(Pattern.quote(pattern.substring(end, piece.start())));
            regex.append(
                    piece.group(1) == null ? ".*?" : "(" + expression(texts.getOrDefault(piece.group(1), "")) + ")");
            end = piece.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(pattern.substring(end))).toString());
    }

    /** {@return what a part is like: one text, or any where that is empty} */
    private static String expression(String text) {
        return text.isEmpty() ? ".+?" : Pattern.quote(text);
    }

    private static UrlTemplate filled(UrlTemplate template, Map<String, String> values, boolean asItIs) {
        Map<String, String> texts = new LinkedHashMap<>(values);
        texts.replaceAll((name, value) -> written(value, asItIs));
        return template.with(texts);
    }

    /** {@return what addresses have in the place of a part: in a cube, of what is more than a word, its letters and digits} */
    private static String written(String part, boolean asItIs) {
        return asItIs || WORD.matcher(part).matches() ? PercentEncoding.encode(part, false) : LocalName.of(part);
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
                rule.valueUrl().stream().map(url -> filled(url, values, true)).toList(),
                presence == Presence.VIRTUAL ? List.of() : rule.text(),
                rule.conditions(),
                rule.links(),
                rule.line());
    }
}
