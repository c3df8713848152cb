package fr.pleiade.syntax;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;

/**
 * Reads RDF text, one quad at a time.
 *
 * <p>Lexical forms stay as they are written. Blank nodes are named {@code b0, b1, …} in the order of their first appearance, so the
 * same document gives the same quads. Memory: one statement and the blank nodes' names. Never follows a link of the document.
 */
public final class RdfReader {
    private RdfReader() {}

    /**
     * Reads a file, gunzipping it if its name ends in {@code .gz}; the syntax is told by the name.
     *
     * @param base the IRI against which relative ones are resolved
     * @throws SyntaxException if the name's suffix is unknown, the content is not of that syntax, or the gzip is damaged
     * @throws UncheckedIOException if the file cannot be read
     */
    public static void read(Path file, String base, Consumer<Quad> quads) {
        Syntax syntax = Syntax.ofFile(file)
                .orElseThrow(() -> new SyntaxException(
                        file.toString(), 0, "the name must end in .ttl, .nt, .nq, .trig, .rdf or .jsonld"));
        try (InputStream in = open(file)) {
            read(in, file.toString(), syntax, base, quads);
        } catch (EOFException | ZipException e) {
            throw damaged(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param document the name used in error messages
     * @throws SyntaxException if the content is not of the syntax
     */
    public static void read(InputStream in, String document, Syntax syntax, String base, Consumer<Quad> quads) {
        parse(in, document, syntax, base, (quad, line) -> quads.accept(quad), new TreeMap<>());
    }

    /**
     * Reads a small document into memory, remembering the line of each triple and the prefixes.
     *
     * @throws SyntaxException as {@link #read(Path, String, Consumer)}
     */
    public static InMemoryGraph readGraph(Path file, String base) {
        Syntax syntax = Syntax.ofFile(file).orElse(Syntax.TURTLE);
        try (InputStream in = open(file)) {
            return readGraph(in, file.toString(), syntax, base);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a small document from a stream into memory, as {@link #readGraph(Path, String)}. */
    public static InMemoryGraph readGraph(InputStream in, String document, Syntax syntax, String base) {
        InMemoryGraph graph = new InMemoryGraph();
        SortedMap<String, String> namespaces = new TreeMap<>();
        parse(in, document, syntax, base, graph::add, namespaces);
        graph.setPrefixes(new Prefixes(namespaces));
        return graph;
    }

    private static SyntaxException damaged(String document, IOException cause) {
        return new SyntaxException(
                document, 0, "it cannot be decompressed (" + cause.getMessage() + "); fetch it again", cause);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return Syntax.isGzipped(file) ? new GZIPInputStream(in, 1 << 16) : in;
    }

    @FunctionalInterface
    private interface LocatedQuads {
        void accept(Quad quad, long line);
    }

    private static void parse(
            InputStream in,
            String document,
            Syntax syntax,
            String base,
            LocatedQuads quads,
            SortedMap<String, String> namespaces) {
        RDFParser parser = TurtleParsers.of(syntax);
        parser.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
        parser.setParseErrorListener(new ParseErrorCollector());
        long[] line = new long[1];
        parser.setParseLocationListener((lineNumber, column) -> line[0] = lineNumber);
        Map<String, String> labels = new HashMap<>();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleNamespace(String prefix, String iri) {
                namespaces.put(prefix, iri);
            }

            @Override
            public void handleStatement(Statement statement) {
                quads.accept(
                        Rdf4j.quad(statement, id -> labels.computeIfAbsent(id, unseen -> "b" + labels.size())),
                        line[0]);
            }
        });
        try {
            parser.parse(in, base);
        } catch (RDFParseException e) {
            throw new SyntaxException(
                    document, Math.max(e.getLineNumber(), line[0]), String.valueOf(e.getMessage()), e);
        } catch (RDFHandlerException e) {
            throw new SyntaxException(document, line[0], String.valueOf(e.getMessage()), e);
        } catch (EOFException | ZipException e) {
            throw damaged(document, e);
        } catch (IOException e) {
            throw new UncheckedIOException(document + ": " + e.getMessage(), e);
        }
    }
}
