package fr.pleiade.draft.publisher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands between {@code @} signs in the templates of a site's files, and what it becomes.
 *
 * <p>Words of people are escaped as the file's syntax asks: a quotation mark in a title ends no literal.
 */
final class SiteWords {
    static final List<String> LANGUAGES = List.of("fr", "en");

    private static final Map<String, String> NAMES = Map.of("fr", "français", "en", "English");
    private static final Map<String, String> AUTHORITY_CODES = Map.of("fr", "FRA", "en", "ENG");

    private final NewSite site;
    private final String other;

    SiteWords(NewSite site) {
        this(site, "");
    }

    private SiteWords(NewSite site, String other) {
        this.site = site;
        this.other = other;
    }

    /** {@return the same words for the page in a language, which leads to the one in the other} */
    SiteWords forPage(String language) {
        return new SiteWords(site, language.equals("fr") ? "en" : "fr");
    }

    /** {@return the name of the page in a language: that in the site's own is read first} */
    String page(String language) {
        return language.equals(site.language()) ? "README.md" : "README." + language + ".md";
    }

    /** {@return a template with the words in it} */
    String in(String template, String file) {
        Map<String, String> words = words(file.endsWith(".ttl"));
        Pattern any =
                Pattern.compile(words.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), "")));
    }

    private Map<String, String> words(boolean isTurtle) {
        Map<String, String> words = new TreeMap<>();
        words.put("@LANG@", site.language());
        words.put("@LANGUAGE@", AUTHORITY_CODES.getOrDefault(site.language(), "ENG"));
        words.put("@LICENCE@", site.licence().iri());
        words.put("@LICENCE_FR@", site.licence().title().fr());
        words.put("@LICENCE_EN@", site.licence().title().en());
        words.put("@BASE@", site.base());
        words.put("PLEIADE_SITE=/usr/share/pleiade/sample", "PLEIADE_SITE=/srv/site");
        words.put("PLEIADE_BASE=http://localhost:8080/", "PLEIADE_BASE=" + site.base());
        words.put("@TITLE@", isTurtle ? literal(site.title()) : site.title());
        words.put("@PUBLISHER@", isTurtle ? literal(site.publisher()) : site.publisher());
        words.put("@TITLE_TEXT@", markdown(site.title()));
        words.put("@PUBLISHER_TEXT@", markdown(site.publisher()));
        if (!other.isEmpty()) {
            words.put("@OTHER_NAME@", NAMES.getOrDefault(other, other));
            words.put("@OTHER_FILE@", page(other));
        }
        return words;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ");
    }

    private static String markdown(String text) {
        return text.replaceAll("\\R", " ").replaceAll("[\\\\`*_<>\\[\\]#|]", "\\\\$0");
    }
}
