package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.LOCN;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of each place that has a box in Well-Known Text the same box in GeoJSON, where it says none itself.
 *
 * <p>DCAT-AP 3.0.1 asks for {@code dcat:bbox} as a literal, and GeoSPARQL types it {@code geo:wktLiteral}. But udata, which is
 * data.gouv.fr, read no WKT of that type before 17.6.0 (2026-05, pull request 3790: {@code http://www.opengis.net/rdf#wktLiteral} only),
 * and dropped the whole coverage; GeoJSON of IANA's media type it has always read, and so does CKAN. Both say the same coordinates,
 * which udata takes once.
 *
 * <pre>{@code <place> locn:geometry "{\"type\":\"Polygon\",\"coordinates\":[[[6.6,35.4],…]]}"^^<…/vnd.geo+json> . }</pre>
 */
public final class Places {
    private static final String WKT = GEO + "wktLiteral";
    private static final String GEO_JSON = "https://www.iana.org/assignments/media-types/application/vnd.geo+json";
    private static final String BOX = DCAT + "bbox";
    private static final String GEOMETRY = LOCN + "geometry";
    private static final Pattern AREA = Pattern.compile(
            "\\s*(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>)?\\s*(MULTIPOLYGON|POLYGON)\\s*(\\([-+0-9.,()\\s]+\\))\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)");

    /** Brackets, and pairs of numbers between two of them. */
    private static final Pattern POSITIONS = Pattern.compile("(?:[\\[\\],]|(?<=\\[)-?[0-9.]+,-?[0-9.]+(?=\\]))+");

    private Places() {}

    /** {@return what lacks in a description of the places in it; blank nodes are those of the description} */
    public static InMemoryGraph lacking(InMemoryGraph description) {
        InMemoryGraph lacking = new InMemoryGraph();
        for (Quad triple : description.triples()) {
            if (triple.predicate().value().equals(BOX)
                    && triple.object() instanceof Term.Literal box
                    && box.datatype().equals(WKT)
                    && description.object(triple.subject(), GEOMETRY).isEmpty()) {
                geoJson(box.text())
                        .map(json -> Term.Literal.typed(json, GEO_JSON))
                        .ifPresent(json -> lacking.add(new Quad(triple.subject(), new Term.Iri(GEOMETRY), json)));
            }
        }
        return lacking;
    }

    /** {@return the polygons of a Well-Known Text in CRS84, longitude first, as GeoJSON (RFC 7946); nothing if it is anything else} */
    static Optional<String> geoJson(String wkt) {
        Matcher area = AREA.matcher(wkt);
        if (!area.matches()) {
            return Optional.empty();
        }
        String type = area.group(1).equalsIgnoreCase("POLYGON") ? "Polygon" : "MultiPolygon";
        String coordinates = POINT.matcher(area.group(2))
                .replaceAll("[$1,$2]")
                .replaceAll("\\s", "")
                .replace('(', '[')
                .replace(')', ']');
        return POSITIONS.matcher(coordinates).matches()
                ? Optional.of("{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates))
                : Optional.empty();
    }
}
