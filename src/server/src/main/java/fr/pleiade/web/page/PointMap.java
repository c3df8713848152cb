package fr.pleiade.web.page;

import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small map of one point: a coarse outline where we have one, else only the lines of the grid.
 *
 * <p>Drawn with longitudes shortened by the cosine of the frame's middle latitude, so that shapes look right; no tiles, no projection
 * library. Numbers are of the SVG's user units, {@link #WIDTH} wide.
 *
 * @param longitude degrees east, WGS84
 * @param latitude degrees north, WGS84
 * @param height the drawing's height
 * @param outlines the land as SVG path data
 * @param meridians the grid's lines as SVG path data
 * @param x where the point is, from the left
 * @param y where the point is, from the top
 */
public record PointMap(
        double longitude, double latitude, int height, String outlines, String meridians, double x, double y) {
    /** The drawing's width. */
    public static final int WIDTH = 320;

    private static final Pattern POINT = Pattern.compile(
            "(?:<[^>]*>\\s*)?POINT\\s*\\(\\s*(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final String DEGREES = "%.4f° %s";
    private static final double MARGIN = 0.04;
    private static final double GRID_ONLY_SPAN = 8;

    /**
     * {@return the map of a WKT point, longitude first; nothing for any other geometry}
     *
     * @param outlines the land; the first of them around the point is drawn
     */
    public static Optional<PointMap> of(String wkt, List<Outline> outlines) {
        Matcher matcher = POINT.matcher(wkt.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Corner point = new Corner(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        if (Math.abs(point.longitude()) > 180 || Math.abs(point.latitude()) > 85) {
            return Optional.empty();
        }
        Frame frame = outlines.stream()
                .map(outline -> Frame.of(outline.polygons()))
                .filter(f -> f.contains(point))
                .findFirst()
                .orElseGet(() -> Frame.around(point));
        return Optional.of(frame.map(point));
    }

    /** {@return the width, for the template} */
    public int width() {
        return WIDTH;
    }

    private record Frame(double west, double south, double east, double north, List<List<Corner>> polygons) {
        static Frame of(List<List<Corner>> polygons) {
            List<Corner> corners = polygons.stream().flatMap(List::stream).toList();
            double west = corners.stream().mapToDouble(Corner::longitude).min().orElse(0);
            double east = corners.stream().mapToDouble(Corner::longitude).max().orElse(0);
            double south = corners.stream().mapToDouble(Corner::latitude).min().orElse(0);
            double north = corners.stream().mapToDouble(Corner::latitude).max().orElse(0);
            double margin = MARGIN * Math.max(east - west, north - south);
            return new Frame(west - margin, south - margin, east + margin, north + margin, polygons);
        }

        static Frame around(Corner point) {
            double half = GRID_ONLY_SPAN / 2;
            return new Frame(
                    point.longitude() - half,
                    point.latitude() - half,
                    point.longitude() + half,
                    point.latitude() + half,
                    List.of());
        }

        boolean contains(Corner point) {
            return point.longitude() > west
                    && point.longitude() < east
                    && point.latitude() > south
                    && point.latitude() < north;
        }

        PointMap map(Corner point) {
            int height = (int) Math.round(y(south));
            String land = polygons.stream()
                    .map(polygon -> polygon.stream().map(this::place).collect(Collectors.joining("L", "M", "Z")))
                    .collect(Collectors.joining());
            return new PointMap(
                    point.longitude(),
                    point.latitude(),
                    height,
                    land,
                    grid(),
                    round(x(point.longitude())),
                    round(y(point.latitude())));
        }

        private String grid() {
            int step = east - west > 6 ? 2 : 1;
            String meridians = IntStream.rangeClosed((int) Math.ceil(west), (int) Math.floor(east))
                    .filter(degree -> degree % step == 0)
                    .mapToObj(degree ->
                            "M%sL%s".formatted(place(new Corner(degree, south)), place(new Corner(degree, north))))
                    .collect(Collectors.joining());
            String parallels = IntStream.rangeClosed((int) Math.ceil(south), (int) Math.floor(north))
                    .filter(degree -> degree % step == 0)
                    .mapToObj(degree ->
                            "M%sL%s".formatted(place(new Corner(west, degree)), place(new Corner(east, degree))))
                    .collect(Collectors.joining());
            return meridians + parallels;
        }

        private String place(Corner position) {
            return round(x(position.longitude())) + " " + round(y(position.latitude()));
        }

        private double x(double longitude) {
            return (longitude - west) / (east - west) * WIDTH;
        }

        private double y(double latitude) {
            double shortened = (east - west) * Math.cos(Math.toRadians((south + north) / 2));
            return (north - latitude) / shortened * WIDTH;
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    /** {@return the position in words, such as {@code 48.1190° N, 1.7030° W}, in the locale's digits} */
    public String describe(Locale locale) {
        return latitudeIn(locale) + ", " + longitudeIn(locale);
    }

    /** {@return the latitude in words, such as {@code 48.1190° N}} */
    public String latitudeIn(Locale locale) {
        return String.format(locale, DEGREES, Math.abs(latitude), latitude < 0 ? "S" : "N");
    }

    /** {@return the longitude in words, such as {@code 1.7030° W}} */
    public String longitudeIn(Locale locale) {
        String west = locale.getLanguage().equals("fr") ? "O" : "W";
        return String.format(locale, DEGREES, Math.abs(longitude), longitude < 0 ? west : "E");
    }
}
