package fr.pleiade.web.resource;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.Edition;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.ThingFigures;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What cubes say of a thing.
 *
 * @param drawn some cubes of each dataset, with drawings and tables
 * @param others links to what further ones say of it
 * @param slices by the IRI of a data set whose observations are parts of the thing, where to choose among them
 * @param observations by the property that leads from observations to the thing, how many the cubes have
 */
record CubeFigures(
        List<ThingFigures> drawn, List<Other> others, Map<String, String> slices, Map<String, Long> observations) {
    /** As many as a page draws; each costs a millisecond. */
    private static final int MOST = 6;

    CubeFigures {
        drawn = List.copyOf(drawn);
        others = List.copyOf(others);
        slices = Map.copyOf(slices);
        observations = Map.copyOf(observations);
    }

    /** A link to what a cube says of the thing. */
    record Other(String title, String href) {}

    /** {@return what the cubes of an edition say of a thing} */
    static CubeFigures of(Collection<Cube> cubes, String thing, Edition edition, Locale locale) {
        String place = "/" + edition.prefix();
        Map<Cube, String> apart = new LinkedHashMap<>();
        Map<String, String> slices = new HashMap<>();
        Map<String, Long> observations = new HashMap<>();
        for (Cube cube : cubes) {
            ThingFigures.about(cube, List.of(thing)).ifPresent(slice -> {
                cube.observations(new Term.Iri(thing))
                        .forEach((property, count) -> observations.merge(property, count, Long::sum));
                String href = place + cube.path().substring(1) + slice.query();
                boolean isOfParts = slice.firstObservation()
                        .filter(observation -> observation.startsWith(thing + "#"))
                        .isPresent();
                if (isOfParts) {
                    slices.put(cube.dataSet(), href); // the page has them as parts of the thing
                } else {
                    apart.put(cube, href);
                }
            });
        }
        List<Cube> drawn =
                ThingFigures.inTurn(apart.keySet()).stream().limit(MOST).toList();
        List<Other> others = apart.entrySet().stream()
                .filter(entry -> !drawn.contains(entry.getKey()))
                .map(entry -> new Other(entry.getKey().title(locale), entry.getValue()))
                .toList();
        return new CubeFigures(ThingFigures.of(drawn, List.of(thing), place, locale), others, slices, observations);
    }
}
