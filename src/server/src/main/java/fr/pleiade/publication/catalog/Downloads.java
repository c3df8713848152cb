package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.document.DumpFile;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How large the files are that a dataset can be had as, and their digests: of these, and of no others, the catalogue says that they are
 * distributions, for a harvester can verify what it is told of.
 *
 * <p>The server makes a file when it is first asked for. N-Quads are the release's own, and N-Triples are cut from them; what any other
 * syntax would give is worked out here for graphs of at most {@value #MOST_BYTES} bytes, which takes a second at most. A larger graph can
 * be had in those syntaxes all the same, by negotiation and by suffix, but is not listed in them: to write them all would cost as much as
 * the rest of a publication.
 */
public final class Downloads {
    /** Every syntax that the server sends a graph in. N3 is not among them: it would be the Turtle file again. */
    public static final Set<Syntax> SYNTAXES = EnumSet.complementOf(EnumSet.of(Syntax.N3));

    private static final Set<Syntax> OF_ANY_SIZE = EnumSet.of(Syntax.N_QUADS, Syntax.N_TRIPLES);
    private static final long MOST_BYTES = 4L << 20;

    private final JsonLdContext context;
    private final InMemoryGraph before;

    /**
     * @param context what is said in JSON-LD and abbreviated by prefixes
     * @param before the catalogue of an earlier release that had the same context; empty if there is none
     */
    public Downloads(JsonLdContext context, InMemoryGraph before) {
        this.context = context;
        this.before = before;
    }

    /**
     * {@return the files of a graph whose size is known, in the order of their syntaxes}
     *
     * @param nquads the graph's own file
     * @param isTakenOver whether the graph was taken over from that earlier release, as the same software made it
     */
    public List<DumpFile> of(PublishedGraph graph, Path nquads, boolean isTakenOver) throws IOException {
        List<DumpFile> files = new ArrayList<>();
        files.add(new DumpFile(Syntax.N_QUADS, graph.bytes(), graph.sha256()));
        for (Syntax syntax : graph.bytes() > MOST_BYTES ? OF_ANY_SIZE : SYNTAXES) {
            if (syntax != Syntax.N_QUADS) {
                Optional<DumpFile> known = isTakenOver ? known(graph, syntax) : Optional.empty();
                files.add(known.isPresent() ? known.get() : DumpFile.measure(nquads, syntax, context));
            }
        }
        files.sort(Comparator.comparing(DumpFile::syntax));
        return files;
    }

    private Optional<DumpFile> known(PublishedGraph graph, Syntax syntax) {
        Description file = Description.of(before, distribution(graph, syntax));
        return file.sha256().isEmpty()
                ? Optional.empty()
                : Optional.of(new DumpFile(syntax, file.count(DCAT + "byteSize"), file.sha256()));
    }

    /** {@return the IRI of the distribution of a graph in a syntax} */
    public static String distribution(PublishedGraph graph, Syntax syntax) {
        return graph.iri() + "#" + syntax.suffix();
    }
}
