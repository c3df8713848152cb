package fr.pleiade.web.catalog;

import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import java.util.List;
import java.util.Map;

/** The forms of a description at an address: negotiated there, and one at each suffix. */
final class Forms {
    private Forms() {}

    /** A file to download. */
    record Download(String label, String href) {}

    /**
     * {@return the form that is wanted: the suffix's, else the negotiated one}
     *
     * @param path the path's variables, of which {@code suffix} may be one
     * @throws Refusal with 404 for a suffix that no form has
     */
    static Variant of(Exchange exchange, Map<String, String> path, Profiles profiles, Profile profile, String address) {
        String suffix = path.get("suffix");
        return suffix == null
                ? exchange.negotiate(profiles, profile, s -> address + "." + s)
                : Variant.ofSuffix(suffix, Variant.RDF_AND_HTML)
                        .orElseThrow(() -> Refusal.notFound(exchange.address()));
    }

    /** @param forms the forms that the dataset can be had in */
    static List<Download> downloads(Edition edition, String slug, List<Variant> forms) {
        return forms.stream()
                .map(form -> new Download(form.label(), "/" + edition.prefix() + "dump/" + slug + "." + form.suffix()))
                .toList();
    }
}
