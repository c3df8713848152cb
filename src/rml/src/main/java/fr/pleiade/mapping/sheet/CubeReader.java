package fr.pleiade.mapping.sheet;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;

import fr.pleiade.mapping.table.CellRule;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.Condition;
import fr.pleiade.mapping.table.CubeRule;
import fr.pleiade.mapping.table.CubeRule.Apart;
import fr.pleiade.mapping.table.CubeRule.Meaning;
import fr.pleiade.mapping.table.CubeRule.Sum;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a sheet says of the cube that columns of a wide table are. */
final class CubeReader {
    private static final String UNIT = SDMX_ATTRIBUTE + "unitMeasure";
    private static final String STATUS = SDMX_ATTRIBUTE + "obsStatus";
    private static final String CUBE_LINK_WORD = "cube-link";
    private static final String COUNTED_IN = CUBE + "countedIn";

    private final Problems problems;
    private final Addresses addresses;
    private final ColumnReader columns;
    private final MeaningReader meanings;
    private final String name;

    /** @param name the dataset's slug, which the cube is called by unless the sheet says another name */
    CubeReader(Problems problems, Addresses addresses, ColumnReader columns, String name) {
        this.problems = problems;
        this.addresses = addresses;
        this.columns = columns;
        this.meanings = new MeaningReader(problems, addresses);
        this.name = name;
    }

    /** {@return what a line says of the cube of its columns} */
    Optional<Part> said(Part wide) {
        return wide.find(Words.CUBE).map(said -> {
            Part part = said.isMap()
                    ? Part.read(said, Words.CUBE_WORDS, problems)
                    : Part.empty(Words.CUBE_WORDS, problems, wide.line(Words.CUBE));
            if (!said.isMap()) {
                part.say(Words.NAME, said);
            }
            return part;
        });
    }

    /**
     * {@return the cube that a line for several columns says}
     *
     * @param part what it says of it
     * @param line where
     * @param row what leads from an observation to its row: a dimension where the cube names no columns
     * @param table the columns of the table that have a line of their own
     * @param one the data set among those of the line
     */
    Optional<CubeRule> read(Part part, long line, ColumnRule row, List<ColumnRule> table, Breakdown one) {
        String slug = one.word(part.text(Words.NAME).orElse(name));
        Map<String, Meaning> meant = new LinkedHashMap<>();
        List<ColumnRule> dimensions = named(part, Words.DIMENSIONS, table, meant);
        if (dimensions.isEmpty()) {
            dimensions.add(row);
        }
        List<ColumnRule> attributes = new ArrayList<>(named(part, Words.ATTRIBUTES, table, meant));
        unit(part, line).ifPresent(attributes::add);
        String structure = slug.equals(name) ? "structure" : "structure-" + slug;
        return addresses.term("id/cube/" + slug, line).map(dataSet -> {
            Map<Apart, Part> apart = apart(part, dataSet, one);
            return new CubeRule(
                    dataSet,
                    addresses.own(structure, line),
                    one.names(part.names()),
                    dimensions,
                    attributes,
                    status(part),
                    List.copyOf(apart.keySet()),
                    sums(part, dataSet, apart, dimensions, one),
                    meant,
                    line);
        });
    }

    /** {@return the columns under a key: a list of them, or what each means; a column that only observations have is one of theirs} */
    private List<ColumnRule> named(Part part, String key, List<ColumnRule> table, Map<String, Meaning> meant) {
        List<ColumnRule> found = new ArrayList<>();
        Optional<YamlNode> said = part.find(key);
        boolean isMap = said.filter(YamlNode::isMap).isPresent();
        List<String> names =
                isMap ? said.get().entries().stream().map(YamlNode.Entry::key).toList() : part.texts(key);
        for (String column : names) {
            Optional<ColumnRule> called = table.stream()
                    .filter(rule -> rule.isCalled(column) && !rule.properties().isEmpty())
                    .findFirst();
            if (called.isEmpty()) {
                problems.add(part.line(key), "%s", Columns.unknown(column, table));
            }
            called.map(ColumnRule::asMapped).ifPresent(found::add);
        }
        if (isMap) {
            said.get()
                    .entries()
                    .forEach(entry -> found.stream()
                            .filter(rule -> rule.isCalled(entry.key()))
                            .forEach(rule -> meanings.read(entry.value())
                                    .ifPresent(meaning ->
                                            meant.put(rule.properties().get(0).text(), meaning))));
        }
        return found;
    }

    /** {@return the unit: one for all, or one that is looked up for each part of the header} */
    private Optional<ColumnRule> unit(Part part, long line) {
        UrlTemplate property = addresses.constant(UNIT, line);
        Optional<YamlNode> said = part.find(Words.UNIT);
        if (said.filter(YamlNode::isMap).isPresent()) {
            YamlNode node = said.get();
            YamlNode.Entry entry = new YamlNode.Entry(Words.UNIT, node, node.line());
            return columns.read(entry, Part.empty(Words.TABLE_SCHEMA, problems, line)).stream()
                    .map(read -> read.rule().as(property, read.rule().valueUrl()))
                    .findFirst();
        }
        return part.text(Words.UNIT)
                .flatMap(text -> addresses.term(text, part.line(Words.UNIT)))
                .map(unit -> ColumnRule.constant(Words.UNIT, property, unit, line));
    }

    /**
     * {@return what stands in a cell instead of a number, each with its status}
     *
     * <p>A word becomes the address of its status, what is empty that of what is missing, and a number nothing.
     */
    private List<ColumnRule> status(Part part) {
        List<CellType.Step> words = new ArrayList<>();
        List<String> states = new ArrayList<>();
        String byDefault = "";
        for (YamlNode.Entry entry :
                part.find(Words.STATUS).map(YamlNode::entries).orElse(List.of())) {
            Optional<UrlTemplate> status =
                    problems.text(entry.value(), Words.STATUS).flatMap(text -> addresses.term(text, entry.line()));
            if (status.isEmpty()) {
                continue;
            }
            states.add(status.get().text());
            if (entry.key().isEmpty()) {
                byDefault = status.get().text();
            } else {
                words.add(CellType.Step.of(
                        "replace",
                        "pattern",
                        "^" + Pattern.quote(entry.key()) + "$",
                        "replacement",
                        Matcher.quoteReplacement(status.get().text())));
            }
        }
        if (states.isEmpty()) {
            return List.of();
        }
        long line = part.line(Words.STATUS);
        CellRule cell = new CellRule(
                CellType.iri("iri", CellType.Step.of("trim")),
                "",
                List.of(""),
                byDefault,
                false,
                "",
                new CellRule.Sieve(words, states, List.of(), List.of()));
        return List.of(
                ColumnRule.constant(Words.STATUS, addresses.constant(STATUS, line), addresses.constant("", line), line)
                        .holding(cell));
    }

    /** {@return the words of a cell that have a status} */
    static List<String> statusWords(Part cube) {
        return cube.find(Words.STATUS).map(YamlNode::entries).orElse(List.of()).stream()
                .map(YamlNode.Entry::key)
                .toList();
    }

    /** {@return the data sets that are counted apart, and what is said of each} */
    private Map<Apart, Part> apart(Part part, UrlTemplate dataSet, Breakdown one) {
        Map<Apart, Part> apart = new LinkedHashMap<>();
        for (YamlNode node : part.nodes(Words.APART)) {
            Part said = Part.read(node, Words.APART_WORDS, problems);
            List<Condition> conditions = new ConditionReader(problems).read(said);
            Optional<String> word = said.text(Words.NAME);
            if (conditions.isEmpty() || word.isEmpty()) {
                problems.add(
                        node.line(), "what is counted apart has a name, as, and a condition: when: { column: word }");
                continue;
            }
            Map<String, String> names = new LinkedHashMap<>();
            one.names(part.names())
                    .forEach((tag, name) -> names.put(
                            tag,
                            name
                                    + (tag.equals(Words.FRENCH) ? " : " : ": ")
                                    + said.names().getOrDefault(tag, word.get())));
            addresses
                    .term(dataSet.text() + "-" + word.get(), node.line())
                    .ifPresent(address -> apart.put(new Apart(address, names, conditions), said));
        }
        return apart;
    }

    /** {@return what the data sets of a cube add up to, what those that are apart are the sums of, and as what else they are said} */
    private List<Sum> sums(
            Part part, UrlTemplate dataSet, Map<Apart, Part> apart, List<ColumnRule> dimensions, Breakdown one) {
        List<Sum> sums = new ArrayList<>(also(part, dataSet, problems));
        apart.keySet().forEach(each -> sums.addAll(also(part, each.dataSet(), problems)));
        if (!one.total().isEmpty()) {
            String all = dataSet.text()
                            .substring(0, dataSet.text().length() - one.word().length())
                    + one.total();
            sums.add(new Sum(dataSet, "sumsTo", all));
            apart.keySet()
                    .forEach(each -> sums.add(new Sum(
                            each.dataSet(),
                            "sumsTo",
                            all + each.dataSet().text().substring(dataSet.text().length()))));
        }
        apart.forEach((each, said) ->
                said.find(Words.SUM).ifPresent(node -> sums.addAll(sum(node, each.dataSet(), dimensions))));
        return sums;
    }

    /** {@return that a data set is a cube of cube.link too} */
    static List<Sum> also(Part part, UrlTemplate dataSet, Problems problems) {
        Optional<String> also = part.text(Words.ALSO);
        if (also.isPresent() && !also.get().equals(CUBE_LINK_WORD)) {
            problems.add(part.line(Words.ALSO), "a cube is also: %s, not '%s'", CUBE_LINK_WORD, also.get());
        }
        return also.filter(CUBE_LINK_WORD::equals).map(word -> new Sum(dataSet, "alsoAs", CUBE_LINK)).stream()
                .toList();
    }

    private List<Sum> sum(YamlNode node, UrlTemplate dataSet, List<ColumnRule> dimensions) {
        Part said = Part.read(node, Words.SUM_WORDS, problems);
        List<Sum> sums = new ArrayList<>();
        for (String key : List.of(Words.OVER, Words.ALONG)) {
            for (String column : said.texts(key)) {
                List<String> found = dimensions.stream()
                        .filter(rule -> rule.isCalled(column))
                        .map(rule -> rule.properties().get(0).text())
                        .toList();
                if (found.isEmpty()) {
                    problems.add(said.line(key), "'%s' is no dimension of the cube", column);
                }
                found.forEach(property ->
                        sums.add(new Sum(dataSet, key.equals(Words.OVER) ? "sumOver" : "sumAlong", property)));
            }
        }
        said.text(Words.WHERE)
                .flatMap(text -> addresses.term(text, said.line(Words.WHERE)))
                .ifPresent(code -> sums.add(new Sum(dataSet, "sumWhere", code.text())));
        return sums;
    }

    /** {@return what makes an observation one of the cube: its data set, and of one that is counted apart where it is counted already} */
    List<ColumnRule> membership(CubeRule cube) {
        UrlTemplate property = addresses.constant(QB + "dataSet", cube.line());
        UrlTemplate counted = addresses.constant(COUNTED_IN, cube.line());
        List<ColumnRule> lines = new ArrayList<>();
        List<List<Condition>> others = List.of(List.of());
        for (Apart apart : cube.apart()) {
            for (List<Condition> other : others) {
                List<Condition> here = and(other, apart.conditions());
                lines.add(ColumnRule.constant("dataSet", property, apart.dataSet(), cube.line())
                        .where(here));
                lines.add(ColumnRule.constant("countedIn", counted, cube.dataSet(), cube.line())
                        .where(here));
            }
            others = butNot(others, apart.conditions());
        }
        for (List<Condition> other : others) {
            lines.add(ColumnRule.constant("dataSet", property, cube.dataSet(), cube.line())
                    .where(other));
        }
        return lines;
    }

    private static List<Condition> and(List<Condition> some, List<Condition> more) {
        List<Condition> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** {@return the rows where one of some conditions does not hold, each in one way: the first holds not, or it holds and the second not, … } */
    private static List<List<Condition>> butNot(List<List<Condition>> rows, List<Condition> conditions) {
        List<List<Condition>> left = new ArrayList<>();
        for (List<Condition> row : rows) {
            for (int i = 0; i < conditions.size(); i++) {
                List<Condition> first = new ArrayList<>(conditions.subList(0, i));
                first.add(conditions.get(i).negated());
                left.add(and(row, first));
            }
        }
        return left;
    }

    ClassRule observation(CubeRule cube) {
        return new ClassRule(addresses.constant(QB + "Observation", cube.line()), Map.of(), false);
    }
}
