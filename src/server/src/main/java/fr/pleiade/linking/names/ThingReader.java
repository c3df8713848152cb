package fr.pleiade.linking.names;

import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The named things of one graph, read from its sorted file in one pass.
 *
 * <p>What a {@code #} part of a thing says of places, codes and geometry is said of the thing. Parts stand before the thing in a sorted
 * file, though not always next to it, so a thing waits until no more of it can come. Memory: those that wait, a handful.
 */
final class ThingReader {
    private static final Set<String> OF_VOCABULARIES = Set.of(OWL, RDFS, RDF);

    private final String graph;
    private final String base;
    private final NameRules rules;
    private final PlaceNames places;
    private final Consumer<NamedThing> things;
    private final Set<String> own;
    private final Deque<ThingBuilder> waiting = new ArrayDeque<>();

    /**
     * @param graph the slug of the graph
     * @param base what the IRIs of the things begin with
     * @param places finds what places are called
     * @param things takes each thing that has a name
     */
    ThingReader(String graph, String base, NameRules rules, PlaceNames places, Consumer<NamedThing> things) {
        this(graph, base, rules, places, things, Set.of());
    }

    /** @param own the {@code #} parts that are things of their own */
    ThingReader(
            String graph,
            String base,
            NameRules rules,
            PlaceNames places,
            Consumer<NamedThing> things,
            Set<String> own) {
        this.own = own;
        this.graph = graph;
        this.base = base;
        this.rules = rules;
        this.places = places;
        this.things = things;
    }

    /** @param sortedGraph N-Quads in the order of their bytes */
    void read(Path sortedGraph) {
        GraphLines.read(sortedGraph, predicates(), this::add);
        while (!waiting.isEmpty()) {
            finish(waiting.pop());
        }
    }

    private Set<String> predicates() {
        Set<String> all = new TreeSet<>(rules.properties());
        all.add(TYPE.value());
        all.add(GEO + "asWKT");
        all.add(SKOS + "notation");
        all.add(SKOS + "inScheme");
        return all.stream().map(iri -> new Term.Iri(iri).toNTriples()).collect(Collectors.toSet());
    }

    private void add(Quad quad) {
        if (!(quad.subject() instanceof Term.Iri subject) || !subject.value().startsWith(base)) {
            return;
        }
        String iri = subject.value();
        int hash = own.contains(iri) ? -1 : iri.indexOf('#');
        String owner = hash < 0 ? iri : iri.substring(0, hash);
        while (!waiting.isEmpty() && !owner.startsWith(waiting.peek().iri())) {
            finish(waiting.pop());
        }
        if (waiting.isEmpty() || !waiting.peek().iri().equals(owner)) {
            waiting.push(new ThingBuilder(owner, graph, rules));
        }
        if (hash < 0) {
            waiting.peek().add(quad);
        } else {
            waiting.peek().addOfPart(iri.substring(hash), quad);
        }
    }

    private void finish(ThingBuilder thing) {
        if (thing.hasName()
                && thing.types().stream().noneMatch(type -> isOfVocabularies(type) || rules.isUnsearched(type))) {
            things.accept(thing.build(places));
        }
    }

    /** Classes and properties are no things that are looked for by name. */
    private static boolean isOfVocabularies(String type) {
        return OF_VOCABULARIES.stream().anyMatch(type::startsWith);
    }
}
