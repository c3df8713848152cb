package fr.pleiade.publication.count;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest box that holds all points of a graph, in degrees, widened to whole hundredths (at most 1.1 km), so that it is never a line.
 *
 * <p>It is not cut where the date changes: points in Wallis and in New Caledonia give a box around the world.
 *
 * @param west the least longitude, from -180
 * @param south the least latitude, from -90
 * @param east the greatest longitude, to 180
 * @param north the greatest latitude, to 90
 */
public record Extent(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {
    private static final byte[] GEOMETRY = ("<" + Vocabulary.GEO + "asWKT>").getBytes(StandardCharsets.UTF_8);
    private static final Pattern POINT = Pattern.compile(
            "(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>)?\\s*POINT\\s*\\(\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s+(-?\\d{1,2}(?:\\.\\d+)?)\\s*\\)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final BigDecimal GREATEST_LONGITUDE = new BigDecimal(180);
    private static final BigDecimal GREATEST_LATITUDE = new BigDecimal(90);
    private static final int DIGITS = 2;
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(DIGITS);

    /**
     * {@return the box around the points of a graph of N-Quads; none if it has no point}
     *
     * <p>Points are those of {@code geo:asWKT} in CRS84, longitude first; other geometries and coordinates that are nowhere on earth are passed over.
     */
    public static Optional<Extent> of(Path nquads) throws IOException {
        Optional<Extent> extent = Optional.empty();
        try (LineReader lines = new LineReader(nquads)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (line.is(QuadLine.PREDICATE, GEOMETRY)) {
                    Optional<Extent> point = point(line.term(QuadLine.OBJECT).text());
                    Optional<Extent> before = extent;
                    extent = point.map(here -> before.map(here::with).orElse(here))
                            .or(() -> before);
                }
            }
        }
        return extent.map(Extent::widened);
    }

    private static Optional<Extent> point(String wkt) {
        Matcher point = POINT.matcher(wkt);
        if (!point.matches()) {
            return Optional.empty();
        }
        BigDecimal longitude = new BigDecimal(point.group(1));
        BigDecimal latitude = new BigDecimal(point.group(2));
        boolean isOnEarth = longitude.abs().compareTo(GREATEST_LONGITUDE) <= 0
                && latitude.abs().compareTo(GREATEST_LATITUDE) <= 0;
        return isOnEarth ? Optional.of(new Extent(longitude, latitude, longitude, latitude)) : Optional.empty();
    }

    private Extent with(Extent other) {
        return new Extent(west.min(other.west), south.min(other.south), east.max(other.east), north.max(other.north));
    }

    private Extent widened() {
        BigDecimal left = west.setScale(DIGITS, RoundingMode.FLOOR);
        BigDecimal right = east.setScale(DIGITS, RoundingMode.CEILING);
        BigDecimal bottom = south.setScale(DIGITS, RoundingMode.FLOOR);
        BigDecimal top = north.setScale(DIGITS, RoundingMode.CEILING);
        return new Extent(
                left.compareTo(right) == 0 && left.compareTo(GREATEST_LONGITUDE) == 0 ? left.subtract(STEP) : left,
                bottom.compareTo(top) == 0 && bottom.compareTo(GREATEST_LATITUDE) == 0 ? bottom.subtract(STEP) : bottom,
                left.compareTo(right) == 0 && left.compareTo(GREATEST_LONGITUDE) < 0 ? right.add(STEP) : right,
                bottom.compareTo(top) == 0 && bottom.compareTo(GREATEST_LATITUDE) < 0 ? top.add(STEP) : top);
    }

    /** {@return the box in Well-Known Text, longitude first, counter-clockwise from its south-west corner} */
    public String box() {
        return "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
                .formatted(west.toPlainString(), south.toPlainString(), east.toPlainString(), north.toPlainString());
    }

    /** {@return the middle of the box in Well-Known Text, longitude first} */
    public String middle() {
        return "POINT(%s %s)".formatted(half(west.add(east)), half(south.add(north)));
    }

    private static String half(BigDecimal sum) {
        return sum.divide(new BigDecimal(2), DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
