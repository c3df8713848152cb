package fr.pleiade.web.page;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.served.Lexicon;
import java.util.List;
import java.util.Locale;

/**
 * What a thing is called at the head of its page, and where it is cited.
 *
 * @param text its name; of a thing without one its kind, and that it has none
 * @param language of the name, or that of the page
 */
public record ThingTitle(String text, String language) {
    private static final Text UNNAMED =
            new Text("%s without a name in the source (%s)", "%s sans nom dans la source (%s)");

    /** {@return the title of a thing, of which this is the description} */
    public static ThingTitle of(
            Term.Iri thing, InMemoryGraph description, Lexicon lexicon, String base, Locale locale) {
        Labels own = Lexicon.namesIn(description, thing);
        Labels names = own.isEmpty() ? lexicon.names(thing.value()) : own;
        return names.isEmpty()
                ? new ThingTitle(unnamed(thing, description, lexicon, base, locale), locale.getLanguage())
                : new ThingTitle(Lexicon.shortened(names.in(locale)), names.languageFor(locale));
    }

    private static String unnamed(
            Term.Iri thing, InMemoryGraph description, Lexicon lexicon, String base, Locale locale) {
        String key = Lexicon.lastPart(thing.value());
        List<String> types = description.objects(thing, Vocabulary.TYPE.value()).stream()
                .map(Term::text)
                .toList();
        return lexicon.narrowest(types).stream()
                .findFirst()
                .map(type -> Shown.iri(type, lexicon, base, locale).text())
                .filter(kind -> !kind.isEmpty())
                .map(kind -> UNNAMED.with(Written.capital(kind, locale), key).in(locale))
                .orElse(key);
    }
}
