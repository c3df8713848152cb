package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.served.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A thing that is somewhere, as a feature for a map.
 *
 * <pre>{@code
 * {"type": "Feature", "id": "http://…/id/etablissement/0Mvk5",
 *  "geometry": {"type": "Point", "coordinates": [-1.7, 48.1]},
 *  "properties": {"name": "…", "names": {"fr": "…"}, "types": ["http://www.w3.org/ns/org#FormalOrganization"], "page": "http://…"}}
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class Place {
    private final Term.Iri thing;
    private final InMemoryGraph description;
    private final Located point;

    private Place(Term.Iri thing, InMemoryGraph description, Located point) {
        this.thing = thing;
        this.description = description;
        this.point = point;
    }

    /** {@return where the thing is, if its description, parts included, has a point} */
    static Optional<Place> of(Term.Iri thing, InMemoryGraph description) {
        return Located.in(description).map(point -> new Place(thing, description, point));
    }

    /** {@return the members of the JSON object} */
    Map<String, Object> feature(Lexicon lexicon, String page) {
        Labels names = lexicon.names(thing.value());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", names.in(Locale.FRENCH));
        properties.put("names", names.byLanguage());
        properties.put(
                "types",
                description.objects(thing, TYPE.value()).stream()
                        .map(Term::text)
                        .toList());
        properties.put("page", page);
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "Point");
        geometry.put("coordinates", List.of(point.longitude(), point.latitude()));
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", thing.value());
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }
}
