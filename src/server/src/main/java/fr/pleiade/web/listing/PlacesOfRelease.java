package fr.pleiade.web.listing;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.Atlases;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where the things of a type are, and how many of them in which areas, looked up when that is first asked of a type. Thread-safe. */
@Component
public final class PlacesOfRelease {
    private final ThingsOfRelease things;
    private final Atlases atlases;
    private final PerRelease<Map<String, Map<String, Whereabouts>>> known =
            new PerRelease<>(release -> new ConcurrentHashMap<>());

    PlacesOfRelease(ThingsOfRelease things, Atlases atlases) {
        this.things = things;
        this.atlases = atlases;
    }

    /** Where a thing is: its position, and the areas that it is said to be in. */
    private record Whereabouts(Optional<Located> at, Set<String> areas) {
        Whereabouts {
            areas = Set.copyOf(areas);
        }
    }

    /** {@return all things of a type on a map; nothing if none has a position} */
    public Optional<DrawnMap> dots(Served content, String type, Locale locale) {
        return dots(content, type, things.of(content, type, locale).iris(), locale);
    }

    /** {@return some things of a type on a map; nothing if none has a position} */
    Optional<DrawnMap> dots(Served content, String type, List<String> some, Locale locale) {
        List<Located> places = whereabouts(content, type, some, locale).stream()
                .flatMap(whereabouts -> whereabouts.at().stream())
                .toList();
        return atlases.of(content.release()).places(places, some.size(), locale);
    }

    /**
     * {@return areas shaded by how many things are in each; nothing unless there are some in two areas}
     *
     * @param called what the things are called together
     */
    Optional<DrawnMap> counts(Served content, String type, List<String> some, String called, Locale locale) {
        Map<String, BigDecimal> counts = new HashMap<>();
        for (Whereabouts whereabouts : whereabouts(content, type, some, locale)) {
            whereabouts.areas().forEach(area -> counts.merge(area, BigDecimal.ONE, BigDecimal::add));
        }
        return atlases.of(content.release()).counts(called, counts, content.lexicon(), locale);
    }

    /** {@return whether things of the list are in two areas at least} */
    boolean isInAreas(Served content, String type, List<String> some, Locale locale) {
        return whereabouts(content, type, some, locale).stream()
                        .flatMap(whereabouts -> whereabouts.areas().stream())
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private List<Whereabouts> whereabouts(Served content, String type, List<String> some, Locale locale) {
        Map<String, Whereabouts> ofType =
                known.of(content.release()).computeIfAbsent(type, any -> lookUp(content, type, locale));
        return some.stream().map(ofType::get).filter(Objects::nonNull).toList();
    }

    /** Takes some tens of microseconds for each thing. */
    private Map<String, Whereabouts> lookUp(Served content, String type, Locale locale) {
        Atlas atlas = atlases.of(content.release());
        Map<String, Whereabouts> found = new HashMap<>();
        for (String thing : things.of(content, type, locale).iris()) {
            InMemoryGraph description = content.release().describe(thing);
            Whereabouts whereabouts = new Whereabouts(Located.in(description), atlas.areasOf(thing, description));
            if (whereabouts.at().isPresent() || !whereabouts.areas().isEmpty()) {
                found.put(thing, whereabouts);
            }
        }
        return Map.copyOf(found);
    }
}
