package fr.pleiade.web.conformance;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The promises of {@code promises.ttl}, in its order: the one place where their sentences stand. */
final class Promises {
    private static final String FILE = "promises.ttl";

    private final Map<String, Promise> byId;

    private Promises(Map<String, Promise> byId) {
        this.byId = byId;
    }

    /**
     * Reads the file, which is part of the program.
     *
     * @throws IllegalStateException if it is missing, or a promise in it lacks a sentence in one of the languages
     */
    static Promises read() {
        try (InputStream in = Promises.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return of(RdfReader.readGraph(in, FILE, Syntax.TURTLE, "urn:none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Promises of(InMemoryGraph graph) {
        Map<String, Promise> byId = new LinkedHashMap<>();
        for (Quad triple : graph.triples()) {
            if (triple.predicate().value().equals(DCT + "identifier")) {
                Promise promise = promise(graph, triple);
                if (byId.put(promise.id(), promise) != null) {
                    throw new IllegalStateException(FILE + ": " + promise.id() + " is there twice");
                }
            }
        }
        return new Promises(byId);
    }

    private static Promise promise(InMemoryGraph graph, Quad identifier) {
        Term promise = identifier.subject();
        List<Promise.Source> sources = graph.objects(promise, DCT + "source").stream()
                .map(source ->
                        new Promise.Source(text(graph, source, RDFS + "label"), text(graph, source, RDFS + "seeAlso")))
                .sorted(Comparator.comparing(Promise.Source::name))
                .toList();
        return new Promise(
                identifier.object().text(),
                new Text(title(graph, promise, "en"), title(graph, promise, "fr")),
                sources);
    }

    private static String title(InMemoryGraph graph, Term promise, String language) {
        return graph.objects(promise, DCT + "title").stream()
                .filter(title -> title instanceof Term.Literal literal
                        && literal.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s:%d: no dct:title in %s".formatted(FILE, graph.line(promise), language)))
                .text();
    }

    private static String text(InMemoryGraph graph, Term subject, String property) {
        return graph.object(subject, property)
                .orElseThrow(() ->
                        new IllegalStateException("%s:%d: no <%s>".formatted(FILE, graph.line(subject), property)))
                .text();
    }

    /** {@return all, in the order of the file} */
    Collection<Promise> all() {
        return byId.values();
    }

    /**
     * {@return the promise of this id}
     *
     * @throws IllegalArgumentException if there is none
     */
    Promise named(String id) {
        Promise promise = byId.get(id);
        if (promise == null) {
            throw new IllegalArgumentException(FILE + " has no promise " + id);
        }
        return promise;
    }
}
