package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * A portal's score of a dataset, by our own calculation.
 *
 * @param points each criterion, in the portal's order
 */
public record Score(List<Point> points) {
    public Score {
        points = List.copyOf(points);
    }

    /**
     * One criterion.
     *
     * @param id its name in {@code scores.tsv}
     * @param dimension what it is part of; {@code ""} where a portal has no dimensions
     * @param title what it asks
     * @param most how much it can give
     * @param got how much it gives
     * @param why for what the rest is lost; empty in both languages if nothing is
     */
    public record Point(String id, String dimension, Text title, int most, int got, Text why) {}

    /** {@return the sum} */
    public int total() {
        return points.stream().mapToInt(Point::got).sum();
    }

    /** {@return the greatest sum that there is} */
    public int most() {
        return points.stream().mapToInt(Point::most).sum();
    }

    /** {@return the criteria that lose something} */
    public List<Point> lost() {
        return points.stream().filter(point -> point.got() < point.most()).toList();
    }
}
