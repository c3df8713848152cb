package fr.pleiade.web.map;

import fr.pleiade.findings.Text;
import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import fr.pleiade.web.page.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws places as dots, near ones together. One use. */
final class PlacesDrawing {
    /** The panel across is not higher than this; what would be is drawn narrower. */
    private static final double HIGHEST = 380;

    private static final double LEAST_RADIUS = 3.5;
    private static final double MOST_RADIUS = 14;
    private static final double GROWTH = 1.6;
    private static final Text ALL = new Text("%s on the map: %s.", "%s sur la carte : %s.");
    private static final Text SOME = new Text("%s on the map of %s: %s.", "%s sur la carte, d'un total de %s : %s.");
    private static final Text ELSEWHERE = new Text("elsewhere", "ailleurs");

    private final Atlas atlas;
    private final Locale locale;

    PlacesDrawing(Atlas atlas, Locale locale) {
        this.atlas = atlas;
        this.locale = locale;
    }

    /** A piece of the world with the places in it. */
    private record Piece(Optional<Outline> land, List<Corner> places) {}

    DrawnMap of(List<Located> places, int total) {
        Map<Optional<Outline>, List<Corner>> byLand = new LinkedHashMap<>();
        for (Located place : places) {
            byLand.computeIfAbsent(atlas.landAround(place.corner()), land -> new ArrayList<>())
                    .add(place.corner());
        }
        List<Piece> pieces = byLand.entrySet().stream()
                .map(entry -> new Piece(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Piece piece) -> -piece.places().size())
                        .thenComparing(this::label))
                .toList();
        List<DrawnMap.Panel> panels = new ArrayList<>();
        Frame first = frame(pieces.get(0));
        double height = Math.min(first.height(DrawnMap.WIDTH), HIGHEST);
        panels.add(panel(pieces.get(0), new Insets.Corner(0, 0), DrawnMap.WIDTH, height, ""));
        Insets insets = new Insets(height);
        for (Piece piece : pieces.subList(1, pieces.size())) {
            panels.add(panel(piece, insets.next(), Insets.WIDTH, Insets.HEIGHT, label(piece)));
        }
        return new DrawnMap(
                insets.height(),
                sentence(pieces, places.size(), total),
                panels,
                List.of(),
                Atlas.credit(
                        pieces.stream().flatMap(piece -> piece.land().stream()).toList(), locale));
    }

    private String label(Piece piece) {
        return piece.land()
                .map(land -> land.labels().in(locale))
                .filter(label -> !label.isEmpty())
                .orElse(ELSEWHERE.in(locale));
    }

    private String sentence(List<Piece> pieces, int shown, int total) {
        String where = pieces.stream()
                .map(piece -> label(piece) + " " + Written.number(piece.places().size(), locale))
                .collect(Collectors.joining(", "));
        String count = Written.number(shown, locale);
        return shown == total
                ? ALL.with(count, where).in(locale)
                : SOME.with(count, Written.number(total, locale), where).in(locale);
    }

    private static Frame frame(Piece piece) {
        return piece.land().map(Frame::of).orElseGet(() -> Frame.around(piece.places()));
    }

    private static DrawnMap.Panel panel(Piece piece, Insets.Corner at, double width, double height, String label) {
        Frame frame = frame(piece).filling(width, height);
        return new DrawnMap.Panel(
                at.x(),
                at.y(),
                width,
                Frame.rounded(height),
                label,
                frame.path(piece.land().stream().toList(), width),
                List.of(),
                dots(piece.places(), frame, width),
                List.of());
    }

    /** {@return a dot for each place, or for all that would be on one another; the larger ones first, so that small ones are seen} */
    static List<DrawnMap.Dot> dots(List<Corner> places, Frame frame, double width) {
        List<Cluster> clusters = new ArrayList<>();
        for (Corner place : places) {
            double x = frame.x(place.longitude(), width);
            double y = frame.y(place.latitude(), width);
            clusters.stream()
                    .filter(cluster -> cluster.isNear(x, y))
                    .findFirst()
                    .ifPresentOrElse(cluster -> cluster.add(x, y), () -> clusters.add(new Cluster(x, y)));
        }
        return clusters.stream()
                .map(Cluster::dot)
                .sorted(Comparator.comparing((DrawnMap.Dot dot) -> -dot.count())
                        .thenComparing(DrawnMap.Dot::x)
                        .thenComparing(DrawnMap.Dot::y))
                .toList();
    }

    /** Places that are one dot, in their middle. */
    private static final class Cluster {
        private double x;
        private double y;
        private int count = 1;

        Cluster(double x, double y) {
            this.x = x;
            this.y = y;
        }

        boolean isNear(double otherX, double otherY) {
            return Math.hypot(otherX - x, otherY - y) < radius() + LEAST_RADIUS;
        }

        void add(double otherX, double otherY) {
            count++;
            x += (otherX - x) / count;
            y += (otherY - y) / count;
        }

        private double radius() {
            return Math.min(MOST_RADIUS, LEAST_RADIUS + GROWTH * Math.sqrt(count - 1.0));
        }

        DrawnMap.Dot dot() {
            return new DrawnMap.Dot(Frame.rounded(x), Frame.rounded(y), Frame.rounded(radius()), count);
        }
    }
}
