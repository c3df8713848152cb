package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.Edition;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The answer to {@code ?_profile=alt}: in which profiles a document can be had, as a page or as RDF. Thread-safe.
 *
 * <p>Shape: {@code <catalog> altr:hasRepresentation <catalog?_profile=schema> . <catalog?_profile=schema> dct:conformsTo
 * <https://schema.org/> ; dct:format "text/turtle" , … .}
 *
 * @see <a href="https://www.w3.org/TR/dx-prof-conneg/#altr">Content Negotiation by Profile, Alternate Representations Data Model</a>
 */
@Component
public final class ProfileList {
    private static final String ALTR = "http://www.w3.org/ns/dx/connegp/altr#";
    private static final String PROF = "http://www.w3.org/ns/dx/prof/";

    private final Pages pages;
    private final PerRelease<JsonLdContext> contexts;

    ProfileList(Pages pages, PerRelease<JsonLdContext> contexts) {
        this.pages = pages;
        this.contexts = contexts;
    }

    /** A profile on the page. */
    record Line(String token, String iri, String href, boolean isDefault) {}

    /** Sends the list for the document at a path. */
    public void send(Exchange exchange, Edition edition, String path, Profiles profiles) throws IOException {
        Release release = edition.release();
        Variant form = exchange.negotiate(Variant.RDF_AND_HTML, suffix -> exchange.address());
        List<String> links = profiles.links(edition.address(path), profiles.byDefault()).stream()
                .filter(link -> !link.endsWith("rel=\"profile\""))
                .toList();
        if (!form.isHtml()) {
            Entity entity = Entity.data(form, release.id() + ".profiles." + form.suffix(), release.created())
                    .linked(links)
                    .cached(edition.caching());
            exchange.send(entity, out -> {
                try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                    graph(edition.address(path), profiles).triples().forEach(writer);
                }
            });
            return;
        }
        Map<String, Object> values = new HashMap<>(pages.versions(edition, path));
        values.put("document", "/" + edition.prefix() + path);
        values.put(
                "profiles",
                profiles.offered().stream()
                        .map(profile -> line(edition, path, profiles, profile))
                        .toList());
        pages.send(exchange, pages.entity(exchange, release).linked(links), "profiles", values);
    }

    private static Line line(Edition edition, String path, Profiles profiles, Profile profile) {
        boolean isDefault = profile.equals(profiles.byDefault());
        String address = RequestPath.toUri(profiles.address("/" + edition.prefix() + path, profile));
        return new Line(profile.token(), profile.iri(), address, isDefault);
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
