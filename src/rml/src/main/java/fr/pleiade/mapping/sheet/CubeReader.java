package fr.pleiade.mapping.sheet;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;

import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.Columns;
import fr.pleiade.mapping.table.CubeRule;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a sheet says of the cube that columns of a wide table are. */
final class CubeReader {
    private static final String UNIT = SDMX_ATTRIBUTE + "unitMeasure";

    private final Problems problems;
    private final Addresses addresses;
    private final String name;

    /** @param name the dataset's slug, which the cube is called by unless the sheet says another name */
    CubeReader(Problems problems, Addresses addresses, String name) {
        this.problems = problems;
        this.addresses = addresses;
        this.name = name;
    }

    /**
     * {@return the cube that a line for several columns says}
     *
     * @param row what leads from an observation to its row: a dimension where the cube names no columns
     * @param columns the columns of the table that have a line of their own
     */
    Optional<CubeRule> read(Part wide, ColumnRule row, List<ColumnRule> columns) {
        Optional<YamlNode> said = wide.find(Words.CUBE);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Part part = said.get().isMap()
                ? Part.read(said.get(), Words.CUBE_WORDS, problems)
                : Part.empty(Words.CUBE_WORDS, problems, wide.line(Words.CUBE));
        if (!said.get().isMap()) {
            part.say(Words.NAME, said.get());
        }
        long line = wide.line(Words.CUBE);
        String slug = part.text(Words.NAME).orElse(name);
        List<ColumnRule> dimensions = new ArrayList<>();
        for (String column : part.texts(Words.DIMENSIONS)) {
            List<ColumnRule> called = columns.stream()
                    .filter(rule -> rule.isCalled(column) && !rule.properties().isEmpty())
                    .toList();
            if (called.isEmpty()) {
                problems.add(part.line(Words.DIMENSIONS), "%s", Columns.unknown(column, columns));
            }
            called.stream().limit(1).forEach(dimensions::add);
        }
        if (dimensions.isEmpty()) {
            dimensions.add(row);
        }
        List<ColumnRule> attributes = new ArrayList<>();
        part.text(Words.UNIT)
                .flatMap(text -> addresses.term(text, part.line(Words.UNIT)))
                .ifPresent(unit ->
                        attributes.add(ColumnRule.constant(Words.UNIT, addresses.constant(UNIT, line), unit, line)));
        String structure = slug.equals(name) ? "structure" : "structure-" + slug;
        return addresses
                .term("id/cube/" + slug, line)
                .map(dataSet -> new CubeRule(
                        dataSet, addresses.own(structure, line), part.names(), dimensions, attributes, line));
    }

    /** {@return what makes an observation one of the cube: its data set} */
    ColumnRule membership(CubeRule cube) {
        UrlTemplate property = addresses.constant(QB + "dataSet", cube.line());
        return ColumnRule.constant("dataSet", property, cube.dataSet(), cube.line());
    }

    ClassRule observation(CubeRule cube) {
        return new ClassRule(addresses.constant(QB + "Observation", cube.line()), Map.of(), false);
    }
}
