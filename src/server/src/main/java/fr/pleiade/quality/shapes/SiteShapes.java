package fr.pleiade.quality.shapes;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The shapes of a site: {@code ontology/shapes/*.ttl}, as one.
 *
 * @param shapes what jena-shacl validates with
 * @param graph the same documents
 * @param properties the properties that validation looks at; none if it may look at any
 */
record SiteShapes(Shapes shapes, Graph graph, Set<String> properties) {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final Node MESSAGE = NodeFactory.createURI(SHACL + "message");
    private static final Set<String> ABOUT_ALL = Set.of(
            SHACL + "closed", SHACL + "sparql", SHACL + "select", SHACL + "targetNode", SHACL + "targetObjectsOf");

    SiteShapes {
        properties = Set.copyOf(properties);
    }

    /**
     * {@return the shapes of a folder, which need not be there}
     *
     * @param findings takes {@code unreadable} for a document that is not Turtle or holds no valid shapes, which is left out
     */
    static SiteShapes read(Path folder, String base, Consumer<Finding> findings) {
        Graph all = GraphFactory.createDefaultGraph();
        for (Path file : files(folder)) {
            String name = "shapes/" + file.getFileName();
            try {
                RdfReader.readGraph(file, base); // says where it is not Turtle
                Graph graph = GraphFactory.createDefaultGraph();
                RDFParser.source(file).base(base).parse(graph);
                Shapes.parse(graph);
                graph.find().forEach(all::add);
            } catch (SyntaxException | RiotException | ShaclParseException e) {
                findings.accept(Rule.UNREADABLE.at(new Place.InFile(name), "%s", "%s", String.valueOf(e.getMessage())));
            }
        }
        return new SiteShapes(Shapes.parse(all), all, properties(all));
    }

    /** {@return every IRI that the shapes name: properties and paths among them; none where a shape is about all properties of a thing} */
    private static Set<String> properties(Graph shapes) {
        Set<String> named = new TreeSet<>();
        boolean[] all = {false};
        shapes.find().forEachRemaining(triple -> {
            all[0] |= ABOUT_ALL.contains(triple.getPredicate().getURI());
            if (triple.getObject().isURI()) {
                named.add(triple.getObject().getURI());
            }
        });
        named.add(Vocabulary.TYPE.value());
        return all[0] ? Set.of() : named;
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** {@return what a shape says of those who break it, in both languages; where it says nothing, what SHACL says} */
    Text message(Node shape, String otherwise) {
        List<Node> messages = graph.find(shape, MESSAGE, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .toList();
        return new Text(message(messages, "en", otherwise), message(messages, "fr", otherwise));
    }

    private static String message(List<Node> messages, String language, String otherwise) {
        Comparator<Node> byText = Comparator.comparing(Node::getLiteralLexicalForm);
        return messages.stream()
                .filter(message -> message.getLiteralLanguage().startsWith(language)
                        || message.getLiteralLanguage().isEmpty())
                .min(byText)
                .or(() -> messages.stream().min(byText))
                .map(Node::getLiteralLexicalForm)
                .orElse(otherwise);
    }
}
