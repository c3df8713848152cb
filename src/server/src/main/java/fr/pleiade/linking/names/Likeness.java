package fr.pleiade.linking.names;

import fr.pleiade.linking.names.Candidate.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How like one query a thing is, part by part, and in one number.
 *
 * <p>The weights of the parts were fitted to half of the pairs of the benchmark {@code NamesBenchmark}, and are reported on the other half.
 */
final class Likeness {
    private static final Pattern POINT = Pattern.compile("(?i).*POINT\\s*\\(\\s*(-?[\\d.]+)\\s+(-?[\\d.]+)\\s*\\).*");
    private static final double NEAR_KILOMETRES = 15;
    private static final double FAR_KILOMETRES = 60;
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private final MatchQuery query;
    private final Comparison comparison;
    private final List<List<String>> asked;
    private final String askedKey;
    private final List<String> placeWords;
    private final Set<String> placeIris;
    private final Optional<double[]> point;

    Likeness(MatchQuery query, Names names) {
        this.query = query;
        NameWords words = names.rules().words();
        this.comparison = new Comparison(names::weight);
        this.asked = query.names().stream()
                .map(words::of)
                .filter(name -> !name.isEmpty())
                .toList();
        this.askedKey = asked.isEmpty() ? "\n" : String.join(" ", asked.get(0)); // no name has a line end
        this.placeWords = query.places().stream()
                .flatMap(place -> words.of(place).stream())
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .distinct()
                .toList();
        this.placeIris = Set.copyOf(query.places());
        this.point = coordinates(query.point());
    }

    /** {@return the thing as a candidate} */
    Candidate of(ReadThing read, boolean hasCode) {
        NamedThing thing = read.thing();
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        Name best = compareNames(read, parts);
        place(thing, read.placeWords()).ifPresent(agreement -> parts.put(Part.PLACE, agreement));
        site(thing).ifPresent(agreement -> parts.put(Part.SITE, agreement));
        time(thing).ifPresent(agreement -> parts.put(Part.TIME, agreement));
        if (hasCode) {
            parts.put(Part.CODE, 1.0);
        }
        return new Candidate(thing, best, hasCode ? BEST : score(parts), false, parts);
    }

    private static final double BEST = 100;

    private Name compareNames(ReadThing read, Map<Part, Double> parts) {
        List<Name> names = read.thing().names();
        Name best = names.get(0);
        double most = 0;
        double other = 0;
        double same = 0;
        for (int n = 0; n < names.size(); n++) {
            Name name = names.get(n);
            List<String> said = read.words().get(n);
            for (int i = 0; i < asked.size(); i++) {
                Comparison.Agreement agreement = comparison.compare(asked.get(i), said, placeWords, read.placeWords());
                double both = agreement.both();
                if (i == 0 && both > most) {
                    most = both;
                    best = name;
                } else if (i > 0) {
                    other = Math.max(other, both >= 1 ? 1 : both * 0.9);
                }
            }
            if (read.keys().get(n).equals(askedKey)) {
                same = 1;
                best = name;
                most = 1;
            }
        }
        parts.put(Part.NAME, most);
        if (same > 0) {
            parts.put(Part.SAME_NAME, same);
        }
        if (other > 0) {
            parts.put(Part.OTHER_NAME, other);
        }
        return best;
    }

    /** {@return 1 for the same place, less for one that is near, 0 for another one; nothing where one of both is not known} */
    private Optional<Double> place(NamedThing thing, List<String> places) {
        if (thing.places().stream().anyMatch(place -> placeIris.contains(place.iri()))) {
            return Optional.of(1.0);
        }
        boolean isSame = !placeWords.isEmpty() && places.containsAll(placeWords);
        if (isSame) {
            return Optional.of(1.0);
        }
        Optional<double[]> other = coordinates(thing.point());
        if (point.isPresent() && other.isPresent()) {
            double far = kilometres(point.get(), other.get());
            return Optional.of(
                    far <= NEAR_KILOMETRES
                            ? 0.9
                            : far >= FAR_KILOMETRES
                                    ? 0
                                    : 0.9 * (FAR_KILOMETRES - far) / (FAR_KILOMETRES - NEAR_KILOMETRES));
        }
        return placeWords.isEmpty() || places.isEmpty() ? Optional.empty() : Optional.of(0.0);
    }

    private static Optional<double[]> coordinates(String wkt) {
        Matcher matcher = POINT.matcher(wkt);
        return wkt.isEmpty() || !matcher.matches()
                ? Optional.empty()
                : Optional.of(
                        new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
    }

    private static double kilometres(double[] one, double[] other) {
        double across = (one[0] - other[0]) * Math.cos(Math.toRadians((one[1] + other[1]) / 2));
        return KILOMETRES_PER_DEGREE * Math.hypot(across, one[1] - other[1]);
    }

    /** {@return 1 for the same web site, less for one within the other's domain, 0 for another one} */
    private Optional<Double> site(NamedThing thing) {
        if (query.hosts().isEmpty() || thing.hosts().isEmpty()) {
            return Optional.empty();
        }
        double most = 0;
        for (String one : query.hosts()) {
            for (String other : thing.hosts()) {
                boolean isWithin = one.endsWith("." + other) || other.endsWith("." + one);
                most = Math.max(most, one.equals(other) ? 1 : isWithin ? 0.3 : 0);
            }
        }
        return Optional.of(most);
    }

    /** {@return 1 if the thing was there at the time, 0 if not; nothing where nothing speaks against it} */
    private Optional<Double> time(NamedThing thing) {
        boolean isAsOf = !query.asOf().isEmpty();
        boolean isBefore = isAsOf && !thing.begun().isEmpty() && isLess(query.asOf(), thing.begun());
        boolean isAfter = !thing.ended().isEmpty() && (!isAsOf || isLess(thing.ended(), query.asOf()));
        return isBefore || isAfter ? Optional.of(0.0) : Optional.empty();
    }

    /** {@return whether a date is before another one, as far as both are known} */
    private static boolean isLess(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return one.substring(0, length).compareTo(other.substring(0, length)) < 0;
    }

    /** {@return all parts in one number below 100} */
    static double score(Map<Part, Double> parts) {
        double name = parts.getOrDefault(Part.NAME, 0.0);
        double other = parts.getOrDefault(Part.OTHER_NAME, 0.0);
        double sum = -4 + 2 * name + 3 * name * name;
        sum += parts.containsKey(Part.SAME_NAME) ? 1.7 : 0;
        sum += 1.5 * other + (other >= 1 ? 2 : 0);
        sum += parts.containsKey(Part.PLACE) ? 2.4 * parts.get(Part.PLACE) - 1.2 : 0;
        sum += parts.containsKey(Part.SITE) ? site(parts.get(Part.SITE)) : 0;
        sum += parts.containsKey(Part.TIME) ? -3 : 0;
        return MOST_WITHOUT_CODE / (1 + Math.exp(-sum));
    }

    private static double site(double agreement) {
        return agreement >= 1 ? 1.4 : agreement > 0 ? 0.3 : -1;
    }

    /** {@return by how much one score is better than another; near the ends of the scale, a little is much} */
    static double margin(double one, double other) {
        return logit(one) - logit(other);
    }

    private static double logit(double score) {
        double share = Math.min(Math.max(score / MOST_WITHOUT_CODE, 1e-9), 1 - 1e-9);
        return Math.log(share / (1 - share));
    }

    private static final double MOST_WITHOUT_CODE = 99;
}
