package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PropertyPath;
import fr.pleiade.web.shape.Sayings;
import fr.pleiade.web.shape.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What leads to a thing, a page of each list: in the order of the names in the reader's language, up to {@link Sayings#MOST} of them; in
 * that of the addresses beyond, and of what has no name.
 */
final class IncomingLists {
    private static final int PROPERTIES = 12;

    /** From the evidence of a link, which is shown where the link is, to what it leads to. */
    private static final String EVIDENCE = OWL + "annotatedTarget";

    private final Exchange exchange;
    private final Inverse inverse;
    private final Term.Iri thing;
    private final Sayings said;
    private final Words words;
    private final Lexicon lexicon;
    private final Locale locale;
    private final List<ThingPage.Incoming> made = new ArrayList<>();
    private final List<Inverse.Count> counts;

    IncomingLists(Exchange exchange, Inverse inverse, Term.Iri thing, Sayings said, Lexicon lexicon, Locale locale) {
        this.exchange = exchange;
        this.inverse = inverse;
        this.thing = thing;
        this.said = said;
        this.words = new Words(said, lexicon, locale);
        this.lexicon = lexicon;
        this.locale = locale;
        this.counts = inverse.counts(thing);
    }

    /** {@return the lists that a shape names, those that have something} */
    List<ThingPage.Incoming> of(PageShape shape) {
        List<ThingPage.Incoming> lists = new ArrayList<>();
        for (PageShape.Property property : shape.properties()) {
            if (property.isList()) {
                Hints hints = item -> words.say(shape, property.value(), item).orElse("");
                Optional<Inverse.Count> more = moreThanAreSorted(property.path());
                if (more.isPresent()) {
                    lists.add(list(property.label(lexicon, locale), more.get(), hints));
                    continue;
                }
                List<Term> all = List.copyOf(property.path().from(thing, said));
                if (!all.isEmpty()) {
                    lists.add(list(
                            property.label(lexicon, locale),
                            property.path().isPointedAtOnly() ? table(all) : "",
                            all,
                            hints));
                }
            }
        }
        return lists;
    }

    /** {@return how many lead here, where that is by one property of a path, and more than are looked at and sorted by name} */
    private Optional<Inverse.Count> moreThanAreSorted(PropertyPath path) {
        if (!path.isPointedAtOnly()) {
            return Optional.empty();
        }
        Set<String> properties = path.backwards();
        List<Inverse.Count> leading = counts.stream()
                .filter(count -> properties.contains(count.property()))
                .toList();
        return leading.size() == 1
                ? leading.stream().filter(count -> count.count() > Sayings.MOST).findFirst()
                : Optional.empty();
    }

    /**
     * {@return a list for each property that leads to the thing, but for those that are shown already, and for those that say the same
     * as one that refines them}
     *
     * @param observations by property, how many observations lead to the thing that are shown as figures: where nothing else leads to it
     *     by that property, there is no list
     */
    List<ThingPage.Incoming> others(Set<String> shown, Map<String, Long> observations) {
        Map<String, Long> byProperty = new HashMap<>();
        counts.forEach(count -> byProperty.put(count.property(), count.count()));
        return counts.stream()
                .filter(count -> !lexicon.repetitions().contains(count.property()))
                .filter(count -> !count.property().equals(EVIDENCE))
                .filter(count -> !shown.contains(count.property()) && !isRefined(count, byProperty))
                .filter(count -> count.count() > observations.getOrDefault(count.property(), 0L))
                .limit(PROPERTIES)
                .map(this::list)
                .toList();
    }

    /** {@return whether another property, which refines this one, leads from as many things} */
    private boolean isRefined(Inverse.Count count, Map<String, Long> byProperty) {
        Term property = new Term.Iri(count.property());
        return byProperty.entrySet().stream()
                .anyMatch(other -> other.getValue() == count.count()
                        && !other.getKey().equals(count.property())
                        && (lexicon.ontology()
                                        .objects(new Term.Iri(other.getKey()), RDFS + "subPropertyOf")
                                        .contains(property)
                                || other.getKey().equals(SKOS + "topConceptOf")
                                        && count.property().equals(SKOS + "inScheme")));
    }

    private ThingPage.Incoming list(Inverse.Count count) {
        String heading = lexicon.name(count.property(), locale);
        if (count.count() <= Sayings.MOST) {
            return list(heading, "", said.subjects(thing, count.property()), item -> "");
        }
        return list(heading, count, item -> "");
    }

    /** {@return a page of things in the order of their addresses} */
    private ThingPage.Incoming list(String heading, Inverse.Count count, Hints hints) {
        int page = clamped(parameter(), count.count());
        List<ThingPage.Item> items = inverse.page(thing, count.property(), page).stream()
                .map(Term.Iri::new)
                .map(subject -> item(subject, hints.of(subject)))
                .toList();
        return add(heading, "", count.count(), page, items);
    }

    private interface Hints {
        String of(Term item);
    }

    private ThingPage.Incoming list(String heading, String table, List<Term> all, Hints hints) {
        List<Term> sorted = sorted(all);
        int page = clamped(parameter(), sorted.size());
        List<ThingPage.Item> items = sorted.stream()
                .skip((page - 1L) * Inverse.PER_PAGE)
                .limit(Inverse.PER_PAGE)
                .map(item -> item(item, hints.of(item)))
                .toList();
        return add(heading, table, sorted.size(), page, items);
    }

    /** {@return things by their names, and behind them those that have none by their addresses, which nobody reads as words} */
    private List<Term> sorted(List<Term> all) {
        Comparator<Term> byAddress = Comparator.comparing(Term::text);
        Predicate<Term> isNamed = item -> !lexicon.names(owner(item.text())).isEmpty();
        List<Term> named = Alphabetical.sorted(
                all.stream().filter(isNamed).toList(),
                item -> lexicon.name(owner(item.text()), locale),
                byAddress,
                locale);
        return Stream.concat(
                        named.stream(), all.stream().filter(isNamed.negate()).sorted(byAddress))
                .toList();
    }

    /** A part of a thing is shown under the name of the thing, with its own code. */
    private ThingPage.Item item(Term subject, String hint) {
        String iri = subject.text();
        String owner = owner(iri);
        if (owner.equals(iri)) {
            return new ThingPage.Item(Shown.iri(iri, lexicon, exchange.base(), locale), hint);
        }
        Shown whole = Shown.iri(owner, lexicon, exchange.base(), locale);
        String code = Optional.of(Labels.of(said.about(new Term.Iri(owner)).objects(subject, SKOS + "notation")))
                .filter(codes -> !codes.isEmpty())
                .map(codes -> codes.in(locale))
                .orElse("");
        return new ThingPage.Item(
                new Shown(
                        whole.text(),
                        Shown.href(iri, exchange.base()),
                        whole.language(),
                        whole.isElsewhere(),
                        whole.title(),
                        List.of()),
                hint.isEmpty() ? code : hint);
    }

    /** {@return where things are in a table if all of them are of one type; parts of things are not} */
    private String table(List<Term> all) {
        String start = exchange.base() + "id/";
        List<String> types = all.stream()
                .map(item -> item.text().startsWith(start) && item.text().indexOf('#') < 0
                        ? item.text().substring(start.length()).split("/")[0]
                        : "")
                .distinct()
                .toList();
        return types.size() == 1 && !types.get(0).isEmpty() && thing.value().startsWith(start)
                ? "/list/" + types.get(0) + "?in=" + thing.value().substring(start.length())
                : "";
    }

    private static String owner(String iri) {
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
    }

    private String parameter() {
        return "in-" + (made.size() + 1);
    }

    private int clamped(String parameter, long count) {
        long last = Math.max(1, (count + Inverse.PER_PAGE - 1) / Inverse.PER_PAGE);
        return (int) Math.min(exchange.page(parameter), last);
    }

    private ThingPage.Incoming add(String heading, String table, long count, int page, List<ThingPage.Item> items) {
        String parameter = parameter();
        long before = (page - 1L) * Inverse.PER_PAGE;
        ThingPage.Incoming list = new ThingPage.Incoming(
                heading,
                table,
                parameter,
                count,
                before + 1,
                items,
                page > 1 ? address(parameter, page - 1) : "",
                before + items.size() < count ? address(parameter, page + 1) : "");
        made.add(list);
        return list;
    }

    private String address(String parameter, int page) {
        return exchange.addressWith(parameter, page) + "#" + parameter;
    }
}
