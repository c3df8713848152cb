package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.materialisation.Repetitions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.ThingTitle;
import fr.pleiade.web.page.WhyAddress;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.Sayings;
import fr.pleiade.web.shape.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private String edition = "";

    ThingPageBuilder(InMemoryGraph description, Term.Iri thing, Lexicon lexicon, String base, Locale locale) {
        this.description = description;
        this.thing = thing;
        this.lexicon = lexicon;
        this.grouping = new Grouping(lexicon.ontology());
        this.base = base;
        this.locale = locale;
    }

    /** Says of its values that it is told where they come from, at the addresses of an edition with this prefix. */
    ThingPageBuilder of(String prefix) {
        edition = prefix;
        return this;
    }

    /**
     * {@return the page}
     *
     * @param shape what its class's page shows, if the site says it
     * @param lists what leads to the thing
     * @param figures what cubes say of it
     */
    ThingPage build(
            List<Term.Iri> datasets,
            Optional<PageShape> shape,
            Sayings said,
            IncomingLists lists,
            CubeFigures figures) {
        List<ThingPage.Identifier> identifiers = identifiers();
        Words words = new Words(said, lexicon, locale);
        List<ThingPage.Incoming> named = shape.map(lists::of).orElse(List.of());
        return new ThingPage(
                head(shape, words, said),
                datasets.stream().map(this::iri).toList(),
                shape.map(s -> sections(s, words, said)).orElse(List.of()),
                groups(identifiers),
                identifiers,
                new Observations(description, thing, lexicon, base, locale).series(figures.slices()),
                figures.drawn(),
                figures.others(),
                Located.in(description),
                named,
                lists.others(shape.map(ThingPageBuilder::listed).orElse(Set.of()), figures.observations()));
    }

    private static Set<String> listed(PageShape shape) {
        return shape.properties().stream()
                .filter(PageShape.Property::isList)
                .flatMap(property -> property.path().backwards().stream())
                .collect(Collectors.toSet());
    }

    private ThingPage.Head head(Optional<PageShape> shape, Words words, Sayings said) {
        ThingTitle title = ThingTitle.of(thing, description, lexicon, base, locale);
        List<Shown> types =
                lexicon
                        .narrowest(description.objects(thing, TYPE.value()).stream()
                                .map(Term::text)
                                .toList())
                        .stream()
                        .map(type -> Shown.iri(type, lexicon, base, locale))
                        .toList();
        return new ThingPage.Head(
                thing.value(),
                title.text(),
                title.language().equals(locale.getLanguage()) ? "" : title.language(),
                types,
                shape.flatMap(s -> words.say(s, s.kind(), thing)).orElse(""),
                shape.flatMap(s -> words.say(s, s.summary(), thing)).orElse(""),
                shape.map(s -> rows(s, words, said, PageShape.Property::isFigure))
                        .orElse(List.of()));
    }

    private List<ThingPage.Section> sections(PageShape shape, Words words, Sayings said) {
        return shape.properties().stream()
                .flatMap(property -> property.group().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(PageShape.Group::order).thenComparing(PageShape.Group::iri))
                .map(group -> section(group, shape, words, said))
                .filter(section ->
                        !section.rows().isEmpty() || section.history().isPresent())
                .toList();
    }

    private ThingPage.Section section(PageShape.Group group, PageShape shape, Words words, Sayings said) {
        Predicate<PageShape.Property> isIn =
                property -> property.group().filter(group::equals).isPresent();
        return new ThingPage.Section(
                group.name().in(locale),
                new HistoryLine(thing, shape, said, words, base, locale).of(isIn, this::explained),
                rows(shape, words, said, property -> isIn.test(property) && !property.isEvent()));
    }

    private List<Shown.Row> rows(PageShape shape, Words words, Sayings said, Predicate<PageShape.Property> wanted) {
        List<Shown.Row> rows = new ArrayList<>();
        for (PageShape.Property property : shape.properties()) {
            if (!property.isList() && wanted.test(property)) {
                List<Shown> values = inOneLanguage(property.path().from(thing, said)).stream()
                        .flatMap(value -> shown(value, shape, property, words)
                                .map(shown ->
                                        explained(shown, value, property.path().last()))
                                .stream())
                        .toList();
                if (!values.isEmpty()) {
                    rows.add(new Shown.Row(Shown.text(property.label(lexicon, locale), "", ""), values));
                }
            }
        }
        return rows;
    }

    /** {@return texts in the reader's language where there are any, and all that has none} */
    private List<Term> inOneLanguage(Collection<Term> values) {
        boolean isSpoken = values.stream()
                .anyMatch(
                        value -> value instanceof Term.Literal l && l.language().equals(locale.getLanguage()));
        return values.stream()
                .filter(value -> !isSpoken || !isForeign(value))
                .sorted(Comparator.comparing(this::isForeign))
                .toList();
    }

    /** What is not so, of what is so or not, is not worth a row; what is so says it in the shape's words. */
    private Optional<Shown> shown(Term value, PageShape shape, PageShape.Property property, Words words) {
        if (value instanceof Term.Literal literal
                && literal.datatype().equals(XSD + "boolean")
                && Set.of("false", "0").contains(literal.lexical())) {
            return Optional.empty();
        }
        if (!property.value().isEmpty()) {
            return words.say(shape, property.value(), value)
                    .map(text -> new Shown(
                            text,
                            value instanceof Term.Iri iri && !isPart(iri) ? Shown.href(iri.value(), base) : "",
                            "",
                            value instanceof Term.Iri iri && !iri.value().startsWith(base),
                            "",
                            List.of()));
        }
        return Optional.of(shown(value, DEEPEST));
    }

    private List<ThingPage.Group> groups(List<ThingPage.Identifier> identifiers) {
        Map<Grouping.Part, List<Shown.Row>> byPart = new EnumMap<>(Grouping.Part.class);
        byProperty(thing).forEach((property, values) -> {
            Grouping.Part part = grouping.of(property);
            List<Term> left = part == Grouping.Part.CODES ? without(values, identifiers) : values;
            if (!SHOWN_APART.contains(property) && !left.isEmpty()) {
                byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(row(thing, property, left, 1));
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

    private Shown.Row row(Term subject, String property, List<Term> values, int depth) {
        List<Shown> shown = values.stream()
                .sorted(Comparator.comparing(this::isForeign).thenComparing(Term::text))
                .map(value -> explained(
                        shown(value, depth), new Quad(subject, new Term.Iri(property), value, Quad.DEFAULT_GRAPH)))
                .toList();
        return new Shown.Row(iri(property), shown);
    }

    /** {@return a value with the address where it is told where it comes from, if the thing or a part of it has it by one of the properties} */
    private Shown explained(Shown shown, Term value, Set<String> properties) {
        return description.pointingTo(value).stream()
                .filter(said -> properties.contains(said.predicate().value()))
                .min(Comparator.comparing(said -> !said.subject().equals(thing)))
                .map(said -> explained(shown, said))
                .orElse(shown);
    }

    /** A property's only value needs not be written into the address. */
    private Shown explained(Shown shown, Quad said) {
        if (!(said.subject() instanceof Term.Iri subject) || !shown.parts().isEmpty()) {
            return shown;
        }
        String property = said.predicate().value();
        boolean isOnly = description.objects(subject, property).size() == 1;
        return shown.explainedAt("/" + edition
                + (isOnly
                        ? WhyAddress.of(subject, property, lexicon, base)
                        : WhyAddress.of(subject, property, said.object(), lexicon, base)));
    }

    private List<Shown.Row> sorted(List<Shown.Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.property().text().toLowerCase(locale)))
                .toList();
    }

    private Shown shown(Term value, int depth) {
        if (value instanceof Term.Literal literal) {
            return Shown.literal(literal, lexicon, locale);
        }
        if (isPart(value) && depth < DEEPEST && !description.about(value).isEmpty()) {
            List<Shown.Row> parts = byProperty(value).entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(TYPE.value()))
                    .filter(entry -> !entry.getValue().contains(thing))
                    .map(entry -> row(value, entry.getKey(), entry.getValue(), depth + 1))
                    .toList();
            return new Shown("", "", "", false, fragment(value), sorted(parts));
        }
        return iri(value);
    }

    private boolean isPart(Term value) {
        return value.text().startsWith(thing.value() + "#") || value instanceof Term.BlankNode;
    }

    private String fragment(Term value) {
        String prefix = thing.value() + "#";
        return value.text().startsWith(prefix) ? value.text().substring(prefix.length()) : "";
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
            Optional<Term> system = description.object(identifier, DCT + "conformsTo");
            if (code.isPresent() && system.isPresent()) {
                identifiers.add(new ThingPage.Identifier(
                        iri(system.get()), code.get(), fragment(identifier), elsewhere(code.get(), elsewhere)));
            }
        }
        identifiers.sort(Comparator.comparing(i -> i.scheme().text()));
        return identifiers;
    }

    /** {@return the address of the same thing in the register: one that has the code between slashes, or at its end} */
    private String elsewhere(String code, List<String> same) {
        return same.stream()
                .filter(iri -> (iri + "/").contains("/" + code + "/"))
                .findFirst()
                .map(iri -> Shown.href(iri, base))
                .orElse("");
    }
}
