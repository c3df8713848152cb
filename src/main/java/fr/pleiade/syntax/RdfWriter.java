package fr.pleiade.syntax;

import java.io.OutputStream;
import java.util.function.Consumer;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.JSONLDMode;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleWriterSettings;

/**
 * Writes quads as RDF text, streaming; {@link #close()} ends the document and leaves the stream open.
 *
 * <p>Graph names are dropped where the syntax has none. All syntaxes but JSON-LD stream; JSON-LD holds the document in memory, so
 * give it one thing or one block at a time. Not thread-safe.
 */
public final class RdfWriter implements Consumer<Quad>, AutoCloseable {
    private final RDFWriter writer;
    private final boolean graphs;

    private RdfWriter(RDFWriter writer, boolean graphs) {
        this.writer = writer;
        this.graphs = graphs;
    }

    /** Begins a document; triples of one subject should come together, so that Turtle and RDF/XML can group them. */
    public static RdfWriter open(OutputStream out, Syntax syntax, Prefixes prefixes) {
        RDFWriter writer = Rio.createWriter(syntax.format(), out);
        writer.set(BasicWriterSettings.XSD_STRING_TO_PLAIN_LITERAL, true);
        writer.set(BasicWriterSettings.RDF_LANGSTRING_TO_LANG_LITERAL, true);
        writer.set(TurtleWriterSettings.ABBREVIATE_NUMBERS, false); // it would write "007" as 7
        if (syntax == Syntax.JSON_LD) {
            writer.set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT);
        }
        writer.startRDF();
        prefixes.namespaces().forEach(writer::handleNamespace);
        return new RdfWriter(writer, syntax.hasGraphs());
    }

    @Override
    public void accept(Quad quad) {
        writer.handleStatement(Rdf4j.statement(graphs ? quad : quad.in(Quad.DEFAULT_GRAPH)));
    }

    @Override
    public void close() {
        writer.endRDF();
    }
}
