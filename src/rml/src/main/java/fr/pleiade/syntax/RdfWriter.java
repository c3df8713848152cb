package fr.pleiade.syntax;

import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleWriterSettings;

/**
 * Writes quads as RDF text, streaming; {@link #close()} ends the document and leaves the stream open.
 *
 * <p>Graph names are dropped where the syntax has none, and in JSON-LD as {@link Graphs} says. A triple that RDF/XML cannot hold is a {@link SyntaxException}. Memory: little; for JSON-LD, which groups what is said of a subject, some
 * thousand quads. Not thread-safe.
 */
public final class RdfWriter implements Consumer<Quad>, AutoCloseable {
    private final Consumer<Quad> quads;
    private final Runnable end;

    private RdfWriter(Consumer<Quad> quads, Runnable end) {
        this.quads = quads;
        this.end = end;
    }

    /** Where graphs are named, in the syntaxes that can name them. */
    public enum Graphs {
        /** Everywhere: the document is a dataset, such as a download. */
        NAMED,
        /** Everywhere but in JSON-LD, where they would stand between a thing's document and its triples. */
        NOT_IN_JSON_LD
    }

    /** Begins a document in which graphs are {@link Graphs#NOT_IN_JSON_LD}; triples of one subject should come together, so that Turtle and RDF/XML can group them. */
    public static RdfWriter open(OutputStream out, Syntax syntax, Prefixes prefixes) {
        return open(out, syntax, JsonLdContext.of(prefixes), Graphs.NOT_IN_JSON_LD);
    }

    /** Begins a document that, where it is JSON-LD, calls properties by the terms of the context; else its prefixes are used. */
    @SuppressWarnings("removal") // Rio 5.1 has no other setting for numbers yet
    public static RdfWriter open(OutputStream out, Syntax syntax, JsonLdContext context, Graphs named) {
        if (syntax == Syntax.JSON_LD) {
            JsonLdWriter writer = new JsonLdWriter(out, context);
            return named == Graphs.NAMED
                    ? new RdfWriter(writer, writer::close)
                    : new RdfWriter(quad -> writer.accept(quad.in(Quad.DEFAULT_GRAPH)), writer::close);
        }
        RDFWriter writer = syntax == Syntax.TURTLE || syntax == Syntax.N3
                ? new GroupedTurtleWriter(out)
                : Rio.createWriter(syntax.format(), characters(out));
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

    /** Rio writes character by character, which is to cost no encoding each. */
    private static Writer characters(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
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
