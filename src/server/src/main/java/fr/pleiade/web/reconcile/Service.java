package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.Names;
import fr.pleiade.web.http.Refusal;
import java.util.List;
import java.util.Locale;

/**
 * All that is held, or the things of one class of it, as a service.
 *
 * @param holdings what there is
 * @param type the class that the service is for, or {@code ""} for all
 * @param path the path of the service, without a slash before or behind it
 * @param locale the language of names
 */
record Service(Holdings holdings, String type, String path, Locale locale) {
    static final String ROOT = "reconcile";

    /**
     * {@return the service of a class}
     *
     * @param type the class as its IRI, or as the address has it: with a prefix, or the last part of its IRI; {@code ""} for all things
     * @throws Refusal with 404 if there are no things of such a class
     */
    static Service of(Holdings holdings, String type, Locale locale) {
        if (type.isEmpty()) {
            return new Service(holdings, "", ROOT, locale);
        }
        String iri = new Types(holdings)
                .named(type)
                .orElseThrow(() -> Refusal.of(404, "reconcile-type", type, holdings.base() + ROOT));
        return new Service(holdings, iri, ROOT + "/" + type, locale);
    }

    Names names() {
        return holdings.names();
    }

    /** {@return the classes that a query is kept to} */
    List<String> types() {
        return type.isEmpty() ? List.of() : List.of(type);
    }

    /** {@return the address of a part of the service} */
    String address(String part) {
        return holdings.base() + path + part;
    }

    /** {@return what a term or thing is called} */
    String name(String iri) {
        return holdings.name(iri, locale);
    }
}
