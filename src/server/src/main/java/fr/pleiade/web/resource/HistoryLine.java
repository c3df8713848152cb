package fr.pleiade.web.resource;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Timeline;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PropertyPath;
import fr.pleiade.web.shape.Sayings;
import fr.pleiade.web.shape.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts what happened to a thing in the order of time, by the events that its class's shape names. One use. */
final class HistoryLine {
    /** Of what one property leads to, so many are looked at. */
    private static final int MOST = 200;

    private static final Text UNDATED = new Text("no date", "sans date");

    private final Term.Iri thing;
    private final PageShape shape;
    private final PropertyPath.Said said;
    private final Words words;
    private final String base;
    private final Locale locale;

    HistoryLine(Term.Iri thing, PageShape shape, Sayings said, Words words, String base, Locale locale) {
        this.thing = thing;
        this.shape = shape;
        this.said = said;
        this.words = words;
        this.base = base;
        this.locale = locale;
    }

    /** Gives a value the address where it is told where it comes from, if the thing has it by one of some properties. */
    interface Explaining {
        Shown explain(Shown shown, Term value, Set<String> properties);
    }

    private record Event(Optional<Timeline.Day> day, Shown shown) {}

    /** {@return what happened, by the events among some properties; nothing if there are none} */
    Optional<ThingPage.History> of(Predicate<PageShape.Property> wanted, Explaining explaining) {
        List<Event> events = new ArrayList<>();
        boolean isCut = false;
        for (PageShape.Property property : shape.properties()) {
            if (property.isEvent() && wanted.test(property)) {
                Set<Term> values = property.path().from(thing, said);
                isCut |= values.size() > MOST;
                values.stream()
                        .limit(MOST)
                        .flatMap(value -> events(value, property, explaining))
                        .forEach(events::add);
            }
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<Timeline.Day> days =
                events.stream().flatMap(event -> event.day().stream()).toList();
        return Optional.of(new ThingPage.History(rows(events), Timeline.of(days, locale), isCut));
    }

    /** {@return an event for each of its dates; one without a date if it has none that can be read} */
    private Stream<Event> events(Term value, PageShape.Property property, Explaining explaining) {
        List<Timeline.Day> days = property.date().map(path -> path.from(value, said)).orElse(Set.of(value)).stream()
                .flatMap(date -> Timeline.Day.of(date, locale).stream())
                .toList();
        return words.sayEvent(shape, property.event(), value, thing).stream()
                .map(sentence -> explaining.explain(
                        shown(sentence, value), value, property.path().last()))
                .flatMap(shown -> days.isEmpty()
                        ? Stream.of(new Event(Optional.empty(), shown))
                        : days.stream().map(day -> new Event(Optional.of(day), shown)));
    }

    private Shown shown(String sentence, Term value) {
        boolean isLink = value instanceof Term.Iri iri && !iri.value().startsWith(thing.value() + "#");
        boolean isElsewhere = isLink && !value.text().startsWith(base);
        return new Shown(sentence, isLink ? Shown.href(value.text(), base) : "", "", isElsewhere, "", List.of());
    }

    /** {@return what happened on each day, each sentence once} */
    private List<Shown.Row> rows(List<Event> events) {
        Map<String, Map<String, Shown>> byDay = new LinkedHashMap<>();
        events.stream()
                .sorted(Comparator.comparing((Event event) ->
                                event.day().map(Timeline.Day::at).orElse(Double.MAX_VALUE))
                        .thenComparing(event -> event.shown().text()))
                .forEach(event -> byDay.computeIfAbsent(
                                event.day().map(Timeline.Day::words).orElse(UNDATED.in(locale)),
                                day -> new LinkedHashMap<>())
                        .putIfAbsent(event.shown().text(), event.shown()));
        return byDay.entrySet().stream()
                .map(day -> new Shown.Row(
                        Shown.text(day.getKey(), "", ""),
                        List.copyOf(day.getValue().values())))
                .toList();
    }
}
