package fr.pleiade.web.http;

import fr.pleiade.syntax.Syntax;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One form in which a document can be had: the media type that is sent, and what may be asked for to get it.
 *
 * @param mediaType the registered type, without parameters
 * @param suffix the end of the address that asks for this form, without its dot
 * @param label what people call it
 * @param aliases other types under which clients ask for it; never sent
 */
public record Variant(String mediaType, String suffix, String label, Set<String> aliases) {
    /** A page for people. */
    public static final Variant HTML = new Variant("text/html", "html", "HTML", Set.of("application/xhtml+xml"));

    /** A table: its rows, without what they mean. */
    public static final Variant JSON = new Variant("application/json", "json", "JSON", Set.of());

    public static final Variant CSV = new Variant("text/csv", "csv", "CSV", Set.of("text/comma-separated-values"));

    /** A table for a spreadsheet in the page's language: what it opens without being asked how. */
    public static final Variant SPREADSHEET = new Variant("text/csv", "excel.csv", "CSV Excel", Set.of());

    /** A place on the map. */
    public static final Variant GEO_JSON =
            new Variant("application/geo+json", "geojson", "GeoJSON", Set.of("application/vnd.geo+json"));

    private static final Map<Syntax, Variant> OF_SYNTAX = new EnumMap<>(Map.of(
            Syntax.TURTLE, of(Syntax.TURTLE, "application/x-turtle", "application/turtle", "text/n3", "text/rdf+n3"),
            Syntax.JSON_LD, of(Syntax.JSON_LD, "application/json"),
            Syntax.RDF_XML, of(Syntax.RDF_XML, "application/xml", "text/xml", "text/rdf", "application/rdf"),
            Syntax.N_TRIPLES, of(Syntax.N_TRIPLES, "text/ntriples", "text/plain"),
            Syntax.TRIG, of(Syntax.TRIG, "application/x-trig"),
            Syntax.N_QUADS, of(Syntax.N_QUADS, "text/x-nquads", "text/nquads"),
            Syntax.N3, new Variant("text/n3", "n3", "N3", Set.of())));

    /** The RDF syntaxes of files and results, in the order of our own preference: what wins where the client has none. */
    public static final List<Variant> RDF = Stream.of(
                    Syntax.TURTLE, Syntax.JSON_LD, Syntax.RDF_XML, Syntax.N_TRIPLES, Syntax.TRIG, Syntax.N_QUADS)
            .map(Variant::of)
            .toList();

    /** The same and N3, which is Turtle: worth an address of its own for a document, not another file of a dataset. */
    public static final List<Variant> RDF_DOCUMENT =
            Stream.concat(RDF.stream(), Stream.of(of(Syntax.N3))).toList();

    /** Every RDF syntax and the page: Turtle is what a client gets that asks for nothing, N3 only one that asks for it. */
    public static final List<Variant> RDF_AND_HTML =
            Stream.of(RDF, List.of(HTML, of(Syntax.N3))).flatMap(List::stream).toList();

    public Variant {
        aliases = Set.copyOf(aliases);
    }

    /** {@return the form that a syntax is} */
    public static Variant of(Syntax syntax) {
        Variant variant = OF_SYNTAX.get(syntax);
        if (variant == null) {
            throw new IllegalArgumentException("no media types for " + syntax);
        }
        return variant;
    }

    private static Variant of(Syntax syntax, String... aliases) {
        return new Variant(syntax.mediaType(), syntax.suffix(), syntax.label(), Set.of(aliases));
    }

    /** {@return whether a client may call it so in an address: by its suffix, or by its media type} */
    public boolean isCalled(String name) {
        return suffix.equalsIgnoreCase(name) || mediaType.equalsIgnoreCase(name.replace(' ', '+'));
    }

    /** {@return the one of the forms that has this suffix} */
    public static Optional<Variant> ofSuffix(String suffix, List<Variant> offered) {
        return offered.stream().filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    /** {@return whether it is a page for people} */
    public boolean isHtml() {
        return equals(HTML);
    }

    /** {@return whether it is a syntax of RDF} */
    public boolean isRdf() {
        return Syntax.ofSuffix(suffix).isPresent();
    }

    /**
     * {@return the syntax that this form is}
     *
     * @throws IllegalStateException if it is not RDF
     */
    public Syntax syntax() {
        return Syntax.ofSuffix(suffix).orElseThrow(() -> new IllegalStateException(mediaType + " is not RDF"));
    }

    /** {@return the {@code Content-Type} that is sent: text types say that they are UTF-8} */
    public String contentType() {
        String header = equals(CSV) ? ";header=present" : "";
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" + header : mediaType;
    }
}
