package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.CubeRule.Meaning;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** Reads what a component of a cube stands for: its code list, its concept, its scale. */
final class MeaningReader {
    private static final Map<String, String> SCALES = Map.of(
            "nominal", "NominalScale",
            "ordinal", "OrdinalScale",
            "interval", "IntervalScale",
            "ratio", "RatioScale");

    private final Problems problems;
    private final Addresses addresses;

    MeaningReader(Problems problems, Addresses addresses) {
        this.problems = problems;
        this.addresses = addresses;
    }

    /** {@return what a node says, which has no other keys} */
    Optional<Meaning> read(YamlNode node) {
        return node.isNothing() ? Optional.empty() : Optional.of(read(Part.read(node, Words.MEANING_WORDS, problems)));
    }

    Meaning read(Part part) {
        return new Meaning(address(part, Words.CODES), address(part, Words.CONCEPT), scale(part));
    }

    private String address(Part part, String key) {
        return part.text(key)
                .flatMap(text -> addresses.term(text, part.line(key)))
                .map(UrlTemplate::text)
                .orElse("");
    }

    private String scale(Part part) {
        Optional<String> said = part.text(Words.SCALE);
        if (said.isPresent() && !SCALES.containsKey(said.get())) {
            problems.add(
                    part.line(Words.SCALE),
                    "'%s' is no scale: expected %s%s",
                    said.get(),
                    String.join(", ", SCALES.keySet().stream().sorted().toList()),
                    Meant.by(said.get(), SCALES.keySet())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse(""));
        }
        return said.map(word -> SCALES.getOrDefault(word, "")).orElse("");
    }
}
