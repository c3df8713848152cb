package fr.pleiade.web.map;

import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names on a map, the larger areas' first, none upon another and none that the edge would cut. */
final class Lettering {
    private static final double HEIGHT = 12;

    /** Of a letter, on average, in units; rather more than it is. */
    private static final double LETTER = 5.8;

    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();

    Lettering(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** A name and the outline that it is for. */
    record Named(String name, Outline area) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** {@return the names that have room, each in the middle of the largest piece of its area} */
    List<DrawnMap.Words> of(List<Named> areas, Frame frame) {
        List<DrawnMap.Words> words = new ArrayList<>();
        areas.stream()
                .sorted(Comparator.comparing((Named named) -> -size(Frame.of(named.area())))
                        .thenComparing(Named::name))
                .forEach(named -> {
                    Frame piece = largest(named.area());
                    double x = frame.x((piece.west() + piece.east()) / 2, width);
                    double y = frame.y((piece.south() + piece.north()) / 2, width);
                    double half = named.name().length() * LETTER / 2;
                    Box box = new Box(x - half, y - HEIGHT, x + half, y + 3);
                    boolean isInside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
                    if (isInside && taken.stream().noneMatch(box::meets)) {
                        taken.add(box);
                        words.add(new DrawnMap.Words(x, y, "middle", named.name()));
                    }
                });
        return words;
    }

    private static Frame largest(Outline area) {
        return area.polygons().stream()
                .map(Lettering::frame)
                .max(Comparator.comparing(Lettering::size))
                .orElseThrow();
    }

    private static Frame frame(List<Corner> polygon) {
        return Frame.around(polygon);
    }

    private static double size(Frame frame) {
        return (frame.east() - frame.west()) * (frame.north() - frame.south());
    }
}
