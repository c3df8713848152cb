package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A mapping's graph as it is being read, and what was found wrong with it so far. */
final class MappingDocument {
    private final String name;
    private final InMemoryGraph graph;
    private final Functions functions;
    private final List<MappingError> errors = new ArrayList<>();

    MappingDocument(String name, InMemoryGraph graph, Functions functions) {
        this.name = name;
        this.functions = functions;
        this.graph = graph;
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
        return graph.objects(about, property);
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
            error(about, "%s is missing in %s", shorten(property), describe(about));
        }
        return object;
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

    String shorten(String iri) {
        if (iri.startsWith(Rml.NAMESPACE)) {
            return "rml:" + iri.substring(Rml.NAMESPACE.length());
        }
        String shortened = graph.prefixes().shorten(iri);
        return shortened.equals(iri) ? "<" + iri + ">" : shortened;
    }

    /** Notes each property of RML's namespace that RML does not have. */
    void refuseUnknownProperties() {
        for (Quad quad : graph.triples()) {
            String property = quad.predicate().value();
            if (property.startsWith(Rml.NAMESPACE) && !Rml.PROPERTIES.contains(property)) {
                String advice = Spelling.closest(property, Rml.PROPERTIES)
                        .map(known -> "; did you mean " + shorten(known) + "?")
                        .orElse("");
                errors.add(new MappingError(
                        name, graph.line(quad), shorten(property) + " is not a property that RML has" + advice));
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
