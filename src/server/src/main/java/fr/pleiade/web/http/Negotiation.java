package fr.pleiade.web.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the form that a client likes best.
 *
 * <p>A form's quality is the weight of the most specific media range that matches its registered type; else that of an alias that the
 * client names. Parameters are read and not held against a form: who asks for {@code text/turtle;version=1.1} is better served by our
 * Turtle than by a refusal. At equal quality the form that is named more exactly wins, then our own order. An absent field, or one without any well-formed element, accepts everything.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
public final class Negotiation {
    private final List<Preference> preferences;

    private Negotiation(List<Preference> preferences) {
        this.preferences = preferences;
    }

    /** {@return the negotiation for the lines of an {@code Accept} field; none means that the field is absent} */
    public static Negotiation accept(List<String> fieldLines) {
        List<Preference> preferences = Preference.parse(fieldLines).stream()
                .filter(p -> p.value().equals("*") || p.value().indexOf('/') > 0)
                .toList();
        return new Negotiation(
                preferences.isEmpty() ? List.of(new Preference("*/*", Map.of(), Preference.FULL_WEIGHT)) : preferences);
    }

    /**
     * {@return the best of the forms on offer, or nothing if the client accepts none}
     *
     * @param offered the forms in the order of our own preference
     */
    public Optional<Variant> choose(List<Variant> offered) {
        return best(offered, this::match);
    }

    /** {@return whether a person seems to be asking: a page is liked better than every other form on offer} */
    public boolean prefersHtml(List<Variant> offered) {
        return choose(offered).filter(Variant::isHtml).isPresent();
    }

    private interface Matcher {
        Match match(Variant variant);
    }

    private static Optional<Variant> best(List<Variant> offered, Matcher matcher) {
        Optional<Variant> best = Optional.empty();
        Match bestMatch = Match.NONE;
        for (Variant variant : offered) {
            Match match = matcher.match(variant);
            if (match.weight() > 0 && Match.BY_LIKING.compare(match, bestMatch) > 0) {
                best = Optional.of(variant);
                bestMatch = match;
            }
        }
        return best;
    }

    private Match match(Variant variant) {
        Match match = match(variant.mediaType());
        if (match.specificity() == Match.EXACT) {
            return match;
        }
        return variant.aliases().stream()
                .map(this::named)
                .max(Match.BY_LIKING)
                .filter(alias -> alias.specificity() > 0)
                .orElse(match);
    }

    /** The most specific range that covers the type; of two that are as specific, the one that weighs more. */
    private Match match(String mediaType) {
        String anySubtype = mediaType.substring(0, mediaType.indexOf('/') + 1) + "*";
        Match match = Match.NONE;
        for (Preference preference : preferences) {
            int specificity = preference.value().equals(mediaType)
                    ? Match.EXACT
                    : preference.value().equals(anySubtype)
                            ? Match.ANY_SUBTYPE
                            : preference.value().equals("*/*")
                                            || preference.value().equals("*")
                                    ? Match.ANY
                                    : 0;
            if (specificity > 0 && specificity >= match.specificity()) {
                match = match.specificity() == specificity
                        ? new Match(specificity, Math.max(match.weight(), preference.weight()))
                        : new Match(specificity, preference.weight());
            }
        }
        return match;
    }

    private Match named(String alias) {
        return preferences.stream()
                .filter(p -> p.value().equals(alias))
                .map(p -> new Match(Match.ALIAS, p.weight()))
                .max(Match.BY_LIKING)
                .orElse(Match.NONE);
    }

    /** How a form is covered by the field: how exactly, and with which weight. */
    private record Match(int specificity, int weight) {
        static final int EXACT = 4;
        static final int ALIAS = 3;
        static final int ANY_SUBTYPE = 2;
        static final int ANY = 1;
        static final Match NONE = new Match(0, 0);
        static final Comparator<Match> BY_LIKING =
                Comparator.comparingInt(Match::weight).thenComparingInt(Match::specificity);
    }
}
