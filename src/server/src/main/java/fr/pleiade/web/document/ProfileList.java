package fr.pleiade.web.document;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
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
    private static final String ALTR = "http://www.w3.org/ns/dx/connegp/altr#";
    private static final String PROF = "http://www.w3.org/ns/dx/prof/";

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
        InMemoryGraph graph = new InMemoryGraph();
        for (Profile profile : profiles.offered()) {
            Term representation = new Term.Iri(profiles.address(document, profile));
            Term model = new Term.Iri(profile.iri());
            String relation = profile.equals(profiles.byDefault()) ? "hasDefaultRepresentation" : "hasRepresentation";
            say(graph, new Term.Iri(document), ALTR + relation, representation);
            say(graph, representation, TYPE.value(), new Term.Iri(ALTR + "Representation"));
            say(graph, representation, DCT + "conformsTo", model);
            Variant.RDF_DOCUMENT.forEach(
                    form -> say(graph, representation, DCT + "format", Term.Literal.of(form.mediaType())));
            say(graph, model, TYPE.value(), new Term.Iri(PROF + "Profile"));
            say(graph, model, PROF + "hasToken", Term.Literal.of(profile.token()));
        }
        return graph;
    }

    private static void say(InMemoryGraph graph, Term subject, String property, Term value) {
        graph.add(new Quad(subject, new Term.Iri(property), value));
    }
}
