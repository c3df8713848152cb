package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** N-Quads that RIOT and Rio must both read, and read alike; parsed in batches, since starting a parser costs more than parsing. */
final class TwoParsers {
    private static final int BATCH_BYTES = 1 << 20;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();

    void add(byte[] nquads) {
        assertThat(nquads.length == 0 || nquads[nquads.length - 1] == '\n')
                .as("ends with a line end")
                .isTrue();
        batch.writeBytes(nquads);
        if (batch.size() > BATCH_BYTES) {
            compare();
        }
    }

    /** Parses what has been added since the last comparison. */
    void compare() {
        byte[] nquads = batch.toByteArray();
        batch.reset();
        List<String> riot = riot(nquads);
        List<String> rio = rio(nquads);
        assertThat(riot).hasSameSizeAs(rio);
        for (int i = 0; i < riot.size(); i++) {
            assertThat(riot.get(i)).isEqualTo(rio.get(i));
        }
    }

    private static List<String> rio(byte[] nquads) {
        List<String> subjectsAndObjects = new ArrayList<>();
        RdfReader.read(
                new ByteArrayInputStream(nquads),
                "out.nq",
                Syntax.N_QUADS,
                "http://example.org/",
                quad -> subjectsAndObjects.add((quad.subject().text().startsWith("_:")
                                ? "_:"
                                : quad.subject().text())
                        + " " + quad.predicate().text() + " "
                        + (quad.object().text().startsWith("_:")
                                ? "_:"
                                : quad.object().text())));
        return subjectsAndObjects;
    }

    private static List<String> riot(byte[] nquads) {
        List<String> subjectsAndObjects = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(nquads))
                .lang(Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .errorHandler(new Strict())
                .parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        subjectsAndObjects.add(text(quad.getSubject()) + " " + text(quad.getPredicate()) + " "
                                + text(quad.getObject()));
                    }

                    @Override
                    public void triple(org.apache.jena.graph.Triple triple) {
                        quad(new Quad(Quad.defaultGraphNodeGenerated, triple));
                    }
                });
        return subjectsAndObjects;
    }

    private static String text(Node node) {
        return node.isBlank() ? "_:" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }

    /** Passes over warnings, which are about good practice. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotException(line + ": " + message);
        }
    }
}
