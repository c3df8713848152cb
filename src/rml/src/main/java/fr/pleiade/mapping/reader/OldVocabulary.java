package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.R2RML;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mappings of the years before 2023, in the vocabularies of R2RML and of RML's first namespace, put into today's words.
 *
 * <p>Each triple keeps its line. A document may mix the vocabularies.
 *
 * @see <a href="https://www.w3.org/TR/r2rml/#vocabulary">R2RML, section 12</a>
 * @see <a href="https://rml.io/specs/rml/">RML, before it became a community specification</a>
 * @see <a href="https://rml.io/specs/fnml/">FNML, likewise</a>
 */
final class OldVocabulary {
    private static final String FNML = "http://semweb.mmlab.be/ns/fnml#";
    private static final String FNO_EXECUTES = "#executes";
    /** Words of these that today's RML does not have are kept, so that they are refused as they are written. */
    private static final List<String> OTHERS = List.of("http://semweb.mmlab.be/ns/", "http://carml.taxonic.com/carml/");

    private static final List<String> NAMESPACES = List.of(
            R2RML,
            "http://semweb.mmlab.be/ns/rml#",
            "http://semweb.mmlab.be/ns/ql#",
            "http://semweb.mmlab.be/ns/rml-target#",
            "http://semweb.mmlab.be/ns/rml-compression#",
            "http://w3id.org/rml/ql/",
            "http://w3id.org/rml/comp/",
            "http://w3id.org/rml/enc/");
    /** FNML has two generations of its own: function values, and executions, whose words are nearly today's. */
    private static final Map<String, String> RENAMED = Map.of(
            R2RML + "column", Rml.REFERENCE,
            FNML + "functionValue", Rml.FUNCTION_EXECUTION,
            FNML + "execution", Rml.FUNCTION_EXECUTION,
            FNML + "function", Rml.FUNCTION,
            FNML + "functionMap", Rml.FUNCTION_MAP,
            FNML + "input", Rml.INPUT,
            FNML + "parameter", Rml.PARAMETER,
            FNML + "parameterMap", Rml.PARAMETER_MAP,
            FNML + "value", Rml.INPUT_VALUE,
            FNML + "valueMap", Rml.INPUT_VALUE_MAP);

    private final InMemoryGraph old;
    private final InMemoryGraph normalised = new InMemoryGraph();
    private final Map<String, String> written = new HashMap<>();
    private final Set<Term> executions;
    private int inputs;

    private OldVocabulary(InMemoryGraph old) {
        this.old = old;
        this.executions = old.triples().stream()
                .filter(triple -> triple.predicate().value().equals(FNML + "functionValue"))
                .map(Quad::object)
                .collect(Collectors.toSet());
    }

    /** {@return a mapping in whatever words} */
    static OldVocabulary of(InMemoryGraph graph) {
        OldVocabulary vocabulary = new OldVocabulary(graph);
        graph.triples().forEach(vocabulary::normalise);
        vocabulary.normalised.addPrefixes(graph.prefixes());
        return vocabulary;
    }

    /** {@return the same mapping in today's words} */
    InMemoryGraph normalised() {
        return normalised;
    }

    /** {@return what the document writes for each of today's words that it has in older ones} */
    Map<String, String> written() {
        return Collections.unmodifiableMap(written);
    }

    /** {@return whether an IRI is of a vocabulary of mappings, so that it is either understood or refused} */
    static boolean isOfMappings(String iri) {
        return Stream.of(NAMESPACES, OTHERS, List.of(Rml.NAMESPACE))
                .flatMap(List::stream)
                .anyMatch(iri::startsWith);
    }

    private void normalise(Quad triple) {
        String property = property(triple.predicate().value());
        note(triple.predicate().value(), property);
        note(triple.object().text(), renamed(triple.object()).text());
        if (!executions.contains(triple.subject())) {
            add(triple.subject(), property, renamed(triple.object()), old.line(triple));
        } else if (property.equals(Rml.PREDICATE_OBJECT_MAP)) {
            input(triple.subject(), triple.object(), old.line(triple));
        }
    }

    private static String property(String iri) {
        String renamed = renamed(iri);
        return Rml.PROPERTIES.contains(renamed) ? renamed : iri;
    }

    private void note(String word, String today) {
        if (!word.equals(today)) {
            written.putIfAbsent(today, word);
        }
    }

    /** A function value was a triples map whose predicates are the parameters. */
    private void input(Term execution, Term pair, long line) {
        Optional<Term> parameter = constant(pair, "predicate");
        if (parameter.isPresent() && parameter.get().text().endsWith(FNO_EXECUTES)) {
            constant(pair, "object").ifPresent(function -> add(execution, Rml.FUNCTION, function, line));
            return;
        }
        Term input = new Term.BlankNode("input" + inputs++);
        add(execution, Rml.INPUT, input, line);
        parameter.ifPresent(name -> add(input, Rml.PARAMETER, name, line));
        old.object(pair, R2RML + "object").ifPresent(value -> add(input, Rml.INPUT_VALUE, value, line));
        old.object(pair, R2RML + "objectMap").ifPresent(map -> add(input, Rml.INPUT_VALUE_MAP, map, line));
    }

    private Optional<Term> constant(Term pair, String property) {
        return old.object(pair, R2RML + property)
                .or(() ->
                        old.object(pair, R2RML + property + "Map").flatMap(map -> old.object(map, R2RML + "constant")));
    }

    private void add(Term subject, String property, Term object, long line) {
        normalised.add(new Quad(subject, new Term.Iri(property), object), line);
    }

    /** {@return an IRI of the old vocabularies in today's; any other term as it is} */
    static Term renamed(Term term) {
        return term instanceof Term.Iri iri ? new Term.Iri(renamed(iri.value())) : term;
    }

    private static String renamed(String iri) {
        String renamed = RENAMED.get(iri);
        if (renamed != null) {
            return renamed;
        }
        for (String namespace : NAMESPACES) {
            if (iri.startsWith(namespace)) {
                return Rml.NAMESPACE + iri.substring(namespace.length());
            }
        }
        return iri;
    }
}
