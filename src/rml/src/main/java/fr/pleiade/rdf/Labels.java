package fr.pleiade.rdf;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text in several languages: {@code {en=Towns, fr=Villes}}.
 *
 * @param byLanguage texts by lower-case language tag, {@code ""} for a text without a language
 */
public record Labels(SortedMap<String, String> byLanguage) {
    public Labels {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /** {@return the literals among the terms; of two in one language, the first} */
    public static Labels of(Collection<Term> terms) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Term term : terms) {
            if (term instanceof Term.Literal literal) {
                texts.putIfAbsent(literal.language().toLowerCase(Locale.ROOT), literal.lexical());
            }
        }
        return new Labels(texts);
    }

    /** {@return the texts as literals, in the order of their languages} */
    public List<Term.Literal> literals() {
        return byLanguage.entrySet().stream()
                .map(text -> text.getKey().isEmpty()
                        ? Term.Literal.of(text.getValue())
                        : Term.Literal.inLanguage(text.getValue(), text.getKey()))
                .toList();
    }

    /** {@return whether there is no text at all} */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** {@return the language of {@link #in(Locale)}'s answer, {@code ""} where it has none} */
    public String languageFor(Locale locale) {
        for (String language :
                new String[] {locale.toLanguageTag().toLowerCase(Locale.ROOT), locale.getLanguage(), ""}) {
            if (byLanguage.containsKey(language)) {
                return language;
            }
        }
        for (String language : new String[] {"en", "fr"}) {
            if (byLanguage.containsKey(language)) {
                return language;
            }
        }
        return byLanguage.isEmpty() ? "" : byLanguage.firstKey();
    }

    /** {@return the text in the language, else without one, else in English, French or any other; {@code ""} if there is none} */
    public String in(Locale locale) {
        Map<String, String> texts = byLanguage;
        return texts.getOrDefault(languageFor(locale), "");
    }
}
