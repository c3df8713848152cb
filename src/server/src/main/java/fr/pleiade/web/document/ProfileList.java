package fr.pleiade.web.document;

import static fr.pleiade.rdf.Vocabulary.ALTR;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.PROF;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to {@code ?_profile=alt}: in which profiles a document can be had.
 *
 * <p>Shape: {@code <catalog> altr:hasRepresentation <catalog?_profile=schema> . <catalog?_profile=schema> dct:conformsTo
 * <https://schema.org/> ; dct:format "text/turtle" , … .}
 *
 * @see <a href="https://www.w3.org/TR/dx-prof-conneg/#altr">Content Negotiation by Profile, Alternate Representations Data Model</a>
 */
final class ProfileList {

    private ProfileList() {}

    /** A profile on the page. */
    record Line(String token, String iri, String href, boolean isDefault) {}

    /** {@return the list for a document, itself a document at the address that was asked for} */
    static Document of(Exchange exchange, Document listed) {
        Profiles profiles = listed.profiles();
        Edition edition = listed.edition();
        List<String> links = profiles.links(listed.address(), profiles.byDefault()).stream()
                .filter(link -> !link.endsWith("rel=\"profile\""))
                .toList();
        Document.State state = listed.state();
        return Document.at(exchange, edition.release(), "profiles")
                .being(new Document.State(
                        state.validator() + ".profiles", state.modified(), state.caching(), state.status()))
                .linked(form -> links)
                .graph(() -> graph(edition.address(listed.path()), profiles))
                .page("profiles", locale -> page(listed));
    }

    private static Map<String, Object> page(Document listed) {
        Profiles profiles = listed.profiles();
        String path = "/" + listed.edition().prefix() + listed.path();
        Map<String, Object> values = new HashMap<>(Pages.versions(listed.edition(), listed.path()));
        values.put("document", path);
        values.put(
                "profiles",
                profiles.offered().stream()
                        .map(profile -> line(path, profiles, profile))
                        .toList());
        return values;
    }

    private static Line line(String path, Profiles profiles, Profile profile) {
        boolean isDefault = profile.equals(profiles.byDefault());
        return new Line(profile.token(), profile.iri(), RequestPath.toUri(profiles.address(path, profile)), isDefault);
    }

    private static InMemoryGraph graph(String document, Profiles profiles) {
        Description listed = Description.of(new InMemoryGraph(), document);
        for (Profile profile : profiles.offered()) {
            String relation = profile.equals(profiles.byDefault()) ? "hasDefaultRepresentation" : "hasRepresentation";
            Description representation = listed.about(profiles.address(document, profile));
            listed.say(ALTR + relation, representation.subject());
            representation.a(ALTR + "Representation").link(DCT + "conformsTo", profile.iri());
            Variant.RDF_DOCUMENT.forEach(form -> representation.text(DCT + "format", form.mediaType()));
            listed.about(profile.iri()).a(PROF + "Profile").text(PROF + "hasToken", profile.token());
        }
        return listed.graph();
    }
}
