package fr.pleiade.linking.names;

import fr.pleiade.linking.names.Candidate.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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
    private final NameWords words;
    private final Comparison comparison;
    private final List<List<String>> asked;
    private final Set<String> askedKeys;
    private final List<String> placeWords;
    private final Set<String> placeIris;
    private final Optional<double[]> point;

    Likeness(MatchQuery query, Names names) {
        this.query = query;
        this.words = names.rules().words();
        this.comparison = new Comparison(names::weight);
        this.asked = query.names().stream()
                .map(words::of)
                .filter(name -> !name.isEmpty())
                .toList();
        this.askedKeys = new HashSet<>();
        asked.forEach(name -> askedKeys.add(String.join(" ", name)));
        this.placeWords = query.places().stream()
                .flatMap(place -> words.of(place).stream())
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .distinct()
                .toList();
        this.placeIris = Set.copyOf(query.places());
        this.point = coordinates(query.point());
    }

    /** {@return the thing as a candidate} */
    Candidate of(NamedThing thing, boolean hasCode) {
        List<String> places = new ArrayList<>();
        thing.places().forEach(place -> place.names().forEach(name -> places.addAll(words.of(name))));
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        Name best = compareNames(thing, places, parts);
        place(thing, places).ifPresent(agreement -> parts.put(Part.PLACE, agreement));
        site(thing).ifPresent(agreement -> parts.put(Part.SITE, agreement));
        time(thing).ifPresent(agreement -> parts.put(Part.TIME, agreement));
        if (hasCode) {
            parts.put(Part.CODE, 1.0);
        }
        return new Candidate(thing, best, hasCode ? BEST : score(parts), false, parts);
    }

    private static final double BEST = 100;

    private Name compareNames(NamedThing thing, List<String> places, Map<Part, Double> parts) {
        Name best = thing.names().get(0);
        double most = 0;
        double other = 0;
        double same = 0;
        for (Name name : thing.names()) {
            List<String> said = words.of(name.text());
            String key = String.join(" ", said);
            for (int i = 0; i < asked.size(); i++) {
                Comparison.Agreement agreement = comparison.compare(asked.get(i), said, placeWords, places);
                double both = agreement.both();
                if (i == 0 && both > most) {
                    most = both;
                    best = name;
                } else if (i > 0) {
                    other = Math.max(other, both >= 1 ? 1 : both * 0.9);
                }
            }
            if (!asked.isEmpty() && key.equals(String.join(" ", asked.get(0)))) {
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
        double sum = -6;
        sum += 8.5 * parts.getOrDefault(Part.NAME, 0.0);
        sum += 1.5 * parts.getOrDefault(Part.SAME_NAME, 0.0);
        sum += 2.0 * parts.getOrDefault(Part.OTHER_NAME, 0.0);
        sum += parts.containsKey(Part.PLACE) ? 3 * parts.get(Part.PLACE) - 2 : 0;
        sum += parts.containsKey(Part.SITE) ? 4 * parts.get(Part.SITE) - 0.8 : 0;
        sum += parts.containsKey(Part.TIME) ? -1.5 : 0;
        return MOST_WITHOUT_CODE / (1 + Math.exp(-sum));
    }

    private static final double MOST_WITHOUT_CODE = 99;
}
