package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Locale;
import java.util.Map;

/**
 * Says of a distribution that the publisher declares how its file is packed, where its address tells and the publisher does not.
 *
 * <p>{@code .gz} and {@code .zst} are one file compressed; {@code .zip} is a package of compressed files. Other endings name no media
 * type that IANA has, which DCAT-AP 3.0.1 asks for, so nothing is said of them.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#Property:distribution_compression_format">DCAT 3, section 6.8.18</a>
 */
public final class Packing {
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final Map<String, String> COMPRESSED =
            Map.of("gz", "application/gzip", "zst", "application/zstd", "zip", "application/zip");
    private static final Map<String, String> PACKAGED = Map.of("zip", "application/zip");

    private Packing() {}

    /** Adds to a graph what lacks in what the publisher says of a dataset. */
    public static void say(InMemoryGraph declared, Term.Iri dataset, InMemoryGraph graph) {
        for (Term file : declared.objects(dataset, DCAT + "distribution")) {
            String ending = ending(declared, file);
            say(declared, file, DCAT + "compressFormat", COMPRESSED.getOrDefault(ending, ""), graph);
            say(declared, file, DCAT + "packageFormat", PACKAGED.getOrDefault(ending, ""), graph);
        }
    }

    private static String ending(InMemoryGraph declared, Term file) {
        String address = declared.object(file, DCAT + "downloadURL")
                .or(() -> declared.object(file, DCAT + "accessURL"))
                .map(Term::text)
                .orElse("");
        String path = address.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void say(InMemoryGraph declared, Term file, String property, String type, InMemoryGraph graph) {
        if (!type.isEmpty() && declared.object(file, property).isEmpty()) {
            Term.Iri format = new Term.Iri(IANA + type);
            graph.add(new Quad(file, new Term.Iri(property), format));
            new Description(graph, format).a(DCT + "MediaType").text(DCT + "title", type);
        }
    }
}
