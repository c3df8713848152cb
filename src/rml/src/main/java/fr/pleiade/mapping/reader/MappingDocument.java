package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.RDF;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping's graph as it is being read, and what was found wrong with it so far. */
final class MappingDocument {
    private static final String FIRST = RDF + "first";
    private static final String REST = RDF + "rest";
    private static final String NIL = RDF + "nil";

    /** Words of modules that the engine does not have, by their local names. */
    private static final Map<String, String> NOT_READ = Map.ofEntries(
            Map.entry("gather", "RML-CC"),
            Map.entry("gatherAs", "RML-CC"),
            Map.entry("allowEmptyListAndContainer", "RML-CC"),
            Map.entry("strategy", "RML-CC"),
            Map.entry("quotedTriplesMap", "RML-Star"),
            Map.entry("starMap", "RML-Star"),
            Map.entry("parentTermMap", "a join whose condition is a function"),
            Map.entry("logicalTable", "tables of a database (R2RML)"),
            Map.entry("tableName", "tables of a database (R2RML)"),
            Map.entry("sqlQuery", "tables of a database (R2RML)"),
            Map.entry("sqlVersion", "tables of a database (R2RML)"),
            Map.entry("query", "queries to a database"),
            Map.entry("inverseExpression", "tables of a database (R2RML)"),
            Map.entry("ldes", "event streams (LDES)"));

    private final String name;
    private final InMemoryGraph graph;
    private final Map<String, String> written;
    private final Functions functions;
    private final List<MappingError> errors = new ArrayList<>();

    /** The properties that somebody has asked for, by the resources that have been read. */
    private final Map<Term, Set<String>> asked = new HashMap<>();

    MappingDocument(String name, OldVocabulary words, Functions functions) {
        this.name = name;
        this.graph = words.normalised();
        this.written = words.written();
        this.functions = functions;
    }

    /** {@return the functions that it can call} */
    Functions functions() {
        return functions;
    }

    InMemoryGraph graph() {
        return graph;
    }

    /** Notes what is wrong with the statements about a resource. */
    void error(Term about, String problem, Object... values) {
        errors.add(new MappingError(name, graph.line(about), problem.formatted(values)));
    }

    /** Notes what is wrong at a line. */
    void error(long line, String problem) {
        errors.add(new MappingError(name, line, problem));
    }

    /** Notes what is wrong with a resource's property. */
    void errorAt(Term about, String property, String problem, Object... values) {
        errors.add(new MappingError(name, line(about, property), problem.formatted(values)));
    }

    /** {@return the line of a resource's property, or of the resource where it has none} */
    long line(Term about, String property) {
        return graph.about(about).stream()
                .filter(quad -> quad.predicate().value().equals(property))
                .findFirst()
                .map(graph::line)
                .orElseGet(() -> graph.line(about));
    }

    /** {@return the objects of a property} */
    List<Term> all(Term about, String property) {
        asked.computeIfAbsent(about, resource -> new HashSet<>()).add(property);
        return graph.objects(about, property);
    }

    /** {@return the items of a list, or the term itself where it is none} */
    List<Term> items(Term list) {
        List<Term> items = new ArrayList<>();
        Optional<Term> rest = Optional.of(list);
        while (rest.isPresent() && items.size() < graph.size()) {
            Optional<Term> first = graph.object(rest.get(), FIRST);
            if (first.isEmpty()) {
                return items.isEmpty() && !list.text().equals(NIL) ? List.of(list) : items;
            }
            items.add(first.get());
            rest = graph.object(rest.get(), REST);
        }
        return items;
    }

    /** {@return the object of a property that may be there once; several are an error} */
    Optional<Term> atMostOne(Term about, String property) {
        List<Term> objects = all(about, property);
        if (objects.size() > 1) {
            errorAt(about, property, "%s has %d values, expected one", shorten(property), objects.size());
        }
        return objects.stream().findFirst();
    }

    /** {@return the object of a property that must be there once; anything else is an error} */
    Optional<Term> exactlyOne(Term about, String property) {
        Optional<Term> object = atMostOne(about, property);
        if (object.isEmpty()) {
            missing(about, "%s is missing in %s", shorten(property), describe(about));
        }
        return object;
    }

    /** Notes that something is missing, unless the resource says it in a word that is not read, and is refused for that alone. */
    void missing(Term about, String problem, Object... arguments) {
        boolean isSaidOtherwise = graph.about(about).stream()
                .map(quad -> quad.predicate().value())
                .anyMatch(property -> isUnknown(property) && NOT_READ.containsKey(Vocabulary.localName(property)));
        if (!isSaidOtherwise) {
            error(about, problem, arguments);
        }
    }

    /** {@return a term as a person would write it in the document} */
    String describe(Term term) {
        if (term instanceof Term.BlankNode) {
            List<String> properties = graph.about(term).stream()
                    .map(quad -> shorten(quad.predicate().value()))
                    .distinct()
                    .limit(3)
                    .toList();
            return properties.isEmpty() ? "[]" : "[ " + String.join(" …; ", properties) + " … ]";
        }
        return term instanceof Term.Iri iri ? shorten(iri.value()) : term.toNTriples();
    }

    /** {@return an IRI as the document writes it, where it can be known} */
    String shorten(String iri) {
        String word = written.getOrDefault(iri, iri);
        if (word.startsWith(Rml.NAMESPACE)) {
            return "rml:" + word.substring(Rml.NAMESPACE.length());
        }
        String shortened = graph.prefixes().shorten(word);
        return shortened.equals(word) ? "<" + word + ">" : shortened;
    }

    /** Notes each property of a mapping vocabulary that is not understood. */
    void refuseUnknownProperties() {
        for (Quad quad : graph.triples()) {
            String property = quad.predicate().value();
            if (isUnknown(property)) {
                errors.add(new MappingError(name, graph.line(quad), shorten(property) + refusal(property)));
            }
        }
    }

    private static boolean isUnknown(String property) {
        return OldVocabulary.isOfMappings(property) && !Rml.PROPERTIES.contains(property);
    }

    private String refusal(String property) {
        String localName = Vocabulary.localName(property);
        return Optional.ofNullable(NOT_READ.get(localName))
                .map(module -> " belongs to " + module + ": not read")
                .orElseGet(() -> " is not a property that RML has"
                        + Spelling.closest(
                                        localName,
                                        Rml.PROPERTIES.stream()
                                                .map(known -> known.substring(Rml.NAMESPACE.length()))
                                                .sorted()
                                                .toList())
                                .map(known -> "; did you mean " + shorten(Rml.NAMESPACE + known) + "?")
                                .orElse(""));
    }

    /**
     * Notes each property of RML that stands at a resource of which nobody has asked for it: it would be ignored in silence.
     *
     * <p>Tools write a term type also where nothing but the text is taken, as of a function's input; it does no harm there.
     */
    void refuseUnreadProperties() {
        for (Quad quad : graph.triples()) {
            String property = quad.predicate().value();
            Set<String> read = asked.getOrDefault(quad.subject(), Set.of());
            if (property.startsWith(Rml.NAMESPACE)
                    && !property.equals(Rml.TERM_TYPE)
                    && !read.isEmpty()
                    && !read.contains(property)) {
                errors.add(new MappingError(
                        name,
                        graph.line(quad),
                        "%s says nothing in %s; it belongs elsewhere, or to another way of saying the same"
                                .formatted(shorten(property), describe(quad.subject()))));
            }
        }
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** @throws MappingException if anything is wrong */
    void verify() {
        if (!errors.isEmpty()) {
            throw new MappingException(errors.stream()
                    .distinct()
                    .sorted(Comparator.comparingLong(MappingError::line))
                    .toList());
        }
    }
}
