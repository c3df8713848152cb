package fr.pleiade.web.resource;

import com.github.benmanes.caffeine.cache.Cache;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.Sayings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which map the page about a thing has: where it is; else, of a territory whose outline or whose parts' outlines are known, that with what
 * its page lists; else where the things are that its page lists.
 */
final class Whereabouts {
    /** Of a list, so many are looked up. */
    private static final int MOST = 300;

    /** Where none of so many has a place, none has. */
    private static final int TRIED = 20;

    private static final Text IS_AT = new Text("%s is at %s.", "%s se trouve à %s.");

    private final Atlas atlas;
    private final Sayings said;
    private final Cache<Term, Optional<Located>> positions;
    private final Lexicon lexicon;
    private final Locale locale;

    /** @param positions where listed things of the release are, as far as that was asked for before */
    Whereabouts(Atlas atlas, Sayings said, Cache<Term, Optional<Located>> positions, Lexicon lexicon, Locale locale) {
        this.atlas = atlas;
        this.said = said;
        this.positions = positions;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    Optional<DrawnMap> of(Term.Iri thing, ThingPage page, Optional<PageShape> shape) {
        if (page.map().isPresent()) {
            Located point = page.map().get();
            String sentence =
                    IS_AT.with(page.head().name(), point.describe(locale)).in(locale);
            return Optional.of(atlas.place(point, sentence, lexicon, locale));
        }
        List<Set<Term>> lists = shape.map(s -> s.properties().stream()
                        .filter(PageShape.Property::isList)
                        .map(property -> property.path().from(thing, said))
                        .toList())
                .orElse(List.of());
        Set<String> territory = territory(thing, lists);
        int total = 0;
        List<Located> places = new ArrayList<>();
        for (Set<Term> list : lists) {
            List<Located> ofList = places(list);
            places.addAll(ofList);
            total += ofList.isEmpty() ? 0 : list.size();
        }
        return territory.isEmpty()
                ? atlas.places(places, total, locale)
                : atlas.territory(page.head().name(), territory, places, lexicon, locale);
    }

    /** {@return things with an outline: the thing itself, else those that its page lists, else those that it names} */
    private Set<String> territory(Term.Iri thing, List<Set<Term>> lists) {
        if (atlas.has(thing.value())) {
            return Set.of(thing.value());
        }
        Set<String> parts = new LinkedHashSet<>();
        lists.forEach(list ->
                list.stream().limit(MOST).map(Term::text).filter(atlas::has).forEach(parts::add));
        if (parts.isEmpty() && lists.stream().anyMatch(list -> !list.isEmpty())) {
            said.about(thing).about(thing).stream()
                    .map(Quad::object)
                    .map(Term::text)
                    .filter(atlas::has)
                    .forEach(parts::add);
        }
        return parts;
    }

    private List<Located> places(Set<Term> things) {
        List<Located> places = new ArrayList<>();
        int looked = 0;
        for (Term thing : things) {
            if (looked == MOST || looked == TRIED && places.isEmpty()) {
                break;
            }
            looked++;
            positions.get(thing, any -> Located.in(said.about(any))).ifPresent(places::add);
        }
        return places;
    }
}
