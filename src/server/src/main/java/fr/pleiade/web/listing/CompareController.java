package fr.pleiade.web.listing;

import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.CubesOfRelease;
import fr.pleiade.web.figures.ThingFigures;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.page.PageQuery;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /compare?a=etablissement/x&b=etablissement/y}: two to five things, {@code a} to {@code e}, side by side: what their pages show
 * first, and what cubes say of them on one scale; cubes that know only some of them are links.
 */
@Controller
class CompareController {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final PageShapes shapes;
    private final CubesOfRelease cubes;

    CompareController(
            CurrentRelease current, ServedReleases served, Pages pages, PageShapes shapes, CubesOfRelease cubes) {
        this.cubes = cubes;
        this.current = current;
        this.served = served;
        this.pages = pages;
        this.shapes = shapes;
    }

    /** A name and a cell for each of the things. */
    record Line(String name, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    @GetMapping("/compare")
    void compare(Exchange exchange) throws IOException {
        Release release = current.now();
        List<String> things = NAMES.stream()
                .flatMap(name -> exchange.parameter(name).stream())
                .filter(thing -> !thing.isBlank())
                .map(thing -> release.base() + "id/" + thing)
                .distinct()
                .toList();
        if (things.stream().anyMatch(thing -> !release.knows(thing))) {
            throw Refusal.notFound(exchange.address() + exchange.search());
        }
        Entity entity = pages.entity(
                exchange.language(), release.id() + "." + Integer.toHexString(things.hashCode()), release.created());
        Locale locale = entity.language().orElseThrow().locale();
        pages.send(exchange, entity, "compare", () -> page(exchange, things, served.of(release), locale));
    }

    private Map<String, Object> page(Exchange exchange, List<String> things, Served content, Locale locale) {
        ThingTable table = ThingTable.of(things, content, shapes.of(content.release()), locale);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            lines.add(new Line(
                    table.columns().get(i).name(),
                    table.rows().stream()
                            .map(row -> row.cells().get(column).text())
                            .toList()));
        }
        Map<Boolean, List<Cube>> cubesByReach = cubes.of(content.release()).stream()
                .collect(Collectors.partitioningBy(cube -> things.stream()
                        .allMatch(thing ->
                                ThingFigures.about(cube, List.of(thing)).isPresent())));
        List<Shown> shown = things.stream()
                .map(thing -> Shown.iri(thing, content.lexicon(), exchange.base(), locale))
                .toList();
        return Map.of(
                "pageQuery",
                things.isEmpty() ? List.of() : List.of(query(things, exchange.base())),
                "things",
                shown,
                "names",
                shown.stream().map(Shown::text).collect(Collectors.joining(", ")),
                "lines",
                lines,
                "figures",
                ThingFigures.of(cubesByReach.getOrDefault(true, List.of()), things, "/", locale),
                "others",
                ThingFigures.of(cubesByReach.getOrDefault(false, List.of()), things, "/", locale),
                "types",
                things.stream()
                        .map(thing -> thing.substring((exchange.base() + "id/").length())
                                .split("/")[0])
                        .distinct()
                        .toList());
    }

    private static PageQuery query(List<String> things, String base) {
        String values = things.stream().map(thing -> " <" + thing + ">").collect(Collectors.joining());
        return PageQuery.asked(
                "SELECT ?thing ?property ?value {\n  VALUES ?thing {" + values
                        + " }\n  ?thing ?property ?value\n}\nORDER BY ?property ?thing\n",
                base);
    }
}
