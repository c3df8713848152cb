package fr.pleiade.mapping.sheet;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.mapping.table.CellRule;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.CountRule;
import fr.pleiade.mapping.table.CubeRule;
import fr.pleiade.mapping.table.CubeRule.Meaning;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a sheet says of cubes that count the rows of a table. */
final class CountReader {
    private static final String UNIT = SDMX_ATTRIBUTE + "unitMeasure";
    private static final String OUT_OF = CUBE + "outOf";

    private final Problems problems;
    private final Addresses addresses;
    private final MeaningReader meanings;
    private final String name;
    private final String row;

    /**
     * @param row the address of a row; {@code ""} if it has none
     * @param name the dataset's slug, which the addresses of its cubes begin with
     */
    CountReader(Problems problems, Addresses addresses, String name, String row) {
        this.row = row;
        this.problems = problems;
        this.addresses = addresses;
        this.meanings = new MeaningReader(problems, addresses);
        this.name = name;
    }

    /**
     * {@return the cubes that a table says}
     *
     * @param table the columns of the table that have a line of their own
     * @param classes what its rows are
     */
    List<CountRule> read(Part said, List<ColumnRule> table, List<ClassRule> classes) {
        List<CountRule> counts = new ArrayList<>();
        for (YamlNode node : said.nodes(Words.COUNTS)) {
            Part part = Part.read(node, Words.COUNT_WORDS, problems);
            if (classes.isEmpty()) {
                problems.add(node.line(), "rows are counted by their class; give the table one: class");
            } else {
                read(part, table, classes.get(0).iri()).ifPresent(counts::add);
            }
        }
        return counts;
    }

    private Optional<CountRule> read(Part part, List<ColumnRule> table, UrlTemplate counted) {
        long line = part.line();
        boolean isShare = part.has(Words.SHARE);
        Optional<String> word = part.text(Words.NAME);
        if (word.isEmpty() || isShare == part.has(Words.COUNT)) {
            problems.add(line, "what counts rows has a name, as, and one of count and share");
            return Optional.empty();
        }
        Map<String, Meaning> meant = new LinkedHashMap<>();
        List<ColumnRule> dimensions = dimensions(part, table, !isShare, meant);
        if (!part.has(Words.DIMENSIONS)) {
            problems.add(line, "what counts rows has dimensions, the columns that it counts them by");
        }
        String key = isShare ? Words.SHARE : Words.COUNT;
        Part number = Part.read(part.find(key).orElseThrow(), Words.NUMBER_WORDS, problems);
        ColumnRule measure = measure(number, isShare, word.get());
        meant.put(measure.properties().get(0).text(), new Meaning("", "", "RatioScale"));
        List<ColumnRule> attributes = new ArrayList<>(List.of(counted(UNIT, line)));
        if (isShare) {
            attributes.add(counted(OUT_OF, line));
        }
        List<UrlTemplate> share = isShare ? share(number, table) : List.of();
        return addresses
                .term("id/cube/" + name + "-" + word.get(), line)
                .map(dataSet -> new CountRule(
                        new CubeRule(
                                dataSet,
                                addresses.own("structure-" + name + "-" + word.get(), line),
                                part.names(),
                                dimensions,
                                attributes,
                                List.of(),
                                List.of(),
                                CubeReader.also(part, dataSet, problems),
                                meant,
                                line),
                        measure,
                        counted,
                        share));
    }

    /** {@return an attribute whose value is known when rows are counted} */
    private ColumnRule counted(String property, long line) {
        UrlTemplate term = addresses.constant(property, line);
        return ColumnRule.constant(Vocabulary.localName(property), term, term, line);
    }

    /** {@return the columns that rows are counted by, each with the property that has its values} */
    private List<ColumnRule> dimensions(
            Part part, List<ColumnRule> table, boolean isSummed, Map<String, Meaning> meant) {
        List<ColumnRule> found = new ArrayList<>();
        Map<String, Optional<YamlNode>> named = new LinkedHashMap<>();
        Optional<YamlNode> said = part.find(Words.DIMENSIONS);
        if (said.filter(YamlNode::isMap).isPresent()) {
            said.get().entries().forEach(entry -> named.put(entry.key(), Optional.of(entry.value())));
        } else {
            part.texts(Words.DIMENSIONS).forEach(column -> named.put(column, Optional.empty()));
        }
        named.forEach((column, meaning) -> {
            Optional<ColumnRule> dimension = column(column, table, part.line(Words.DIMENSIONS))
                    .map(rule -> dimension(rule, isSummed, part.line()));
            dimension.ifPresent(rule -> {
                found.add(rule);
                meaning.flatMap(meanings::read)
                        .ifPresent(read -> meant.put(rule.properties().get(0).text(), read));
            });
        });
        return found;
    }

    /** {@return a column of which something is said of each row} */
    private Optional<ColumnRule> column(String called, List<ColumnRule> table, long line) {
        List<ColumnRule> known =
                table.stream().filter(rule -> rule.isCalled(called)).toList();
        Optional<ColumnRule> said = known.stream()
                .filter(rule -> rule.role() == ColumnRule.Role.MAPPED
                        && isOfRows(rule)
                        && !rule.properties().isEmpty())
                .findFirst();
        if (known.isEmpty()) {
            problems.add(line, "%s", Columns.unknown(called, table));
        } else if (said.isEmpty()) {
            problems.add(line, "nothing is said of a row with '%s', so that no row can be counted by it", called);
        }
        return said;
    }

    private boolean isOfRows(ColumnRule rule) {
        return rule.aboutUrl().stream().allMatch(about -> row.equals(about.text()));
    }

    /** A column that leads to things is counted by them. */
    private ColumnRule dimension(ColumnRule rule, boolean isSummed, long line) {
        boolean leads = !rule.links().isEmpty();
        if (isSummed && (leads || !rule.cell().separator().isEmpty())) {
            problems.add(
                    line,
                    "a row may have several of '%s' and would be counted for each, so that a sum counts it twice; say a share of it",
                    rule.label());
        }
        if (!leads) {
            return rule.asMapped();
        }
        ColumnRule.LinkTo link = rule.links().get(0);
        UrlTemplate property = link.property().get(0);
        return rule.as(property, List.of(property)).called(link.names()); // has an address: what it leads to is a thing
    }

    private ColumnRule measure(Part number, boolean isShare, String word) {
        long line = number.line();
        UrlTemplate property = number.text(Words.PROPERTY_URL)
                .flatMap(text -> addresses.term(text, number.line(Words.PROPERTY_URL)))
                .orElseGet(() -> addresses.own(LocalName.of(word), line));
        CellType type = isShare ? CellType.typed("decimal", "decimal") : CellType.typed("integer", "integer");
        return ColumnRule.constant(word, property, property, line)
                .holding(new CellRule(type, "", List.of(""), "", false, "", CellRule.Sieve.NONE))
                .called(number.names());
    }

    private List<UrlTemplate> share(Part number, List<ColumnRule> table) {
        long line = number.line();
        Optional<String> of = number.text(Words.OF);
        if (of.isEmpty()) {
            problems.add(line, "a share is of the rows of which a column says true: of");
            return List.of();
        }
        Optional<ColumnRule> column = column(of.get(), table, number.line(Words.OF));
        if (column.isPresent() && !column.get().cell().type().range().equals(XSD + "boolean")) {
            problems.add(number.line(Words.OF), "'%s' does not say true or false; give it a type: boolean", of.get());
        }
        return column.map(rule -> rule.properties().get(0)).stream().toList();
    }
}
