package fr.pleiade.jena;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;

/**
 * Lines of canonical N-Quads as a graph of Jena's, the graphs that they name left out.
 *
 * <p>RIOT's parser costs three times as much for the same lines.
 */
public final class JenaGraph {
    private JenaGraph() {}

    /** {@return the graph of some lines, which are not checked; it is its caller's} */
    public static Graph of(byte[] lines) {
        Graph graph = GraphMemFactory.createGraphMem2();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(lines))) {
            byte[] written = {};
            Node subject = Node.ANY;
            while (reader.next()) {
                QuadLine line = reader.quad();
                if (!line.is(QuadLine.SUBJECT, written)) {
                    written = line.copy(QuadLine.SUBJECT);
                    subject = JenaTerms.node(line.term(QuadLine.SUBJECT));
                }
                graph.add(
                        subject,
                        JenaTerms.node(line.term(QuadLine.PREDICATE)),
                        JenaTerms.node(line.term(QuadLine.OBJECT)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }
}
