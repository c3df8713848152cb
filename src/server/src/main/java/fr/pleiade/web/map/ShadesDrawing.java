package fr.pleiade.web.map;

import fr.pleiade.findings.Text;
import fr.pleiade.release.Outline;
import fr.pleiade.web.page.Quantity;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws areas in shades by a number. One use. */
final class ShadesDrawing {
    private static final int MOST_SHADES = 5;
    private static final double HIGHEST = 380;
    private static final Text SENTENCE = new Text(
            "%s: from %s (%s) to %s (%s), half of them below %s; areas: %s.",
            "%s : de %s (%s) à %s (%s), la moitié au-dessous de %s ; territoires : %s.");
    private static final Text COUNTS = new Text(
            "%s by territory: %s have some, first %s with %s.", "%s par territoire : %s en ont, d'abord %s avec %s.");
    private static final Text UNKNOWN = new Text("no number", "sans nombre");
    private static final Text NOTHING = new Text("none", "aucun");
    private static final Text RANGE = new Text("%s to %s", "%s à %s");

    private final Atlas atlas;
    private final Lexicon lexicon;
    private final Locale locale;

    ShadesDrawing(Atlas atlas, Lexicon lexicon, Locale locale) {
        this.atlas = atlas;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    /** Areas that lie on one piece of land. */
    private record Piece(Optional<Outline> land, Map<String, Outline> areas) {}

    /**
     * @param numbers of at least two things
     * @param byArea the same by the areas of the atlas that are drawn for them
     */
    DrawnMap of(Quantity quantity, Map<String, BigDecimal> numbers, Map<String, BigDecimal> byArea) {
        return drawn(sentence(quantity, numbers), quantity, byArea, UNKNOWN);
    }

    /** The same of counts: where there is no number, there is nothing. */
    DrawnMap ofCounts(String things, Map<String, BigDecimal> numbers, Map<String, BigDecimal> byArea) {
        Map.Entry<String, BigDecimal> most = numbers.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(entry -> lexicon.name(entry.getKey(), locale), Comparator.reverseOrder()))
                .orElseThrow();
        String sentence = COUNTS.with(
                        Written.capital(things, locale),
                        Written.number(numbers.size(), locale),
                        lexicon.name(most.getKey(), locale),
                        Written.number(most.getValue(), locale))
                .in(locale);
        return drawn(sentence, Quantity.counted(things), byArea, NOTHING);
    }

    private DrawnMap drawn(String sentence, Quantity quantity, Map<String, BigDecimal> numbers, Text missing) {
        List<BigDecimal> bounds = bounds(numbers.values());
        List<Piece> pieces = pieces(numbers);
        double height = Math.min(HIGHEST, frame(pieces.get(0)).height(DrawnMap.WIDTH));
        Insets insets = new Insets(height);
        List<DrawnMap.Panel> panels = new ArrayList<>();
        panels.add(panel(pieces.get(0), new Insets.Corner(0, 0), DrawnMap.WIDTH, height, numbers, bounds));
        for (Piece piece : pieces.subList(1, pieces.size())) {
            panels.add(panel(piece, insets.next(), Insets.WIDTH, Insets.HEIGHT, numbers, bounds));
        }
        boolean isPartial = pieces.stream()
                .anyMatch(piece -> !numbers.keySet().containsAll(piece.areas().keySet()));
        return new DrawnMap(
                insets.height(),
                sentence,
                panels,
                legend(quantity, bounds, numbers, isPartial ? Optional.of(missing) : Optional.empty()),
                Atlas.credit(
                        pieces.stream()
                                .flatMap(piece -> piece.areas().values().stream())
                                .toList(),
                        locale));
    }

    /** {@return the areas of each piece of land of which one has a number, the piece with the most first} */
    private List<Piece> pieces(Map<String, BigDecimal> numbers) {
        Map<Optional<Outline>, Map<String, Outline>> byLand = new LinkedHashMap<>();
        atlas.areas()
                .forEach((thing, area) -> byLand.computeIfAbsent(
                                atlas.landAround(area.polygons().get(0).get(0)), land -> new TreeMap<>())
                        .put(thing, area));
        return byLand.entrySet().stream()
                .filter(entry -> entry.getValue().keySet().stream().anyMatch(numbers::containsKey))
                .map(entry -> new Piece(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(piece -> -piece.areas().size()))
                .toList();
    }

    private static Frame frame(Piece piece) {
        return Frame.around(Frame.corners(piece.areas().values()).toList());
    }

    private DrawnMap.Panel panel(
            Piece piece,
            Insets.Corner at,
            double width,
            double height,
            Map<String, BigDecimal> numbers,
            List<BigDecimal> bounds) {
        Frame frame = frame(piece).filling(width, height);
        List<DrawnMap.Area> drawn = piece.areas().entrySet().stream()
                .map(area -> new DrawnMap.Area(
                        frame.path(List.of(area.getValue()), width),
                        Optional.ofNullable(numbers.get(area.getKey()))
                                .map(number -> "shade-" + shade(number, bounds))
                                .orElse("other")))
                .toList();
        String label = at.y() == 0
                ? ""
                : piece.land().map(land -> land.labels().in(locale)).orElse("");
        return new DrawnMap.Panel(at.x(), at.y(), width, Frame.rounded(height), label, "", drawn, List.of(), List.of());
    }

    /** {@return the least number of each shade, of as many different numbers as may be} */
    static List<BigDecimal> bounds(Collection<BigDecimal> numbers) {
        List<BigDecimal> different = numbers.stream()
                .sorted()
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .toList();
        int shades = Math.min(MOST_SHADES, different.size());
        return IntStream.range(0, shades)
                .mapToObj(i -> different.get(i * different.size() / shades))
                .toList();
    }

    /** {@return from 1, the lightest; spread over all shades where there are fewer} */
    private static int shade(BigDecimal number, List<BigDecimal> bounds) {
        int place = (int)
                bounds.stream().filter(bound -> bound.compareTo(number) <= 0).count();
        return bounds.size() < 2 ? MOST_SHADES / 2 : 1 + (place - 1) * (MOST_SHADES - 1) / (bounds.size() - 1);
    }

    private List<DrawnMap.Shade> legend(
            Quantity quantity, List<BigDecimal> bounds, Map<String, BigDecimal> numbers, Optional<Text> missing) {
        List<DrawnMap.Shade> legend = new ArrayList<>();
        for (BigDecimal bound : bounds) {
            List<BigDecimal> within = numbers.values().stream()
                    .filter(number -> shade(number, bounds) == shade(bound, bounds))
                    .sorted()
                    .toList();
            BigDecimal most = within.get(within.size() - 1);
            String least = quantity.brief(bound, locale);
            legend.add(new DrawnMap.Shade(
                    "shade-" + shade(bound, bounds),
                    most.compareTo(bound) == 0
                            ? least
                            : RANGE.with(least, quantity.brief(most, locale)).in(locale)));
        }
        missing.ifPresent(text -> legend.add(new DrawnMap.Shade("other", text.in(locale))));
        return legend;
    }

    private String sentence(Quantity quantity, Map<String, BigDecimal> numbers) {
        List<Map.Entry<String, BigDecimal>> sorted = numbers.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(entry -> lexicon.name(entry.getKey(), locale)))
                .toList();
        Map.Entry<String, BigDecimal> least = sorted.get(0);
        Map.Entry<String, BigDecimal> most = sorted.get(sorted.size() - 1);
        String title = Written.capital(quantity.name(), locale);
        return SENTENCE.with(
                        title,
                        quantity.brief(least.getValue(), locale),
                        lexicon.name(least.getKey(), locale),
                        quantity.brief(most.getValue(), locale),
                        lexicon.name(most.getKey(), locale),
                        quantity.brief(sorted.get(sorted.size() / 2).getValue(), locale),
                        Written.number(sorted.size(), locale))
                .in(locale);
    }
}
