package fr.pleiade.syntax;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.rdf4j.rio.RDFFormat;

/** The RDF syntaxes that Pléiade reads and writes, each with its registered media type and its suffix. */
public enum Syntax {
    TURTLE("Turtle", "ttl", "text/turtle", RDFFormat.TURTLE),
    JSON_LD("JSON-LD", "jsonld", "application/ld+json", RDFFormat.JSONLD),
    RDF_XML("RDF/XML", "rdf", "application/rdf+xml", RDFFormat.RDFXML),
    N_TRIPLES("N-Triples", "nt", "application/n-triples", RDFFormat.NTRIPLES),
    TRIG("TriG", "trig", "application/trig", RDFFormat.TRIG),
    N_QUADS("N-Quads", "nq", "application/n-quads", RDFFormat.NQUADS),
    /** What of N3 is RDF: Turtle, under the name that older clients ask for. */
    N3("N3", "n3", "text/n3", RDFFormat.TURTLE);

    private final String label;
    private final String suffix;
    private final String mediaType;
    private final RDFFormat format;

    Syntax(String label, String suffix, String mediaType, RDFFormat format) {
        this.label = label;
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.format = format;
    }

    /** {@return the name that people use, such as {@code JSON-LD}} */
    public String label() {
        return label;
    }

    /** {@return the file suffix without its dot, such as {@code ttl}} */
    public String suffix() {
        return suffix;
    }

    /** {@return the media type registered with IANA, without parameters} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return whether the syntax can name graphs} */
    public boolean hasGraphs() {
        return format.supportsContexts();
    }

    RDFFormat format() {
        return format;
    }

    /** {@return the syntax with this suffix, if there is one} */
    public static Optional<Syntax> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(s -> s.suffix.equals(suffix)).findFirst();
    }

    /** {@return the syntax that a file's name promises, a {@code .gz} at its end left aside} */
    public static Optional<Syntax> ofFile(Path file) {
        List<String> parts = List.of(name(file).split("\\."));
        int last = parts.size() - (isGzipped(file) ? 2 : 1);
        return last < 1 ? Optional.empty() : ofSuffix(parts.get(last));
    }

    /** {@return whether a file's name says that it is packed with gzip} */
    public static boolean isGzipped(Path file) {
        return name(file).endsWith(".gz");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
