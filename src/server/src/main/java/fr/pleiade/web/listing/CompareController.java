package fr.pleiade.web.listing;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShapes;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /compare?a=etablissement/x&b=etablissement/y}: two to five things, {@code a} to {@code e}, side by side: what their pages show
 * first, and their figures year by year.
 */
@Controller
class CompareController {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final PageShapes shapes;

    CompareController(CurrentRelease current, ServedReleases served, Pages pages, PageShapes shapes) {
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

    /** One number over time, of each of the things; a drawing for each that has it. */
    record Figures(String name, List<Line> years, List<LineChart> charts) {
        Figures {
            years = List.copyOf(years);
            charts = List.copyOf(charts);
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
                    table.columns().get(i),
                    table.rows().stream()
                            .map(row -> row.cells().get(column).text())
                            .toList()));
        }
        return Map.of(
                "things",
                things.stream()
                        .map(thing -> Shown.iri(thing, content.lexicon(), exchange.base(), locale))
                        .toList(),
                "lines",
                lines,
                "figures",
                figures(things, content, locale),
                "types",
                things.stream()
                        .map(thing -> thing.substring((exchange.base() + "id/").length())
                                .split("/")[0])
                        .distinct()
                        .toList());
    }

    private static List<Figures> figures(List<String> things, Served content, Locale locale) {
        List<SortedMap<String, SortedMap<Integer, BigDecimal>>> ofThings = things.stream()
                .map(thing -> YearlyNumbers.of(content.release().describe(thing), new Term.Iri(thing)))
                .toList();
        List<Figures> figures = new ArrayList<>();
        for (String measure : new TreeSet<>(
                ofThings.stream().flatMap(each -> each.keySet().stream()).toList())) {
            if (content.lexicon().repetitions().contains(measure)) {
                continue; // a measure of its own says it
            }
            String name = content.lexicon().name(measure, locale);
            List<Optional<SortedMap<Integer, BigDecimal>>> numbers = ofThings.stream()
                    .map(each -> Optional.ofNullable(each.get(measure)))
                    .toList();
            List<Line> years = numbers.stream()
                    .flatMap(Optional::stream)
                    .flatMap(each -> each.keySet().stream())
                    .distinct()
                    .sorted()
                    .map(year -> new Line(year.toString(), cells(numbers, year, locale)))
                    .toList();
            List<LineChart> charts = new ArrayList<>();
            for (int i = 0; i < things.size(); i++) {
                String thing = content.lexicon().name(things.get(i), locale);
                numbers.get(i).ifPresent(each -> charts.add(LineChart.of(thing + ", " + name, each, locale)));
            }
            figures.add(new Figures(name, years, charts));
        }
        return figures;
    }

    private static List<String> cells(
            List<Optional<SortedMap<Integer, BigDecimal>>> numbers, Integer year, Locale locale) {
        return numbers.stream()
                .map(each -> each.map(byYear -> byYear.get(year))
                        .map(number -> Written.number(number, locale))
                        .orElse(""))
                .toList();
    }
}
