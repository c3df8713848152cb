package fr.pleiade.syntax;

import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What IRIs are called in a JSON-LD document: prefixes, and terms for properties.
 *
 * <p>Shape: {@code {"@context": {"org": "http://www.w3.org/ns/org#", "height": {"@id": "https://…/vocab/hills#height"}}}}.
 *
 * @param prefixes the prefixes
 * @param terms the terms by the key that stands for them in the document; a key that is also a prefix is not used
 * @see <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD 1.1, section 3.1</a>
 */
public record JsonLdContext(Prefixes prefixes, SortedMap<String, Definition> terms) {
    /** The media type of {@link #write}. */
    public static final String MEDIA_TYPE = Syntax.JSON_LD.mediaType();

    /** Makes objects and arrays: {@code Json} itself looks for its library anew at each of them. Thread-safe. */
    static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    public JsonLdContext {
        TreeMap<String, Definition> usable = new TreeMap<>(terms);
        usable.keySet().removeAll(prefixes.namespaces().keySet());
        terms = Collections.unmodifiableSortedMap(usable);
    }

    /** What the values of a property have in common, so that it need not be said at each. */
    public enum Values {
        /** Nothing that is known: a string is a string, everything else says what it is. */
        ANY,
        /** They are IRIs, written as strings. */
        IRIS,
        /** They are literals of one datatype, written as strings. */
        TYPED,
        /** They are texts in languages, written as one object with a member for each language. */
        BY_LANGUAGE
    }

    /**
     * A property as the document calls it.
     *
     * @param iri the property's IRI
     * @param values what its values have in common; a value that is otherwise is written out under the property's IRI
     * @param datatype the datatype's IRI where the values are {@link Values#TYPED}, else {@code ""}
     */
    public record Definition(String iri, Values values, String datatype) {
        /** {@return a property of whose values this is known} */
        public static Definition of(String iri, Values values) {
            return new Definition(iri, values, "");
        }

        /** {@return a property whose values are literals of the datatype} */
        public static Definition typed(String iri, String datatype) {
            return new Definition(iri, Values.TYPED, datatype);
        }

        private JsonObject definition() {
            JsonObjectBuilder definition = BUILDERS.createObjectBuilder().add("@id", iri);
            switch (values) {
                case ANY -> {}
                case IRIS -> definition.add("@type", "@id");
                case TYPED -> definition.add("@type", datatype);
                case BY_LANGUAGE -> definition.add("@container", "@language");
            }
            return definition.build();
        }
    }

    /** {@return a context of prefixes alone} */
    public static JsonLdContext of(Prefixes prefixes) {
        return new JsonLdContext(prefixes, new TreeMap<>());
    }

    /** {@return as much of the context as the quads need} */
    JsonLdContext neededBy(Collection<Quad> quads) {
        Set<String> iris = iris(quads);
        TreeMap<String, String> usedPrefixes =
                new TreeMap<>(without(mistakableIn(quads)).prefixes().namespaces());
        usedPrefixes.values().removeIf(namespace -> iris.stream().noneMatch(iri -> iri.startsWith(namespace)));
        TreeMap<String, Definition> usedTerms = new TreeMap<>(terms);
        usedTerms.values().removeIf(term -> !iris.contains(term.iri()));
        return new JsonLdContext(new Prefixes(usedPrefixes), usedTerms);
    }

    /** {@return the prefixes that are also the scheme of an IRI in the quads: a reader would take {@code geo:48.1,2.3} for a short name} */
    Set<String> mistakableIn(Collection<Quad> quads) {
        Set<String> schemes = new TreeSet<>();
        iris(quads).forEach(iri -> schemes.add(iri.substring(0, iri.indexOf(':'))));
        schemes.retainAll(prefixes.namespaces().keySet());
        return schemes;
    }

    /** {@return the context without some of its prefixes} */
    JsonLdContext without(Set<String> someOfThePrefixes) {
        TreeMap<String, String> others = new TreeMap<>(prefixes.namespaces());
        others.keySet().removeAll(someOfThePrefixes);
        return new JsonLdContext(new Prefixes(others), terms);
    }

    private static Set<String> iris(Collection<Quad> quads) {
        Set<String> iris = new HashSet<>();
        for (Quad quad : quads) {
            addIri(quad.subject(), iris);
            iris.add(quad.predicate().value());
            addIri(quad.object(), iris);
            if (!quad.graph().equals(Quad.DEFAULT_GRAPH)) {
                addIri(quad.graph(), iris);
            }
        }
        return iris;
    }

    private static void addIri(Term term, Set<String> iris) {
        if (term instanceof Term.Iri iri) {
            iris.add(iri.value());
        } else if (term instanceof Term.Literal literal) {
            iris.add(literal.datatype());
        }
    }

    /** {@return the document that has nothing but this context} */
    JsonObject document() {
        JsonObjectBuilder context = BUILDERS.createObjectBuilder();
        prefixes.namespaces().forEach(context::add);
        terms.forEach((key, term) -> context.add(key, term.definition()));
        return BUILDERS.createObjectBuilder().add("@context", context).build();
    }

    /** Writes the document that has nothing but this context, as other documents refer to it. */
    public void write(OutputStream out) {
        try {
            out.write(PrettyJson.of(document()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
