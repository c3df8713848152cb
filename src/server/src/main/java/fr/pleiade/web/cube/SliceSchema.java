package fr.pleiade.web.cube;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Entry;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.EmbeddedJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A slice in the words that search engines read: a dataset, where it is had, and its first observations.
 *
 * @see <a href="https://schema.org/Observation">schema.org, Observation</a>
 */
final class SliceSchema {
    private static final int OBSERVATIONS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SliceSchema() {}

    /** {@return JSON-LD for a page} */
    static String embedded(Slice slice, String address, String query, List<Variant> forms, Locale locale)
            throws IOException {
        Cube cube = slice.cube();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", "https://schema.org/");
        members.put("@type", "Dataset");
        members.put("@id", address + query);
        members.put("url", address + query);
        members.put("name", cube.title(locale));
        members.put("description", description(cube, locale));
        members.put("isAccessibleForFree", true);
        String base = cube.release().base();
        members.put(
                "isPartOf",
                cube.table().graphs().stream()
                        .map(slug -> Map.of("@id", base + "dataset/" + slug))
                        .toList());
        cube.table().graphs().stream()
                .flatMap(slug ->
                        cube
                                .served()
                                .catalog()
                                .objects(new Term.Iri(base + "dataset/" + slug), DCT + "license")
                                .stream())
                .findFirst()
                .ifPresent(license -> members.put("license", license.text()));
        members.put("variableMeasured", variables(cube, locale));
        members.put(
                "distribution",
                forms.stream()
                        .map(form -> Map.of(
                                "@type",
                                "DataDownload",
                                "encodingFormat",
                                form.mediaType(),
                                "contentUrl",
                                address + "." + form.suffix() + query))
                        .toList());
        List<Map<String, Object>> observations = new ArrayList<>();
        if (slice.isAsPublished()) {
            slice.give(OBSERVATIONS, entry -> observation(cube, entry, locale, observations));
        }
        members.put("hasPart", observations);
        return EmbeddedJson.of(out -> JSON.writeValue(out, members));
    }

    private static String description(Cube cube, Locale locale) {
        return cube.title(locale) + " : "
                + String.join(
                        ", ",
                        cube.dimensions().stream()
                                .map(dimension -> dimension.label(locale))
                                .toList());
    }

    private static List<Object> variables(Cube cube, Locale locale) {
        return IntStream.range(0, cube.table().measures().size())
                .<Object>mapToObj(measure -> Map.of(
                        "@type",
                        "StatisticalVariable",
                        "@id",
                        cube.table().measures().get(measure),
                        "name",
                        cube.measure(measure, locale)))
                .toList();
    }

    private static void observation(Cube cube, Entry entry, Locale locale, List<Map<String, Object>> observations) {
        if (entry.number().isEmpty()) {
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@type", "Observation");
        members.put("@id", cube.observation(entry.row()));
        members.put("measuredProperty", Map.of("@id", cube.table().measures().get(entry.measure())));
        for (Dimension dimension : cube.dimensions()) {
            int code = entry.codes().get(dimension.place());
            if (code >= 0 && dimension.isTime()) {
                members.put("observationDate", dimension.words(code, locale));
            } else if (code >= 0 && dimension.values().get(code) instanceof Term.Iri thing) {
                members.putIfAbsent("observationAbout", Map.of("@id", thing.value()));
            }
        }
        members.put("value", entry.number().get());
        entry.unit()
                .ifPresent(unit ->
                        members.put("unitText", Cube.words(unit, cube.served().lexicon(), locale)));
        observations.add(members);
    }
}
