package fr.pleiade.web.map;

import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of the world between two meridians and two parallels, drawn with longitudes shortened by the cosine of its middle latitude. */
record Frame(double west, double south, double east, double north) {
    /** A little room around what is shown, as a share of its larger side. */
    private static final double MARGIN = 0.04;

    private static final double LEAST_DEGREES = 0.05;

    static Frame of(Outline outline) {
        return around(corners(List.of(outline)).toList());
    }

    static Stream<Corner> corners(Collection<Outline> outlines) {
        return outlines.stream().flatMap(outline -> outline.polygons().stream()).flatMap(List::stream);
    }

    /** {@return the frame around some corners, of which there is at least one} */
    static Frame around(List<Corner> corners) {
        double west = corners.stream().mapToDouble(Corner::longitude).min().orElse(0);
        double east = corners.stream().mapToDouble(Corner::longitude).max().orElse(0);
        double south = corners.stream().mapToDouble(Corner::latitude).min().orElse(0);
        double north = corners.stream().mapToDouble(Corner::latitude).max().orElse(0);
        double margin = MARGIN * Math.max(Math.max(east - west, north - south), LEAST_DEGREES / MARGIN);
        return new Frame(west - margin, south - margin, east + margin, north + margin);
    }

    boolean contains(Corner point) {
        return point.longitude() > west
                && point.longitude() < east
                && point.latitude() > south
                && point.latitude() < north;
    }

    boolean meets(Frame other) {
        return west < other.east && other.west < east && south < other.north && other.south < north;
    }

    /** {@return the height of a drawing of some width} */
    double height(double width) {
        return (north - south) / shortened() * width;
    }

    /** {@return the frame made wider or higher around its middle, so that a drawing of it fills a rectangle} */
    Frame filling(double width, double height) {
        double wanted = height / width;
        double is = height(1);
        if (is > wanted) {
            double half = (east - west) * (is / wanted - 1) / 2;
            return new Frame(west - half, south, east + half, north);
        }
        double half = (north - south) * (wanted / is - 1) / 2;
        return new Frame(west, south - half, east, north + half);
    }

    private double shortened() {
        return (east - west) * Math.cos(Math.toRadians((south + north) / 2));
    }

    double x(double longitude, double width) {
        return rounded((longitude - west) / (east - west) * width);
    }

    double y(double latitude, double width) {
        return rounded((north - latitude) / shortened() * width);
    }

    /** {@return some outlines as SVG path data, in a drawing of some width; corners that fall together once} */
    String path(Collection<Outline> outlines, double width) {
        return outlines.stream()
                .flatMap(outline -> outline.polygons().stream())
                .map(polygon -> path(polygon, width))
                .collect(Collectors.joining());
    }

    /** In steps from corner to corner, which are shorter to write, and rounded where they end so that they do not drift. */
    private String path(List<Corner> polygon, double width) {
        StringBuilder path = new StringBuilder();
        double x = x(polygon.get(0).longitude(), width);
        double y = y(polygon.get(0).latitude(), width);
        path.append('M').append(text(x)).append(' ').append(text(y)).append('l');
        int steps = 0;
        for (Corner corner : polygon.subList(1, polygon.size())) {
            double nextX = x(corner.longitude(), width);
            double nextY = y(corner.latitude(), width);
            if (nextX != x || nextY != y) {
                path.append(steps++ == 0 ? "" : " ")
                        .append(text(nextX - x))
                        .append(' ')
                        .append(text(nextY - y));
                x = nextX;
                y = nextY;
            }
        }
        return steps < 2 ? "" : path.append('z').toString();
    }

    private static String text(double number) {
        double rounded = rounded(number);
        return rounded == Math.rint(rounded) ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
