package fr.pleiade.quality.shapes;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The shapes of a site: {@code ontology/shapes/*.ttl}, as one.
 *
 * @param shapes what jena-shacl validates with
 * @param graph the same documents, with their lines
 * @param properties the properties that validation looks at; none if it may look at any
 */
record SiteShapes(Shapes shapes, InMemoryGraph graph, Set<String> properties) {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
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
        InMemoryGraph lines = new InMemoryGraph();
        for (Path file : files(folder)) {
            String name = "shapes/" + file.getFileName();
            try {
                InMemoryGraph document = RdfReader.readGraph(file, base);
                Graph graph = GraphFactory.createDefaultGraph();
                RDFParser.source(file).base(base).parse(graph);
                Shapes.parse(graph);
                graph.find().forEach(all::add);
                lines.addAll(document);
            } catch (SyntaxException | RiotException | ShaclParseException e) {
                findings.accept(Rule.UNREADABLE.at(new Place.InFile(name), "%s", "%s", String.valueOf(e.getMessage())));
            }
        }
        return new SiteShapes(Shapes.parse(all), lines, properties(lines));
    }

    /** {@return every IRI that the shapes name: properties and paths among them; none where a shape is about all properties of a thing} */
    private static Set<String> properties(InMemoryGraph shapes) {
        Set<String> named = new TreeSet<>();
        for (Quad triple : shapes.triples()) {
            if (ABOUT_ALL.contains(triple.predicate().value())) {
                return Set.of();
            }
            if (triple.object() instanceof Term.Iri iri) {
                named.add(iri.value());
            }
        }
        named.add(Vocabulary.TYPE.value());
        return named;
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
        List<Term> messages =
                shape.isURI() ? graph.objects(new Term.Iri(shape.getURI()), SHACL + "message") : new ArrayList<>();
        return new Text(message(messages, "en", otherwise), message(messages, "fr", otherwise));
    }

    private static String message(List<Term> messages, String language, String otherwise) {
        return messages.stream()
                .filter(message -> message instanceof Term.Literal literal
                        && (literal.language().startsWith(language)
                                || literal.language().isEmpty()))
                .map(Term::text)
                .findFirst()
                .orElseGet(() -> messages.stream()
                        .map(Term::text)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), all -> all.isEmpty() ? otherwise : all.get(0))));
    }
}
