package fr.pleiade.web.reconcile;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.linking.names.Names;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The things of a release.
 *
 * @param served the release
 * @param names its names
 * @param base the address below which the service is
 * @param knownProperties kept with the release
 */
record ReleaseHoldings(Served served, Names names, String base, Map<String, List<String>> knownProperties)
        implements Holdings {
    /** {@return those of a release} @throws Refusal with 503 if it has no index of names */
    static ReleaseHoldings of(Served served, Map<String, List<String>> knownProperties) {
        return new ReleaseHoldings(
                served,
                served.names().orElseThrow(() -> Refusal.of(503, "no-names").with("Retry-After", "60")),
                served.release().base(),
                knownProperties);
    }

    @Override
    public String version() {
        return served.release().id();
    }

    @Override
    public Instant since() {
        return served.release().created();
    }

    @Override
    public String identifierSpace() {
        return served.release().base();
    }

    @Override
    public String schemaSpace() {
        return served.release().base() + "vocab";
    }

    @Override
    public String title(Locale locale) {
        Labels title = served.site().catalog().title();
        return title.isEmpty() ? served.release().base() : title.in(locale);
    }

    @Override
    public String name(String id, Locale locale) {
        return id.indexOf(':') < 1 ? id : served.lexicon().name(id, locale); // no IRI: nobody names it
    }

    @Override
    public Optional<String> meaning(String id, Locale locale) {
        return id.indexOf(':') < 1 ? Optional.empty() : served.lexicon().meaning(id, locale);
    }

    @Override
    public String shorten(String id) {
        return served.lexicon().shorten(id);
    }

    @Override
    public Said said(String id) {
        boolean isIri = id.indexOf(':') > 0; // else it is nobody's
        return new Described(isIri ? served.release().describe(id) : new InMemoryGraph(), id);
    }

    private record Described(InMemoryGraph description, String id) implements Said {
        @Override
        public List<String> properties() {
            return description.triples().stream()
                    .filter(triple -> triple.subject().text().equals(id))
                    .map(Quad::predicate)
                    .filter(predicate -> !predicate.equals(TYPE))
                    .map(Term.Iri::value)
                    .distinct()
                    .toList();
        }

        @Override
        public Collection<Term> values(String property) {
            return property.indexOf(':') < 1 || id.indexOf(':') < 1
                    ? List.of()
                    : description.objects(new Term.Iri(id), property);
        }
    }
}
