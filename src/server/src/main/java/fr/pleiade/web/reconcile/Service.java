package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.Names;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The things of a release, or those of one class of it, as a service.
 *
 * @param served the release
 * @param names its names
 * @param type the class that the service is for, or {@code ""} for all
 * @param path the path of the service, without a slash before or behind it
 * @param locale the language of names
 */
record Service(Served served, Names names, String type, String path, Locale locale) {
    static final String ROOT = "reconcile";

    /**
     * {@return the service of a class}
     *
     * @param type the class as its IRI, or as the address has it: with a prefix, or the last part of its IRI; {@code ""} for all things
     * @throws Refusal with 404 if the release has no things of such a class, with 503 if it has no index of names
     */
    static Service of(Served served, String type, Locale locale) {
        Names names =
                served.names().orElseThrow(() -> Refusal.of(503, "no-names").with("Retry-After", "60"));
        if (type.isEmpty()) {
            return new Service(served, names, "", ROOT, locale);
        }
        String iri = new Types(served, names)
                .named(type)
                .orElseThrow(() ->
                        Refusal.of(404, "reconcile-type", type, served.release().base() + ROOT));
        return new Service(served, names, iri, ROOT + "/" + type, locale);
    }

    /** {@return the classes that a query is kept to} */
    List<String> types() {
        return type.isEmpty() ? List.of() : List.of(type);
    }

    /** {@return the address of a part of the service} */
    String address(String part) {
        return served.release().base() + path + part;
    }

    /** {@return what a term or thing is called} */
    String name(String iri) {
        return served.lexicon().name(iri, locale);
    }

    /** {@return what the site is called} */
    String title() {
        Labels title = served.site().catalog().title();
        return title.isEmpty() ? served.release().base() : title.in(locale);
    }

    /** {@return what a thing is described as, if it is} */
    static Optional<String> description(fr.pleiade.rdf.InMemoryGraph description, String iri, Locale locale) {
        Labels said = Labels.of(description.objects(new Term.Iri(iri), Vocabulary.DCT + "description"));
        return said.isEmpty() ? Optional.empty() : Optional.of(said.in(locale));
    }
}
