package fr.pleiade.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the pages speak. */
public enum Language {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    /** What a reader gets who wishes for nothing, as a search engine does. */
    public static final Language OF_READERS = FR;

    /** What a reader gets whose languages are all others. */
    private static final Language OF_FOREIGNERS = EN;

    /** What a program gets in that case: its makers may be anywhere. */
    public static final Language OF_PROGRAMS = EN;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** {@return the locale for messages and numbers} */
    public Locale locale() {
        return locale;
    }

    /** {@return the language tag, {@code en} or {@code fr}} */
    public String tag() {
        return locale.getLanguage();
    }

    /** {@return the language with this tag, if we speak it} */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(l -> l.tag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /**
     * {@return the language of what a client is shown: the one that it chose before, which a cookie tells, or else its browser's}
     *
     * @param otherwise the language for who wishes for none
     */
    public static Language of(HttpServletRequest request, Language otherwise) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(Wishes.LANGUAGE))
                .flatMap(cookie -> ofTag(cookie.getValue()).stream())
                .findFirst()
                .orElseGet(() -> accepted(Collections.list(request.getHeaders("Accept-Language")), otherwise));
    }

    /** {@return the language that the lines of an {@code Accept-Language} field like best, as for a program} */
    public static Language accepted(List<String> fieldLines) {
        return accepted(fieldLines, OF_PROGRAMS);
    }

    /**
     * {@return the language that the lines of an {@code Accept-Language} field like best}
     *
     * <p>A range matches a language by its primary subtag: {@code fr-CA} is content with French.
     *
     * @param otherwise the language for who likes no language better, and of two that are liked as well as one another
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, section 12.5.4</a>
     */
    public static Language accepted(List<String> fieldLines, Language otherwise) {
        Language best = otherwise;
        List<Preference> preferences = Preference.parse(fieldLines);
        int bestWeight = otherwise.weight(preferences);
        for (Language language : values()) {
            int weight = language.weight(preferences);
            if (weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        boolean likesOthers = bestWeight == 0 && !preferences.isEmpty();
        return likesOthers ? OF_FOREIGNERS : best;
    }

    private int weight(List<Preference> preferences) {
        int named = preferences.stream()
                .filter(p -> p.value().equals(tag()) || p.value().startsWith(tag() + "-"))
                .mapToInt(Preference::weight)
                .max()
                .orElse(-1);
        int any = preferences.stream()
                .filter(p -> p.value().equals("*"))
                .mapToInt(Preference::weight)
                .max()
                .orElse(0);
        return named >= 0 ? named : any;
    }
}
