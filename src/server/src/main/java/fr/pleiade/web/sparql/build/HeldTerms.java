package fr.pleiade.web.sparql.build;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.served.Lexicon;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The document by which a query is completed while it is typed, the words that are used most first:
 *
 * <pre>{@code
 * {"prefixes": {"org": "http://www.w3.org/ns/org#"},
 *  "terms": [{"name": "org:FormalOrganization", "kind": "class", "uses": 250, "en": "institution", "fr": "établissement"}]}
 * }</pre>
 */
final class HeldTerms {
    private final Lexicon lexicon;

    HeldTerms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A class or property. */
    private record Use(String iri, String kind, long times) {}

    Map<String, Object> of(Held held) {
        Stream<Use> classes = held.classes().values().stream().map(each -> new Use(each.iri(), "class", each.things()));
        Stream<Use> properties =
                held.properties().values().stream().map(each -> new Use(each.iri(), "property", each.triples()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("prefixes", held.prefixes().namespaces());
        document.put(
                "terms",
                Stream.concat(classes, properties)
                        .sorted(Comparator.comparingLong(Use::times).reversed())
                        .map(this::term)
                        .toList());
        return document;
    }

    private Map<String, Object> term(Use use) {
        String iri = use.iri();
        Map<String, Object> term = new LinkedHashMap<>();
        String shortened = lexicon.shorten(iri);
        term.put("name", shortened.equals(iri) ? new Term.Iri(iri).toNTriples() : shortened);
        term.put("kind", use.kind());
        term.put("uses", use.times());
        Labels labels = lexicon.names(iri);
        for (Language language : Language.values()) {
            String name = labels.in(language.locale());
            if (!name.isEmpty()) {
                term.put(language.tag(), Lexicon.shortened(name));
            }
        }
        return term;
    }
}
