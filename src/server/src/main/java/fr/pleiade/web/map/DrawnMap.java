package fr.pleiade.web.map;

import java.util.List;

/**
 * A map as a template writes it: drawn for {@link #WIDTH} units so that its words can be read on a phone. What it shows is said by the
 * sentence too.
 *
 * @param height of the drawing
 * @param sentence what it shows, in words
 * @param panels the pieces of the world that it shows, the largest first
 * @param legend what the shades of areas stand for; none where nothing is shaded
 * @param credit whose outlines these are, or {@code ""}
 */
public record DrawnMap(int height, String sentence, List<Panel> panels, List<Shade> legend, String credit) {
    public static final int WIDTH = 360;

    public DrawnMap {
        panels = List.copyOf(panels);
        legend = List.copyOf(legend);
    }

    /**
     * A piece of the world in a rectangle of its own, whose corner is the origin of all that is in it.
     *
     * @param label what it is called, or {@code ""}; stands above it
     * @param land the land as SVG path data
     */
    public record Panel(
            double x,
            double y,
            double width,
            double height,
            String label,
            String land,
            List<Area> areas,
            List<Dot> dots,
            List<Words> words) {
        public Panel {
            areas = List.copyOf(areas);
            dots = List.copyOf(dots);
            words = List.copyOf(words);
        }
    }

    /**
     * A territory.
     *
     * @param path its outline as SVG path data
     * @param look the class of its style: {@code shade-1} and so on, {@code own}, or {@code other}
     */
    public record Area(String path, String look) {}

    /**
     * One or several places.
     *
     * @param count how many; written in it where there are many
     */
    public record Dot(double x, double y, double radius, int count) {}

    /** Words on the map, anchored at their start, middle or end. */
    public record Words(double x, double y, String anchor, String text) {}

    /** A shade, and the numbers that it stands for. */
    public record Shade(String look, String text) {}
}
