package fr.pleiade.linking.names;

import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A thing in the making: takes what a graph says of it, line by line. */
final class ThingBuilder {
    private static final String NOTATION = SKOS + "notation";
    private static final String SCHEME = SKOS + "inScheme";
    private static final String WKT = GEO + "asWKT";

    private final String iri;
    private final String graph;
    private final NameRules rules;
    private final Map<String, Name> names = new LinkedHashMap<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, Set<String>> keyed = new TreeMap<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Map<String, List<String>> notations = new TreeMap<>();
    private final Map<String, List<String>> schemes = new TreeMap<>();
    private final Set<NamedThing.Place> places = new LinkedHashSet<>();
    private final Set<NamedThing.Kind> kinds = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private String point = "";
    private String begun = "";
    private String ended = "";

    ThingBuilder(String iri, String graph, NameRules rules) {
        this.iri = iri;
        this.graph = graph;
        this.rules = rules;
    }

    String iri() {
        return iri;
    }

    boolean hasName() {
        return names.values().stream().anyMatch(name -> name.role() != Name.Role.HIDDEN);
    }

    Set<String> types() {
        return types;
    }

    /** Adds what is said of the thing itself. */
    void add(Quad quad) {
        String property = quad.predicate().value();
        if (quad.predicate().equals(TYPE)) {
            types.add(quad.object().text());
        }
        if (quad.object() instanceof Term.Literal literal
                && !rules.keys(property).isEmpty()) {
            keyed.computeIfAbsent(property, key -> new LinkedHashSet<>()).add(literal.text());
        }
        addOfPart("", quad);
        rules.use(property).ifPresent(use -> add(use, property, quad.object()));
    }

    /** Adds what is said of a part: its codes, its place and its geometry are the thing's. */
    void addOfPart(String part, Quad quad) {
        switch (quad.predicate().value()) {
            case NOTATION -> {
                notations
                        .computeIfAbsent(part, name -> new ArrayList<>())
                        .add(quad.object().text());
                if (quad.object() instanceof Term.Literal code
                        && !rules.system(code.datatype()).isEmpty()) {
                    addScheme(part, code.datatype());
                }
            }
            case SCHEME -> addScheme(part, quad.object().text());
            case WKT -> point = point.isEmpty() ? quad.object().text() : point;
            default -> {
                boolean isPlace = rules.use(quad.predicate().value())
                        .filter(use -> use == NameRules.Use.PLACE_NAME)
                        .isPresent();
                if (isPlace && !part.isEmpty()) {
                    addPlaceName(quad);
                }
            }
        }
    }

    private void addScheme(String part, String scheme) {
        schemes.computeIfAbsent(part, name -> new ArrayList<>()).add(scheme);
    }

    private void addPlaceName(Quad quad) {
        places.add(new NamedThing.Place(
                quad.predicate().value(), "", List.of(quad.object().text())));
    }

    private void add(NameRules.Use use, String property, Term object) {
        switch (use) {
            case NAME -> addName(object, Name.Role.PREFERRED);
            case ALTERNATIVE_NAME -> addName(object, Name.Role.ALTERNATIVE);
            case ACRONYM -> addName(object, Name.Role.ACRONYM);
            case FORMER_NAME -> addName(object, Name.Role.FORMER);
            case HIDDEN_NAME -> addName(object, Name.Role.HIDDEN);
            case PLACE -> {
                if (object instanceof Term.Iri place) {
                    places.add(new NamedThing.Place(property, place.value(), List.of()));
                } else if (object instanceof Term.Literal) {
                    places.add(new NamedThing.Place(property, "", List.of(object.text())));
                }
            }
            case PLACE_NAME -> places.add(new NamedThing.Place(property, "", List.of(object.text())));
            case KIND -> {
                if (object instanceof Term.Iri kind) {
                    kinds.add(new NamedThing.Kind(property, kind.value()));
                }
            }
            case CODE -> {
                if (object instanceof Term.Literal) {
                    codes.add(object.text());
                }
            }
            case SITE -> NamedThing.host(object.text()).ifPresent(hosts::add);
            case BEGIN -> begun = object.text();
            case END -> ended = object.text();
        }
    }

    /** Said twice, a name is what is better; in two languages, it is of the first. */
    private void addName(Term object, Name.Role role) {
        if (object instanceof Term.Literal literal && !literal.text().isBlank()) {
            Name name = new Name(literal.text().strip(), literal.language(), role);
            names.merge(
                    name.text() + "\n" + name.language(),
                    name,
                    (first, second) -> isBetter(second, first) ? second : first);
        }
    }

    /** That a name is an acronym says more than that it is another name; else the better role holds. */
    private static boolean isBetter(Name second, Name first) {
        return second.role().compareTo(first.role()) < 0
                        && !(first.role() == Name.Role.ACRONYM && second.role() == Name.Role.ALTERNATIVE)
                || second.role() == Name.Role.ACRONYM && first.role() == Name.Role.ALTERNATIVE;
    }

    NamedThing build(PlaceNames placeNames) {
        List<String> all = rules.withSuperclasses(types);
        return new NamedThing(
                iri,
                graph,
                names.values().stream()
                        .sorted(Comparator.comparing(Name::role)
                                .thenComparing(Name::language)
                                .thenComparing(Name::text))
                        .toList(),
                all,
                allCodes(all),
                places.stream().map(place -> named(place, placeNames)).toList(),
                List.copyOf(kinds),
                point,
                begun,
                ended,
                List.copyOf(hosts));
    }

    private static NamedThing.Place named(NamedThing.Place place, PlaceNames names) {
        return place.iri().isEmpty()
                ? place
                : new NamedThing.Place(place.property(), place.iri(), names.of(place.iri()));
    }

    private List<NamedThing.Code> allCodes(List<String> all) {
        Set<NamedThing.Code> found = new LinkedHashSet<>();
        notations.forEach((part, texts) -> {
            String system = schemes.getOrDefault(part, List.of()).stream()
                    .map(rules::system)
                    .filter(slug -> !slug.isEmpty())
                    .findFirst()
                    .orElse("");
            texts.forEach(text -> found.add(new NamedThing.Code(system, text)));
        });
        keyed.forEach((property, texts) -> rules.keys(property).stream()
                .filter(key -> key.classes().isEmpty() || all.stream().anyMatch(key.classes()::contains))
                .forEach(key -> texts.forEach(text -> found.add(new NamedThing.Code(key.system(), text)))));
        codes.forEach(code -> found.add(new NamedThing.Code("", code)));
        Set<String> ofSystems = new LinkedHashSet<>();
        found.stream().filter(code -> !code.system().isEmpty()).forEach(code -> ofSystems.add(code.code()));
        return found.stream()
                .filter(code -> !code.system().isEmpty() || !ofSystems.contains(code.code()))
                .sorted(Comparator.comparing(NamedThing.Code::system).thenComparing(NamedThing.Code::code))
                .toList();
    }
}
