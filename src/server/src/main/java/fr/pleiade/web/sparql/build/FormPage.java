package fr.pleiade.web.sparql.build;

import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.sparql.build.Held.HeldClass;
import fr.pleiade.web.sparql.build.Held.HeldProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the template {@code sparql-build} shows. */
final class FormPage {
    private static final int ROWS = 3;
    private static final int MOST_DROPPED = 5;

    private final Held held;
    private final Lexicon lexicon;
    private final Locale locale;

    /** The properties by their names: sorted once, and shown in several lists. */
    private final List<Choice> all = new ArrayList<>();

    FormPage(Held held, Lexicon lexicon, Locale locale) {
        this.held = held;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    /**
     * A class or property to choose.
     *
     * @param value as addresses have it
     * @param name in the reader's language, in the language of {@code lang} if that is not {@code ""}
     * @param count how many there are, as people write it
     */
    public record Choice(String value, String name, String lang, String count, boolean isChosen) {
        private Choice chosen(boolean is) {
            return is == isChosen ? this : new Choice(value, name, lang, count, is);
        }
    }

    /**
     * A row of the conditions.
     *
     * @param number from 1
     * @param fault what is wrong, as the last part of a sentence's key; {@code ""} if nothing is
     */
    public record Row(int number, List<Choice> properties, String operator, String value, String fault) {}

    /** {@return the page on which a class is chosen first} */
    Map<String, Object> first(String unknown) {
        Map<String, Object> values = new HashMap<>();
        values.put("classes", classes(""));
        values.put("unknown", Lexicon.shortened(unknown));
        values.put("form", Optional.empty());
        return values;
    }

    /** {@return the page of a form with its query} */
    Map<String, Object> filled(QueryForm form) {
        Map<String, Object> values = first("");
        values.put("classes", classes(form.chosen().iri()));
        values.put("form", Optional.of(form));
        values.put("columns", properties(form, form.columns()));
        values.put("rows", rows(form));
        values.put("sorts", properties(form, form.sorted().stream().toList()));
        values.put(
                "operators", Arrays.stream(Operator.values()).map(Operator::key).toList());
        values.put("limits", QueryForm.LIMITS);
        values.put("dropped", form.dropped().stream().limit(MOST_DROPPED).toList());
        values.put("query", BuiltQuery.of(form, held.prefixes()));
        return values;
    }

    private List<Row> rows(QueryForm form) {
        List<Row> rows = new ArrayList<>();
        for (Condition condition : form.conditions()) {
            rows.add(new Row(
                    rows.size() + 1,
                    properties(form, List.of(condition.property())),
                    condition.operator().key(),
                    condition.value(),
                    condition.fault().orElse("")));
        }
        int wanted = Math.min(QueryForm.MOST_CONDITIONS, Math.max(ROWS, rows.size() + 1));
        IntStream.rangeClosed(rows.size() + 1, wanted)
                .forEach(number -> rows.add(new Row(number, properties(form, List.of()), Operator.HAS.key(), "", "")));
        return rows;
    }

    private List<Choice> classes(String chosen) {
        return choices(held.classes().values(), HeldClass::iri, HeldClass::things, Set.of(chosen));
    }

    /** {@return the properties of the form's class, those that it names chosen; the others in the same order} */
    private List<Choice> properties(QueryForm form, Collection<HeldProperty> chosen) {
        if (all.isEmpty()) {
            Set<String> named = Stream.of(
                            form.columns().stream(),
                            form.sorted().stream(),
                            form.conditions().stream().map(Condition::property))
                    .flatMap(properties -> properties)
                    .map(HeldProperty::iri)
                    .collect(Collectors.toSet());
            all.addAll(choices(form.chosen().properties().values(), HeldProperty::iri, HeldProperty::triples, named));
        }
        Set<String> values =
                chosen.stream().map(property -> lexicon.shorten(property.iri())).collect(Collectors.toSet());
        return all.stream()
                .map(choice -> choice.chosen(values.contains(choice.value())))
                .toList();
    }

    /** {@return the terms by their names in the order of the language; of two of one name, both with what else tells them apart} */
    private <T> List<Choice> choices(
            Collection<T> terms, Function<T, String> iri, ToLongFunction<T> count, Set<String> chosen) {
        Map<String, Long> names = terms.stream()
                .filter(term -> !held.repetitions().contains(iri.apply(term)))
                .collect(Collectors.groupingBy(term -> name(iri.apply(term)), Collectors.counting()));
        List<Choice> choices = terms.stream()
                .filter(term ->
                        chosen.contains(iri.apply(term)) || !held.repetitions().contains(iri.apply(term)))
                .map(term -> {
                    String name = name(iri.apply(term));
                    String shortened = lexicon.shorten(iri.apply(term));
                    return new Choice(
                            shortened,
                            names.getOrDefault(name, 0L) > 1 ? name + " (" + shortened + ")" : name,
                            lexicon.nameLanguage(iri.apply(term), locale),
                            Written.number(count.applyAsLong(term), locale),
                            chosen.contains(iri.apply(term)));
                })
                .toList();
        return Alphabetical.sorted(choices, Choice::name, Comparator.comparing(Choice::value), locale);
    }

    private String name(String iri) {
        return Written.capital(lexicon.name(iri, locale), locale);
    }
}
