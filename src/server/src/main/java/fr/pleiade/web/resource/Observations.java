package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a thing that are observations of statistical cubes: a table for each cube, drawn where it is one number by year. */
final class Observations {
    private final InMemoryGraph description;
    private final Term.Iri thing;
    private final Lexicon lexicon;
    private final String base;
    private final Locale locale;

    Observations(InMemoryGraph description, Term.Iri thing, Lexicon lexicon, String base, Locale locale) {
        this.description = description;
        this.thing = thing;
        this.lexicon = lexicon;
        this.base = base;
        this.locale = locale;
    }

    /** @param slices where to choose among the observations of a data set, by its IRI */
    List<ThingPage.Series> series(Map<String, String> slices) {
        Map<String, Set<Term>> byCube = new TreeMap<>();
        for (Quad triple : description.pointingTo(new Term.Iri(QB + "Observation"))) {
            String cube = description
                    .object(triple.subject(), QB + "dataSet")
                    .map(Term::text)
                    .orElse("");
            byCube.computeIfAbsent(cube, c -> new LinkedHashSet<>()).add(triple.subject());
        }
        return byCube.entrySet().stream()
                .map(cube -> series(
                        cube.getValue().stream()
                                .sorted(Comparator.comparing(Term::text))
                                .toList(),
                        slices.getOrDefault(cube.getKey(), "")))
                .toList();
    }

    private ThingPage.Series series(List<Term> observations, String href) {
        List<String> columns = columns(observations);
        List<ThingPage.SeriesRow> rows = observations.stream()
                .map(o -> new ThingPage.SeriesRow(
                        fragment(o),
                        columns.stream().map(column -> cell(o, column)).toList()))
                .toList();
        return new ThingPage.Series(
                columns.stream().map(c -> Shown.iri(c, lexicon, base, locale)).toList(),
                rows,
                chart(observations, columns),
                href);
    }

    /** {@return the properties of the observations, years first; those left out that say for strangers what others say} */
    private List<String> columns(List<Term> observations) {
        Set<String> columns = new LinkedHashSet<>();
        for (Term observation : observations) {
            for (Quad triple : description.about(observation)) {
                String property = triple.predicate().value();
                if (!property.equals(TYPE.value())
                        && !property.equals(QB + "dataSet")
                        && !lexicon.repetitions().contains(property)
                        && !triple.object().equals(thing)) {
                    columns.add(property);
                }
            }
        }
        return columns.stream()
                .sorted(Comparator.comparing(column -> !isYear(observations, column)))
                .toList();
    }

    private boolean isYear(List<Term> observations, String column) {
        return observations.stream()
                .flatMap(o -> description.objects(o, column).stream())
                .allMatch(value -> value instanceof Term.Literal literal
                        && literal.datatype().equals(XSD + "gYear")
                        && literal.lexical().matches("\\d{4}"));
    }

    private static Optional<BigDecimal> number(Term value) {
        return Optional.of(value)
                .filter(v -> v instanceof Term.Literal literal
                        && literal.datatype().startsWith(XSD)
                        && literal.lexical().matches("-?\\d{1,15}(\\.\\d{1,6})?"))
                .map(v -> new BigDecimal(v.text()));
    }

    private Optional<LineChart> chart(List<Term> observations, List<String> columns) {
        if (columns.size() != 2 || !isYear(observations, columns.get(0)) || isYear(observations, columns.get(1))) {
            return Optional.empty();
        }
        SortedMap<Integer, BigDecimal> byYear = new TreeMap<>();
        for (Term observation : observations) {
            Optional<Term> year = description.object(observation, columns.get(0));
            Optional<BigDecimal> number =
                    description.object(observation, columns.get(1)).flatMap(Observations::number);
            if (year.isEmpty()
                    || number.isEmpty()
                    || byYear.put(Integer.valueOf(year.get().text()), number.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(LineChart.of(lexicon.name(columns.get(1), locale), byYear, locale));
    }

    private Shown cell(Term observation, String column) {
        return description
                .object(observation, column)
                .map(value -> value instanceof Term.Literal literal
                        ? Shown.literal(literal, lexicon, locale)
                        : Shown.iri(value.text(), lexicon, base, locale))
                .orElse(Shown.text("", "", ""));
    }

    private String fragment(Term part) {
        String prefix = thing.value() + "#";
        return part.text().startsWith(prefix) ? part.text().substring(prefix.length()) : "";
    }
}
