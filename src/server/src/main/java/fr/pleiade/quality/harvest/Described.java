package fr.pleiade.quality.harvest;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A node of a catalogue, as a harvester reads it. */
record Described(InMemoryGraph graph, Term node) {
    /**
     * What data.gouv.fr takes for a geometry in Well-Known Text: udata 17.6.0 GeoSPARQL's type too (pull request 3790 of 2026-05), before it
     * the first only (udata/core/dataset/rdf.py, spatial_from_rdf). Its reader takes no reference system before the geometry.
     */
    private static final Set<String> IN_WKT = Set.of("http://www.opengis.net/rdf#wktLiteral", GEO + "wktLiteral");

    /** What it takes for one in GeoJSON: IANA's media type always, GeoSPARQL's since 17.6.0. */
    private static final Set<String> IN_JSON =
            Set.of("https://www.iana.org/assignments/media-types/application/vnd.geo+json", GEO + "geoJSONLiteral");

    private static final Pattern WKT = Pattern.compile(
            "(POLYGON\\s*\\(|MULTIPOLYGON\\s*\\(\\s*\\()\\s*\\(\\s*[-+0-9.].*\\)\\s*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JSON =
            Pattern.compile("\\{.*\"type\"\\s*:\\s*\"(Multi)?Polygon\".*\\}", Pattern.DOTALL);

    List<Term> all(String property) {
        return node instanceof Term.Literal ? List.of() : graph.objects(node, property);
    }

    List<Described> each(String property) {
        return all(property).stream().map(this::at).toList();
    }

    boolean has(String property) {
        return !all(property).isEmpty();
    }

    Described at(Term other) {
        return new Described(graph, other);
    }

    String text(String property) {
        return all(property).stream().map(Term::text).findFirst().orElse("");
    }

    /** {@return the texts of which a French portal keeps one: the French ones, or all if there is none} */
    List<Term> french(String property) {
        List<Term> french = all(property).stream()
                .filter(term -> language(term).startsWith("fr"))
                .toList();
        return french.isEmpty() ? all(property) : french;
    }

    long languages(String property) {
        return all(property).stream()
                .map(Described::language)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .count();
    }

    static String language(Term term) {
        return term instanceof Term.Literal literal ? literal.language().toLowerCase(Locale.ROOT) : "";
    }

    boolean isIri() {
        return node instanceof Term.Iri;
    }

    /** {@return whether it is a place with a polygon} */
    boolean hasPolygon() {
        return node instanceof Term.Literal
                ? node.text().trim().matches("(-?[0-9.]+,){3}-?[0-9.]+")
                : graph.about(node).stream().map(Quad::object).anyMatch(Described::isPolygon);
    }

    private static boolean isPolygon(Term value) {
        String text = value.text().strip();
        return value instanceof Term.Literal literal
                && (IN_WKT.contains(literal.datatype()) && WKT.matcher(text).matches()
                        || IN_JSON.contains(literal.datatype())
                                && JSON.matcher(text).matches()
                                && text.contains("\"coordinates\""));
    }

    /** {@return whether it is a period with a beginning or an end} */
    boolean isPeriod() {
        return node instanceof Term.Literal
                ? node.text().matches("[0-9]{4}(-[0-9]{2})?|[0-9T:.Z+-]+/[0-9T:.Z+-]+")
                : has(DCAT + "startDate") || has(DCAT + "endDate");
    }

    /** {@return whether it says how to reach somebody} */
    boolean isContact() {
        return has(VCARD + "fn") && has(VCARD + "hasEmail");
    }

    boolean hasName() {
        return has(FOAF + "name");
    }

    /** {@return its code in a list of the European Union, if it is of that list} */
    Optional<String> code(String property, String list) {
        String beginning = "http://publications.europa.eu/resource/authority/" + list + "/";
        return all(property).stream()
                .map(Term::text)
                .filter(iri -> iri.startsWith(beginning))
                .map(iri -> iri.substring(beginning.length()))
                .findFirst();
    }

    List<Described> distributions() {
        return each(DCAT + "distribution");
    }

    /** {@return the address of a distribution's file} */
    String address() {
        return has(DCAT + "downloadURL") ? text(DCAT + "downloadURL") : text(DCAT + "accessURL");
    }

    String title() {
        return french(DCT + "title").stream().map(Term::text).findFirst().orElse(node.text());
    }
}
