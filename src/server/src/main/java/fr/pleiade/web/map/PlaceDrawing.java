package fr.pleiade.web.map;

import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws one place: the land around it, and in that the area where it is. One use. */
final class PlaceDrawing {
    private static final double HIGHEST = 380;
    private static final double RADIUS = 5;

    private final Atlas atlas;
    private final Lexicon lexicon;
    private final Locale locale;

    PlaceDrawing(Atlas atlas, Lexicon lexicon, Locale locale) {
        this.atlas = atlas;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    DrawnMap of(Corner place, String sentence) {
        Optional<Outline> land = atlas.landAround(place);
        Frame tight = land.map(Frame::of).orElseGet(() -> Frame.around(List.of(place)));
        double height = Math.min(HIGHEST, tight.height(DrawnMap.WIDTH));
        Frame frame = tight.filling(DrawnMap.WIDTH, height);
        Optional<Map.Entry<String, Outline>> area = atlas.areas().entrySet().stream()
                .filter(entry -> has(entry.getValue(), place))
                .findFirst();
        double x = frame.x(place.longitude(), DrawnMap.WIDTH);
        double y = frame.y(place.latitude(), DrawnMap.WIDTH);
        List<DrawnMap.Words> words = area.map(entry -> beside(x, y, lexicon.name(entry.getKey(), locale))).stream()
                .toList();
        List<Outline> shown = new ArrayList<>(land.stream().toList());
        area.ifPresent(entry -> shown.add(entry.getValue()));
        DrawnMap.Panel panel = new DrawnMap.Panel(
                0,
                0,
                DrawnMap.WIDTH,
                Frame.rounded(height),
                "",
                frame.path(land.stream().toList(), DrawnMap.WIDTH),
                area
                        .map(entry -> new DrawnMap.Area(frame.path(List.of(entry.getValue()), DrawnMap.WIDTH), "own"))
                        .stream()
                        .toList(),
                List.of(new DrawnMap.Dot(x, y, RADIUS, 1)),
                words);
        return new DrawnMap((int) Math.ceil(height), sentence, List.of(panel), List.of(), Atlas.credit(shown, locale));
    }

    /** Above the dot, towards the middle. */
    private static DrawnMap.Words beside(double x, double y, String name) {
        boolean isRight = x > DrawnMap.WIDTH / 2.0;
        return new DrawnMap.Words(isRight ? x - 8 : x + 8, Math.max(12, y - 8), isRight ? "end" : "start", name);
    }

    /** An odd number of edges lies to the west of what is inside. */
    private static boolean has(Outline area, Corner place) {
        return area.polygons().stream().anyMatch(polygon -> {
            boolean isInside = false;
            for (int i = 0, before = polygon.size() - 1; i < polygon.size(); before = i++) {
                Corner a = polygon.get(i);
                Corner b = polygon.get(before);
                if ((a.latitude() > place.latitude()) != (b.latitude() > place.latitude())) {
                    double share = (place.latitude() - a.latitude()) / (b.latitude() - a.latitude());
                    isInside ^= place.longitude() < a.longitude() + share * (b.longitude() - a.longitude());
                }
            }
            return isInside;
        });
    }
}
