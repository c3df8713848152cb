package fr.pleiade.store;

import fr.pleiade.quads.GraphTriples;
import fr.pleiade.rdf.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Triples of a file of N-Quads as SPARQL updates that say them one by one, each of bounded size: stores refuse updates that are longer
 * than some limit of theirs.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-update/#insertData">SPARQL 1.1 Update, sections 3.1.1 and 3.1.2</a>
 */
final class DataUpdate {
    /** The largest update, in characters, but for one triple. */
    static final int MOST_CHARACTERS = 1 << 20;

    /** The most triples of one update; Virtuoso compiles no more than 10,000 lines. */
    static final int MOST_TRIPLES = 5_000;

    private DataUpdate() {}

    /** What is done with the triples. */
    enum Kind {
        INSERT,
        DELETE
    }

    /** Takes one update after the other. */
    @FunctionalInterface
    interface Sink {
        void accept(String update) throws IOException;
    }

    /**
     * Gives updates to a sink.
     *
     * @param lines N-Quads of one graph
     * @param graph the IRI of that
     * @param target the IRI of the graph that is updated
     */
    static void of(Kind kind, Path lines, String graph, String target, Sink sink) throws IOException {
        String head = kind + " DATA { GRAPH " + new Term.Iri(target).toNTriples() + " {\n";
        StringBuilder update = new StringBuilder(head);
        int triples = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GraphTriples(Files.newInputStream(lines), graph), StandardCharsets.UTF_8))) {
            for (String triple = reader.readLine(); triple != null; triple = reader.readLine()) {
                if (triples == MOST_TRIPLES || update.length() + triple.length() > MOST_CHARACTERS && triples > 0) {
                    sink.accept(update.append("} }").toString());
                    update = new StringBuilder(head);
                    triples = 0;
                }
                update.append(triple).append('\n');
                triples++;
            }
        }
        if (triples > 0) {
            sink.accept(update.append("} }").toString());
        }
    }
}
