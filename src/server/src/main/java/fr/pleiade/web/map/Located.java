package fr.pleiade.web.map;

import static fr.pleiade.rdf.Vocabulary.GEO;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Outline.Corner;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is at a place.
 *
 * @param corner where, in degrees
 */
public record Located(Corner corner) {
    private static final Pattern POINT = Pattern.compile(
            "(?:<[^>]*>\\s*)?POINT\\s*\\(\\s*(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final String DEGREES = "%.4f° %s";

    /** {@return where a WKT point is, longitude first; nothing for other geometries, and for degrees that there are not} */
    public static Optional<Located> of(String wkt) {
        Matcher point = POINT.matcher(wkt.strip());
        if (!point.matches()) {
            return Optional.empty();
        }
        Corner corner = new Corner(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
        boolean isOnMaps = Math.abs(corner.longitude()) <= 180 && Math.abs(corner.latitude()) <= 85;
        return isOnMaps ? Optional.of(new Located(corner)) : Optional.empty();
    }

    /** {@return the first point in the description of a thing, its parts included} */
    public static Optional<Located> in(InMemoryGraph description) {
        return description.triples().stream()
                .filter(triple -> triple.predicate().value().equals(GEO + "asWKT"))
                .flatMap(triple -> of(triple.object().text()).stream())
                .findFirst();
    }

    /** {@return degrees east, WGS84} */
    public double longitude() {
        return corner.longitude();
    }

    /** {@return degrees north, WGS84} */
    public double latitude() {
        return corner.latitude();
    }

    /** {@return the position in words, such as {@code 48.1190° N, 1.7030° W}, in the locale's digits} */
    public String describe(Locale locale) {
        String west = locale.getLanguage().equals("fr") ? "O" : "W";
        return String.format(locale, DEGREES, Math.abs(latitude()), latitude() < 0 ? "S" : "N")
                + ", "
                + String.format(locale, DEGREES, Math.abs(longitude()), longitude() < 0 ? west : "E");
    }
}
