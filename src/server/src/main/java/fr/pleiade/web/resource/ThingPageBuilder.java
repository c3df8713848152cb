package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.materialisation.Repetitions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Outline;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.page.PointMap;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lays out what a release says of one thing as a page in one language. One use. */
final class ThingPageBuilder {
    private static final Set<String> SHOWN_APART =
            Set.of(TYPE.value(), ADMS + "identifier", GEO + "asWKT", SKOS + "hiddenLabel");
    private static final int DEEPEST = 4;

    private final InMemoryGraph description;
    private final Term.Iri thing;
    private final Lexicon lexicon;
    private final Grouping grouping;
    private final String base;
    private final Locale locale;
    private List<Outline> outlines = List.of();

    ThingPageBuilder(InMemoryGraph description, Term.Iri thing, Lexicon lexicon, String base, Locale locale) {
        this.description = description;
        this.thing = thing;
        this.lexicon = lexicon;
        this.grouping = new Grouping(lexicon.ontology());
        this.base = base;
        this.locale = locale;
    }

    /** Draws these on its map. */
    ThingPageBuilder on(List<Outline> land) {
        outlines = land;
        return this;
    }

    ThingPage build(List<Term.Iri> datasets, List<ThingPage.Incoming> incoming) {
        Labels names = Lexicon.namesIn(description, thing);
        String language = names.languageFor(locale);
        List<ThingPage.Identifier> identifiers = identifiers();
        return new ThingPage(
                thing.value(),
                names.isEmpty() ? lexicon.name(thing.value(), locale) : Lexicon.shortened(names.in(locale)),
                language.equals(locale.getLanguage()) ? "" : language,
                withoutWider(description.objects(thing, TYPE.value())).stream()
                        .map(this::iri)
                        .toList(),
                datasets.stream().map(this::iri).toList(),
                groups(identifiers),
                identifiers,
                series(),
                map(),
                incoming);
    }

    private List<ThingPage.Group> groups(List<ThingPage.Identifier> identifiers) {
        Map<Grouping.Part, List<Shown.Row>> byPart = new EnumMap<>(Grouping.Part.class);
        byProperty(thing).forEach((property, values) -> {
            Grouping.Part part = grouping.of(property);
            List<Term> left = part == Grouping.Part.CODES ? without(values, identifiers) : values;
            if (!SHOWN_APART.contains(property) && !left.isEmpty()) {
                byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(row(property, left, 1));
            }
        });
        return byPart.entrySet().stream()
                .map(entry ->
                        new ThingPage.Group(entry.getKey().name().toLowerCase(Locale.ROOT), sorted(entry.getValue())))
                .toList();
    }

    /** A code that the table of identifiers shows already is not shown twice. */
    private static List<Term> without(List<Term> codes, List<ThingPage.Identifier> identifiers) {
        return codes.stream()
                .filter(code -> identifiers.stream().noneMatch(i -> i.code().equals(code.text())))
                .toList();
    }

    /** {@return the classes without those that say no more than another of them} */
    private List<Term> withoutWider(List<Term> classes) {
        List<Term> narrow = classes.stream()
                .filter(type -> !lexicon.repetitions().contains(type.text()))
                .toList();
        return narrow.isEmpty() ? classes : narrow;
    }

    private Map<String, List<Term>> byProperty(Term subject) {
        Map<String, List<Term>> byProperty = new LinkedHashMap<>();
        for (Quad triple : description.about(subject)) {
            if (!isRepetition(triple)) {
                byProperty
                        .computeIfAbsent(triple.predicate().value(), p -> new ArrayList<>())
                        .add(triple.object());
            }
        }
        return byProperty;
    }

    /** What points to a thing is listed apart; what a wider property says is said by a narrower one of the same value. */
    private boolean isRepetition(Quad triple) {
        Repetitions repetitions = lexicon.repetitions();
        String property = triple.predicate().value();
        return repetitions.turned().contains(property)
                || repetitions.wider().contains(property)
                        && description.about(triple.subject()).stream()
                                .anyMatch(other -> other.object().equals(triple.object())
                                        && !repetitions.contains(
                                                other.predicate().value()));
    }

    private Shown.Row row(String property, List<Term> values, int depth) {
        List<Shown> shown = values.stream()
                .sorted(Comparator.comparing(this::isForeign).thenComparing(Term::text))
                .map(value -> shown(value, depth))
                .toList();
        return new Shown.Row(iri(property), shown);
    }

    private List<Shown.Row> sorted(List<Shown.Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.property().text().toLowerCase(locale)))
                .toList();
    }

    private Shown shown(Term value, int depth) {
        if (value instanceof Term.Literal literal) {
            String language = literal.language().equals(locale.getLanguage()) ? "" : literal.language();
            return Shown.text(literal.lexical(), language, lexicon.shorten(literal.datatype()));
        }
        boolean isPart = value.text().startsWith(thing.value() + "#") || value instanceof Term.BlankNode;
        if (isPart && depth < DEEPEST && !description.about(value).isEmpty()) {
            List<Shown.Row> parts = byProperty(value).entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(TYPE.value()))
                    .filter(entry -> !entry.getValue().contains(thing))
                    .map(entry -> row(entry.getKey(), entry.getValue(), depth + 1))
                    .toList();
            return new Shown("", "", "", false, "", sorted(parts));
        }
        return iri(value);
    }

    private Shown iri(Term term) {
        return iri(term.text());
    }

    private Shown iri(String iri) {
        return Shown.iri(iri, lexicon, base, locale);
    }

    private boolean isForeign(Term value) {
        return value instanceof Term.Literal literal
                && !literal.language().isEmpty()
                && !literal.language().equals(locale.getLanguage());
    }

    private List<ThingPage.Identifier> identifiers() {
        List<String> elsewhere = description.objects(thing, OWL + "sameAs").stream()
                .map(Term::text)
                .toList();
        List<ThingPage.Identifier> identifiers = new ArrayList<>();
        for (Term identifier : description.objects(thing, ADMS + "identifier")) {
            Optional<String> code =
                    description.object(identifier, SKOS + "notation").map(Term::text);
            Optional<Term> scheme = description.object(identifier, SKOS + "inScheme");
            if (code.isPresent() && scheme.isPresent()) {
                identifiers.add(identifier(scheme.get(), code.get(), elsewhere));
            }
        }
        identifiers.sort(Comparator.comparing(i -> i.scheme().text()));
        return identifiers;
    }

    private ThingPage.Identifier identifier(Term scheme, String code, List<String> elsewhere) {
        String schemeName = scheme.text().substring(scheme.text().lastIndexOf('/') + 1);
        String link = elsewhere.stream()
                .filter(iri -> iri.endsWith("/" + code))
                .findFirst()
                .map(iri -> Shown.href(iri, base))
                .orElse("");
        String resolver = "/resolve/%s/%s".formatted(RequestPath.toUri(schemeName), RequestPath.encode(code));
        return new ThingPage.Identifier(iri(scheme), code, resolver, link);
    }

    /** Parts that are observations of a statistical cube, as a table for each cube. */
    private List<ThingPage.Series> series() {
        Map<String, List<Term>> observations = new TreeMap<>();
        Set<Term> seen = new LinkedHashSet<>();
        for (Quad triple : description.pointingTo(new Term.Iri(QB + "Observation"))) {
            if (seen.add(triple.subject())) {
                String cube = description
                        .object(triple.subject(), QB + "dataSet")
                        .map(Term::text)
                        .orElse("");
                observations.computeIfAbsent(cube, c -> new ArrayList<>()).add(triple.subject());
            }
        }
        return observations.values().stream().map(this::series).toList();
    }

    private ThingPage.Series series(List<Term> observations) {
        Set<String> columns = new LinkedHashSet<>();
        observations.forEach(o -> byProperty(o).forEach((property, values) -> {
            if (!property.equals(TYPE.value()) && !property.equals(QB + "dataSet") && !values.contains(thing)) {
                columns.add(property);
            }
        }));
        List<List<Shown>> rows = observations.stream()
                .sorted(Comparator.comparing(Term::text))
                .map(o -> columns.stream()
                        .map(column -> description
                                .object(o, column)
                                .map(value -> shown(value, DEEPEST))
                                .orElse(Shown.text("", "", "")))
                        .toList())
                .toList();
        return new ThingPage.Series(columns.stream().map(this::iri).toList(), rows);
    }

    private Optional<PointMap> map() {
        return description.triples().stream()
                .filter(triple -> triple.predicate().value().equals(GEO + "asWKT"))
                .findFirst()
                .flatMap(triple -> PointMap.of(triple.object().text(), outlines));
    }
}
