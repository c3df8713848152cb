package fr.pleiade.web.page;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Lexicon;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a site says where a statement comes from: {@code why?subject=id/town/35238&predicate=rdfs:label&object=…}. */
public final class WhyAddress {
    /** A longer value is not written out: then all values of the property are asked for. */
    private static final int LONGEST = 200;

    private WhyAddress() {}

    /** {@return the path and query of the page about all that is said of a thing, without a first slash} */
    public static String of(Term.Iri subject, String base) {
        return "why?subject=" + escaped(below(subject, base));
    }

    /** {@return that of all values of a property} */
    public static String of(Term.Iri subject, String predicate, Lexicon lexicon, String base) {
        return of(subject, base) + "&predicate=" + escaped(lexicon.shorten(predicate));
    }

    /** {@return that of one value; of all, where the value is very long or has no name} */
    public static String of(Term.Iri subject, String predicate, Term object, Lexicon lexicon, String base) {
        return of(subject, predicate, lexicon, base)
                + written(object, base)
                        .filter(text -> text.length() <= LONGEST)
                        .map(text -> "&object=" + escaped(text))
                        .orElse("");
    }

    private static Optional<String> written(Term object, String base) {
        if (object instanceof Term.Iri iri) {
            return Optional.of(below(iri, base));
        }
        return object instanceof Term.Literal ? Optional.of(object.toNTriples()) : Optional.empty();
    }

    private static String below(Term.Iri iri, String base) {
        return iri.value().startsWith(base) ? iri.value().substring(base.length()) : iri.value();
    }

    /** {@return a text as a part of an address's query, without what only looks odd there} */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
