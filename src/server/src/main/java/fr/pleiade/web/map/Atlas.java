package fr.pleiade.web.map;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import fr.pleiade.web.page.Quantity;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a release's maps are drawn on. Immutable; thread-safe. */
public final class Atlas {
    private final String base;
    private final List<Land> lands;
    private final SortedMap<String, Outline> areas;
    private final Predicate<String> isPlace;
    private final SortedMap<String, Set<String>> parts;

    private Atlas(
            String base,
            List<Land> lands,
            SortedMap<String, Outline> areas,
            Predicate<String> isPlace,
            SortedMap<String, Set<String>> parts) {
        this.base = base;
        this.lands = lands;
        this.areas = areas;
        this.isPlace = isPlace;
        this.parts = parts;
    }

    /** A piece of land; the frame around its hundreds of corners is asked for at each place of a map. */
    private record Land(Outline outline, Frame frame) {}

    /**
     * {@return what is drawn on the land of a site}
     *
     * @param base the site's base, below which areas are things
     * @param lands the land around places, the narrower piece before the wider one that has it too
     * @param areas what can be shaded or shown as a territory, named by the paths of their things
     */
    static Atlas of(String base, List<Outline> lands, List<Outline> areas) {
        SortedMap<String, Outline> byThing = new TreeMap<>();
        areas.forEach(area -> byThing.put(base + area.name(), area));
        return new Atlas(
                base,
                lands.stream().map(land -> new Land(land, Frame.of(land))).toList(),
                Collections.unmodifiableSortedMap(byThing),
                property -> false,
                new TreeMap<>());
    }

    /**
     * {@return the same that knows which areas make up what has no outline}
     *
     * @param isPlace whether a property says where something is
     * @param described what is said of a thing
     */
    Atlas with(Predicate<String> isPlace, Function<String, InMemoryGraph> described) {
        SortedMap<String, Set<String>> made = new TreeMap<>();
        for (String area : areas.keySet()) {
            places(area, described.apply(area), isPlace)
                    .filter(whole -> !areas.containsKey(whole))
                    .forEach(whole ->
                            made.computeIfAbsent(whole, any -> new TreeSet<>()).add(area));
        }
        return new Atlas(base, lands, areas, isPlace, Collections.unmodifiableSortedMap(made));
    }

    private static Stream<String> places(String thing, InMemoryGraph description, Predicate<String> isPlace) {
        return description.about(new Term.Iri(thing)).stream()
                .filter(said -> isPlace.test(said.predicate().value()))
                .map(said -> said.object().text());
    }

    /** {@return the areas that a thing is said to be in} */
    public Set<String> areasOf(String thing, InMemoryGraph description) {
        return places(thing, description, isPlace).filter(areas::containsKey).collect(Collectors.toSet());
    }

    /** {@return whether a number of a thing can be shown on a map} */
    public boolean shadesFor(String thing) {
        return !drawn(thing).isEmpty();
    }

    /** {@return the things that are drawn for a thing: itself, else the areas that make it up; none if no outline is known} */
    private Set<String> drawn(String thing) {
        return areas.containsKey(thing) ? Set.of(thing) : parts.getOrDefault(thing, Set.of());
    }

    /** {@return the site's base} */
    public String base() {
        return base;
    }

    /** {@return what can be shaded or shown as a territory, by the thing's IRI} */
    SortedMap<String, Outline> areas() {
        return areas;
    }

    /** {@return whether the outline of a thing is known} */
    public boolean has(String thing) {
        return areas.containsKey(thing);
    }

    /**
     * {@return some places on the land around them, those elsewhere in pieces of their own; nothing if there is no place}
     *
     * @param total how many things there are, those whose place is not known among them
     */
    public Optional<DrawnMap> places(List<Located> places, int total, Locale locale) {
        return places.isEmpty() ? Optional.empty() : Optional.of(new PlacesDrawing(this, locale).of(places, total));
    }

    /**
     * {@return areas shaded by a number; nothing unless at least two of the things have an outline}
     *
     * @param quantity what all numbers are of
     * @param numbers by the thing's IRI; that of a whole shades its areas, those that have no number of their own
     */
    public Optional<DrawnMap> shades(
            Quantity quantity, Map<String, BigDecimal> numbers, Lexicon lexicon, Locale locale) {
        return shaded(numbers, (known, byArea) -> new ShadesDrawing(this, lexicon, locale).of(quantity, known, byArea));
    }

    /** {@return the same of how many things there are in areas: where there is no number, there are none} */
    public Optional<DrawnMap> counts(String things, Map<String, BigDecimal> counts, Lexicon lexicon, Locale locale) {
        return shaded(
                counts, (known, byArea) -> new ShadesDrawing(this, lexicon, locale).ofCounts(things, known, byArea));
    }

    private Optional<DrawnMap> shaded(
            Map<String, BigDecimal> numbers,
            BiFunction<Map<String, BigDecimal>, Map<String, BigDecimal>, DrawnMap> drawing) {
        Map<String, BigDecimal> known = new TreeMap<>(numbers);
        known.keySet().removeIf(thing -> drawn(thing).isEmpty());
        Map<String, BigDecimal> byArea = new TreeMap<>(known);
        byArea.keySet().retainAll(areas.keySet());
        known.forEach((thing, number) -> drawn(thing).forEach(area -> byArea.putIfAbsent(area, number)));
        return known.size() < 2 ? Optional.empty() : Optional.of(drawing.apply(known, byArea));
    }

    /**
     * {@return a territory among its neighbours, with places in it; nothing if no outline of it is known}
     *
     * @param name the territory's
     * @param own the things that it is made of, those with an outline
     */
    public Optional<DrawnMap> territory(
            String name, Set<String> own, List<Located> places, Lexicon lexicon, Locale locale) {
        Set<String> known = new TreeSet<>(own);
        known.retainAll(areas.keySet());
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new TerritoryDrawing(this, lexicon, locale).of(name, known, places));
    }

    /** {@return one place on the land around it, and in the area that it is in} */
    public DrawnMap place(Located place, String sentence, Lexicon lexicon, Locale locale) {
        return new PlaceDrawing(this, lexicon, locale).of(place.corner(), sentence);
    }

    /** {@return the narrowest piece of land around a place, if there is any} */
    Optional<Outline> landAround(Corner place) {
        return lands.stream()
                .filter(land -> land.frame().contains(place))
                .map(Land::outline)
                .findFirst();
    }

    /** {@return what is said of the origin of some outlines, each once} */
    static String credit(Collection<Outline> outlines, Locale locale) {
        return String.join(
                " · ",
                outlines.stream()
                        .map(outline -> outline.credit().in(locale))
                        .filter(credit -> !credit.isEmpty())
                        .distinct()
                        .toList());
    }
}
