package fr.pleiade.web.sparql.build;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    Map<String, Object> of(Held held) {
        List<Map<String, Object>> terms = new ArrayList<>();
        held.classes().values().forEach(each -> terms.add(term(each.iri(), "class", each.things())));
        held.properties().values().forEach(each -> terms.add(term(each.iri(), "property", each.triples())));
        terms.sort((a, b) -> Long.compare((Long) b.get("uses"), (Long) a.get("uses")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("prefixes", held.prefixes().namespaces());
        document.put("terms", terms);
        return document;
    }

    private Map<String, Object> term(String iri, String kind, long uses) {
        Map<String, Object> term = new LinkedHashMap<>();
        String shortened = lexicon.shorten(iri);
        term.put("name", shortened.equals(iri) ? new Term.Iri(iri).toNTriples() : shortened);
        term.put("kind", kind);
        term.put("uses", uses);
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
