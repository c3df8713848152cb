package fr.pleiade.web.map;

import fr.pleiade.findings.Text;
import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws a territory among its neighbours, with what is in it. One use. */
final class TerritoryDrawing {
    private static final double HIGHEST = 320;
    private static final Text BARE = new Text("%s on the map.", "%s sur la carte.");
    private static final Text WITH = new Text("%s on the map, with %s places.", "%s sur la carte, avec %s lieux.");
    private static final Text WITH_ONE = new Text("%s on the map, with one place.", "%s sur la carte, avec un lieu.");

    private final Atlas atlas;
    private final Lexicon lexicon;
    private final Locale locale;

    TerritoryDrawing(Atlas atlas, Lexicon lexicon, Locale locale) {
        this.atlas = atlas;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    /** @param own things of the atlas, at least one */
    DrawnMap of(String name, Set<String> own, List<Located> places) {
        List<Outline> areas = own.stream()
                .flatMap(thing -> Optional.ofNullable(atlas.areas().get(thing)).stream())
                .toList();
        Frame tight = Frame.around(Frame.corners(areas).toList());
        double height = Math.min(HIGHEST, tight.height(DrawnMap.WIDTH));
        Frame frame = tight.filling(DrawnMap.WIDTH, height);
        List<Map.Entry<String, Outline>> around = atlas.areas().entrySet().stream()
                .filter(area -> Frame.of(area.getValue()).meets(frame))
                .toList();
        List<Outline> neighbours = around.stream()
                .filter(area -> !own.contains(area.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Lettering.Named> names = around.stream()
                .map(area -> new Lettering.Named(lexicon.name(area.getKey(), locale), area.getValue()))
                .toList();
        List<Corner> inside =
                places.stream().map(Located::corner).filter(frame::contains).toList();
        DrawnMap.Panel panel = new DrawnMap.Panel(
                0,
                0,
                DrawnMap.WIDTH,
                Frame.rounded(height),
                "",
                "",
                List.of(
                        new DrawnMap.Area(frame.path(neighbours, DrawnMap.WIDTH), "other"),
                        new DrawnMap.Area(frame.path(areas, DrawnMap.WIDTH), "own")),
                PlacesDrawing.dots(inside, frame, DrawnMap.WIDTH),
                new Lettering(DrawnMap.WIDTH, height).of(names, frame));
        return new DrawnMap(
                (int) Math.ceil(height),
                sentence(name, inside.size()),
                List.of(panel),
                List.of(),
                Atlas.credit(areas, locale));
    }

    private String sentence(String name, int places) {
        return switch (places) {
            case 0 -> BARE.with(name).in(locale);
            case 1 -> WITH_ONE.with(name).in(locale);
            default -> WITH.with(name, Written.number(places, locale)).in(locale);
        };
    }
}
