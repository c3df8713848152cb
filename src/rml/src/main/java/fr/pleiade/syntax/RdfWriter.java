package fr.pleiade.syntax;

import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleWriterSettings;

/**
 * Writes quads as RDF text, streaming; {@link #close()} ends the document and leaves the stream open.
 *
 * <p>Graph names are dropped where the syntax has none, and in JSON-LD, where they would stand between a document and its triples, unless
 * it is opened as a dataset. A triple that RDF/XML cannot hold is a {@link SyntaxException}. Memory: little; for JSON-LD, which groups what is said of a subject, some
 * thousand quads. Not thread-safe.
 */
public final class RdfWriter implements Consumer<Quad>, AutoCloseable {
    private final Consumer<Quad> quads;
    private final Runnable end;

    private RdfWriter(Consumer<Quad> quads, Runnable end) {
        this.quads = quads;
        this.end = end;
    }

    /** Begins a document; triples of one subject should come together, so that Turtle and RDF/XML can group them. */
    public static RdfWriter open(OutputStream out, Syntax syntax, Prefixes prefixes) {
        return open(out, syntax, JsonLdContext.of(prefixes));
    }

    /** Begins a document that, where it is JSON-LD, calls properties by the terms of the context; else its prefixes are used. */
    public static RdfWriter open(OutputStream out, Syntax syntax, JsonLdContext context) {
        if (syntax == Syntax.JSON_LD) {
            RdfWriter dataset = openDataset(out, syntax, context);
            return new RdfWriter(quad -> dataset.accept(quad.in(Quad.DEFAULT_GRAPH)), dataset::close);
        }
        return openDataset(out, syntax, context);
    }

    /** Begins a document as the other methods do, in which JSON-LD too names graphs. */
    @SuppressWarnings("removal") // Rio 5.1 has no other setting for numbers yet
    public static RdfWriter openDataset(OutputStream out, Syntax syntax, JsonLdContext context) {
        if (syntax == Syntax.JSON_LD) {
            JsonLdWriter writer = new JsonLdWriter(out, context);
            return new RdfWriter(writer, writer::close);
        }
        RDFWriter writer = syntax == Syntax.TURTLE || syntax == Syntax.N3
                ? new GroupedTurtleWriter(out)
                : Rio.createWriter(syntax.format(), out);
        writer.set(BasicWriterSettings.XSD_STRING_TO_PLAIN_LITERAL, true);
        writer.set(BasicWriterSettings.RDF_LANGSTRING_TO_LANG_LITERAL, true);
        writer.set(TurtleWriterSettings.ABBREVIATE_NUMBERS, false); // it would write "007" as 7
        writer.startRDF();
        context.prefixes().namespaces().forEach(writer::handleNamespace);
        boolean graphs = syntax.hasGraphs();
        if (syntax == Syntax.RDF_XML) {
            return new RdfWriter(
                    quad -> {
                        XmlNames.verify(quad);
                        writer.handleStatement(Rdf4j.statement(quad.in(Quad.DEFAULT_GRAPH)));
                    },
                    writer::endRDF);
        }
        return new RdfWriter(
                quad -> writer.handleStatement(Rdf4j.statement(graphs ? quad : quad.in(Quad.DEFAULT_GRAPH))),
                writer::endRDF);
    }

    @Override
    public void accept(Quad quad) {
        quads.accept(quad);
    }

    @Override
    public void close() {
        end.run();
    }
}
