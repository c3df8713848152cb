package fr.pleiade.syntax;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.hasmac.jsonld.JsonLd;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.document.JsonDocument;
import no.hasmac.jsonld.document.RdfDocument;
import no.hasmac.rdf.Rdf;
import no.hasmac.rdf.RdfDataset;
import no.hasmac.rdf.RdfResource;
import no.hasmac.rdf.RdfTriple;
import no.hasmac.rdf.RdfValue;

/**
 * Writes quads as JSON-LD, compacted with a context that stands in the document. Rio's own writer knows prefixes only and holds
 * everything; this one asks the same processor, for a block of some hundred subjects at a time.
 *
 * <p>A document of one block has the part of the context that it needs, a longer one has all of it, and then a node a line.
 */
final class JsonLdWriter implements Consumer<Quad>, AutoCloseable {
    private static final int BLOCK = 2000;
    private static final String CONTEXT = "@context";
    private static final String GRAPH = "@graph";
    private static final String ID = "@id";

    private final OutputStream out;
    private final JsonLdContext context;
    private final List<Quad> block = new ArrayList<>();
    private boolean isLong;
    private boolean hasNodes;

    JsonLdWriter(OutputStream out, JsonLdContext context) {
        this.out = out;
        this.context = context;
    }

    @Override
    public void accept(Quad quad) {
        if (block.size() >= BLOCK && !block.get(block.size() - 1).subject().equals(quad.subject())) {
            writeBlock();
        }
        block.add(quad);
    }

    @Override
    public void close() {
        if (!isLong) {
            write(PrettyJson.of(compacted(context.neededBy(block))));
            return;
        }
        writeBlock();
        write("\n]}\n");
    }

    private void writeBlock() {
        if (!isLong) {
            isLong = true;
            write("{\"%s\":%s,\n\"%s\":[".formatted(CONTEXT, context.document().get(CONTEXT), GRAPH));
        }
        Set<String> mistakable = context.mistakableIn(block);
        JsonObject document = compacted(context.without(mistakable));
        // A node that has a name beside its triples is one named graph, not a list of nodes.
        JsonArray nodes = document.containsKey(GRAPH) && !document.containsKey(ID)
                ? document.getJsonArray(GRAPH)
                : JsonLdContext.BUILDERS.createArrayBuilder().add(document).build();
        for (JsonValue node : nodes) {
            write(hasNodes ? ",\n" : "\n");
            hasNodes = true;
            write(alone(node.asJsonObject(), mistakable).toString());
        }
        block.clear();
    }

    /** {@return the node with the document's context, of which it leaves the given prefixes out} */
    private static JsonObject alone(JsonObject node, Set<String> withoutPrefixes) {
        JsonObjectBuilder members = JsonLdContext.BUILDERS.createObjectBuilder();
        if (!withoutPrefixes.isEmpty()) {
            JsonObjectBuilder local = JsonLdContext.BUILDERS.createObjectBuilder();
            withoutPrefixes.forEach(local::addNull);
            members.add(CONTEXT, local);
        }
        node.forEach((key, value) -> {
            if (!key.equals(CONTEXT)) {
                members.add(key, value);
            }
        });
        return members.build();
    }

    /** {@return the block as a document whose context stands in front, where readers that stream need it} */
    private JsonObject compacted(JsonLdContext names) {
        RdfDataset dataset = Rdf.createDataset();
        for (Quad quad : block) {
            RdfResource predicate = Rdf.createIRI(quad.predicate().value());
            RdfTriple triple = Rdf.createTriple(resource(quad.subject()), predicate, value(quad.object()));
            if (quad.graph().equals(Quad.DEFAULT_GRAPH)) {
                dataset.add(triple);
            } else {
                dataset.add(Rdf.createNQuad(triple, resource(quad.graph())));
            }
        }
        try {
            JsonDocument expanded =
                    JsonDocument.of(JsonLd.fromRdf(RdfDocument.of(dataset)).get());
            JsonObjectBuilder contextFirst = JsonLdContext.BUILDERS.createObjectBuilder(names.document());
            JsonLd.compact(expanded, JsonDocument.of(names.document())).get().forEach(contextFirst::add);
            return contextFirst.build();
        } catch (JsonLdError e) {
            throw new IllegalStateException("triples that are not JSON-LD: " + e.getMessage(), e);
        }
    }

    private static RdfResource resource(Term term) {
        return term instanceof Term.BlankNode node
                ? Rdf.createBlankNode("_:" + node.label())
                : Rdf.createIRI(term.text());
    }

    private static RdfValue value(Term term) {
        if (!(term instanceof Term.Literal literal)) {
            return resource(term);
        }
        return literal.language().isEmpty()
                ? Rdf.createTypedString(literal.lexical(), literal.datatype())
                : Rdf.createLangString(literal.lexical(), literal.language());
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
