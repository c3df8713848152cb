package fr.pleiade.linking.names;

import fr.pleiade.findings.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A thing that may be meant.
 *
 * @param thing the thing
 * @param matched the name that agrees best
 * @param score from 0 to 100; 100 only if it bears a code that was asked for
 * @param isMatch whether it is meant without doubt: no other is near, and the score is not low
 * @param parts how well each part agrees, from 0 to 1; those that say nothing are not there
 */
public record Candidate(NamedThing thing, Name matched, double score, boolean isMatch, Map<Part, Double> parts) {
    /** Below this score nothing is meant without doubt, unless it bears a code that was asked for. */
    public static final double LEAST = 62;

    public Candidate {
        parts = parts.isEmpty() ? Map.of() : new EnumMap<>(parts);
    }

    /** What agrees, or does not. */
    public enum Part {
        /** A code that it bears. */
        CODE(new Text("bears the code", "porte le code")),
        /** A name that is the same word by word. */
        SAME_NAME(new Text("same name", "même nom")),
        /** How much of what the names say they say both. */
        NAME(new Text("likeness of names", "ressemblance des noms")),
        /** Another name or an acronym that is the same. */
        OTHER_NAME(new Text("other name or acronym", "autre nom ou sigle")),
        /** The place. */
        PLACE(new Text("same place", "même lieu")),
        /** The web site. */
        SITE(new Text("same web site", "même site web")),
        /** That it was there at the time. */
        TIME(new Text("there at the time", "existait à la date"));

        private final Text words;

        Part(Text words) {
            this.words = words;
        }

        /** {@return what it says, for people} */
        public Text words() {
            return words;
        }

        /** {@return how well each of some parts agrees, for people} */
        public static Text words(Map<Part, Double> parts) {
            return new Text(listed(parts, part -> part.words.en()), listed(parts, part -> part.words.fr()));
        }

        private static String listed(Map<Part, Double> parts, Function<Part, String> words) {
            return parts.entrySet().stream()
                    .map(part -> "%s %d %%".formatted(words.apply(part.getKey()), Math.round(part.getValue() * 100)))
                    .collect(Collectors.joining(", "));
        }
    }

    Candidate matched(boolean isMatched) {
        return new Candidate(thing, matched, score, isMatched, parts);
    }

    /** {@return how well a part agrees; 0 if that says nothing} */
    public double part(Part part) {
        return parts.getOrDefault(part, 0.0);
    }
}
