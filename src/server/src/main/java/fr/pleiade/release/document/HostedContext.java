package fr.pleiade.release.document;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.JsonLdContext.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON-LD context of a release: the site's prefixes, and for each property of its ontology a term that says what its values are.
 *
 * <p>It is served at {@code /context.jsonld} for people who write JSON of their own in these words. Our own documents do not refer to
 * it: each carries the part that it needs, the same terms with the same meaning, so that whoever kept a document can read it without
 * us, and a harvester that never fetches a context reads it too. A property whose local name is no other's is called by it
 * ({@code height}), else by its prefixed name ({@code org:identifier}); those of vocabularies with a prefix come before the words that a
 * dataset has for itself.
 */
public final class HostedContext {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    /** What names and explains things in all vocabularies, one text a language. */
    private static final List<String> TEXTS = List.of(
            RDFS + "label",
            RDFS + "comment",
            SKOS + "prefLabel",
            SKOS + "altLabel",
            SKOS + "definition",
            DCT + "title",
            DCT + "description");

    private HostedContext() {}

    /** {@return the context of an ontology} */
    public static JsonLdContext of(Prefixes prefixes, InMemoryGraph ontology) {
        Map<String, JsonLdContext.Definition> terms = new TreeMap<>();
        TEXTS.forEach(iri -> terms.put(iri, JsonLdContext.Definition.of(iri, Values.BY_LANGUAGE)));
        Stream.of(OWL + "ObjectProperty", OWL + "DatatypeProperty")
                .flatMap(type -> ontology.subjects(RDF + "type", new Term.Iri(type)))
                .filter(Term.Iri.class::isInstance)
                .forEach(property -> terms.put(property.text(), term(property, ontology)));
        Map<String, String> bearers = bearers(terms.keySet(), prefixes);
        TreeMap<String, JsonLdContext.Definition> byKey = new TreeMap<>();
        terms.forEach((iri, term) -> {
            String name = localName(iri);
            String key = name.matches(NAME) && iri.equals(bearers.get(name)) ? name : prefixes.shorten(iri);
            if (!key.equals(iri)) {
                byKey.put(key, term);
            }
        });
        return new JsonLdContext(prefixes, byKey);
    }

    /** {@return by local names the property that is called so: the only one, or the only one of a vocabulary that has a prefix} */
    private static Map<String, String> bearers(Set<String> properties, Prefixes prefixes) {
        Map<String, String> bearers = new HashMap<>();
        for (boolean isPrefixed : new boolean[] {true, false}) {
            Map<String, List<String>> byName = properties.stream()
                    .filter(iri -> isPrefixed != prefixes.shorten(iri).equals(iri))
                    .collect(Collectors.groupingBy(HostedContext::localName));
            byName.forEach((name, iris) -> bearers.putIfAbsent(name, iris.size() == 1 ? iris.get(0) : ""));
        }
        prefixes.namespaces().keySet().forEach(bearers::remove);
        return bearers;
    }

    private static JsonLdContext.Definition term(Term property, InMemoryGraph ontology) {
        String iri = property.text();
        TreeSet<String> kinds = ontology.about(property).stream()
                .filter(triple -> triple.predicate().equals(new Term.Iri(RDF + "type")))
                .map(Quad::object)
                .map(Term::text)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean isRelation = kinds.contains(OWL + "ObjectProperty");
        if (isRelation) {
            Values values = kinds.contains(OWL + "DatatypeProperty") ? Values.ANY : Values.IRIS;
            return JsonLdContext.Definition.of(iri, values);
        }
        List<Term> ranges = ontology.objects(property, RDFS + "range");
        String range = ranges.size() == 1 ? ranges.get(0).text() : "";
        if (range.equals(RDF + "langString")) {
            return JsonLdContext.Definition.of(iri, Values.BY_LANGUAGE);
        }
        boolean isTyped = range.startsWith(XSD) && !range.equals(XSD + "string");
        return isTyped ? JsonLdContext.Definition.typed(iri, range) : JsonLdContext.Definition.of(iri, Values.ANY);
    }

    private static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
