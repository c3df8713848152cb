package fr.pleiade.web.why;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a graph has what no row says of its cubes: observations that count things of the graph ({@code cube:counts}), and cubes that are said
 * in the words of cube.link too ({@code cube:alsoAs}).
 */
final class CubeReasons {
    /** How many of the things that were counted are told. */
    static final int MOST = 12;

    /** Among how many that have one of the values they are looked for. */
    private static final int LOOKED_AT = 5_000;

    private final Release release;
    private final Rows rows;

    /** Finds the rows that say a statement of a graph. */
    @FunctionalInterface
    interface Rows {
        List<Reason.Row> of(Quad statement, String slug) throws IOException;
    }

    CubeReasons(Release release, Rows rows) {
        this.release = release;
        this.rows = rows;
    }

    /** {@return why a graph says something, if that is because of a cube} */
    Optional<Reason> of(Quad statement, String slug) throws IOException {
        Optional<Reason> counted = counted(statement, slug);
        return counted.isPresent() ? counted : restated(statement, slug);
    }

    private Optional<Reason> counted(Quad statement, String slug) throws IOException {
        Term observation = statement.subject();
        InMemoryGraph said = release.about(slug, observation);
        Optional<Term> dataSet = said.object(observation, QB + "dataSet");
        if (dataSet.isEmpty()) {
            return Optional.empty();
        }
        InMemoryGraph cube = described(dataSet.get());
        Optional<Term> type = cube.object(dataSet.get(), CUBE + "counts");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Term> share = cube.object(dataSet.get(), CUBE + "shareOf");
        Map<String, Term> place = new LinkedHashMap<>();
        for (String dimension : dimensions(dataSet.get(), cube)) {
            said.object(observation, dimension).ifPresent(value -> place.put(dimension, value));
        }
        String asked = statement.predicate().value();
        String told = place.containsKey(asked) ? asked : share.map(Term::text).orElse(TYPE.value());
        List<Reason.Said> from = new ArrayList<>();
        for (Term thing : candidates(place, slug)) {
            InMemoryGraph about = release.about(slug, thing);
            if (from.size() < MOST && isCounted(thing, about, type.get(), share, place)) {
                Term value = place.containsKey(told)
                        ? place.get(told)
                        : about.object(thing, told).orElseThrow();
                from.add(said(
                        new Quad(thing, new Term.Iri(told), told.equals(TYPE.value()) ? type.get() : value), slug));
            }
        }
        return Optional.of(new Reason.Counted(type.get(), share, List.copyOf(place.keySet()), from));
    }

    private static boolean isCounted(
            Term thing, InMemoryGraph about, Term type, Optional<Term> share, Map<String, Term> place) {
        return about.objects(thing, TYPE.value()).contains(type)
                && place.entrySet().stream()
                        .allMatch(each -> about.objects(thing, each.getKey()).contains(each.getValue()))
                && share.map(property -> about.objects(thing, property.text()).size() == 1)
                        .orElse(true);
    }

    /** {@return what has one of the values, that which the fewest have; nothing where no value is a thing} */
    private List<Term> candidates(Map<String, Term> place, String slug) {
        List<Term> fewest = List.of();
        for (Map.Entry<String, Term> each : place.entrySet()) {
            List<Term> having = each.getValue() instanceof Term.Iri
                    ? release.inverse().subjects(slug, each.getValue(), each.getKey(), LOOKED_AT)
                    : List.of();
            if (!having.isEmpty() && (fewest.isEmpty() || having.size() < fewest.size())) {
                fewest = having;
            }
        }
        return fewest;
    }

    private List<String> dimensions(Term dataSet, InMemoryGraph cube) {
        return cube.objects(dataSet, QB + "structure").stream()
                .flatMap(structure -> described(structure).objects(structure, QB + "component").stream())
                .flatMap(component -> described(component).objects(component, QB + "dimension").stream())
                .map(Term::text)
                .toList();
    }

    private InMemoryGraph described(Term part) {
        return release.about(PublishedGraph.VOCABULARY, part);
    }

    private Optional<Reason> restated(Quad statement, String slug) throws IOException {
        String subject = statement.subject().text();
        boolean isMember = statement.predicate().value().equals(CUBE_LINK + "observation");
        Optional<Term> observation = observation(isMember ? statement.object().text() : subject);
        Optional<Term> dataSet =
                observation.flatMap(each -> release.about(slug, each).object(each, QB + "dataSet"));
        Term.Iri cube = new Term.Iri(dataSet.map(Term::text).orElse(subject.replaceFirst("#.*", "")));
        if (!described(cube).objects(cube, CUBE + "alsoAs").contains(new Term.Iri(CUBE_LINK))) {
            return Optional.empty();
        }
        List<Reason.Said> from = new ArrayList<>();
        if (observation.isPresent() && dataSet.isPresent()) {
            Quad first = first(statement, observation.get(), dataSet.get(), slug);
            Reason.Said said = said(first, slug);
            from.add(said);
            if (said.rows().isEmpty()) {
                counted(first, slug).ifPresent(reason -> from.addAll(((Reason.Counted) reason).from()));
            }
        }
        return Optional.of(new Reason.Restated(from));
    }

    /** {@return the observation of RDF Data Cube that is said again at an address} */
    private static Optional<Term> observation(String address) {
        return address.endsWith("#link") || address.endsWith("-link")
                ? Optional.of(new Term.Iri(address.substring(0, address.length() - "#link".length())))
                : Optional.empty();
    }

    /** {@return the statement of RDF Data Cube that another says again; where it says none, that the observation is of its cube} */
    private Quad first(Quad statement, Term observation, Term dataSet, String slug) {
        return release.about(slug, observation).triples().stream()
                .filter(quad -> quad.predicate().equals(statement.predicate())
                        && quad.object().text().equals(statement.object().text()))
                .findFirst()
                .orElse(new Quad(observation, new Term.Iri(QB + "dataSet"), dataSet));
    }

    private Reason.Said said(Quad statement, String slug) throws IOException {
        return new Reason.Said(statement, rows.of(statement, slug));
    }
}
