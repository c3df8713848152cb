package fr.pleiade.sparql;

import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.build.FusekiConfig;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.FusekiVocabG;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.assembler.AssemblerUtils;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.G;
import org.apache.jena.tdb2.assembler.VocabTDB2;

/**
 * A Fuseki assembler file: one service that reads one TDB2 dataset, by queries and by Graph Store reads.
 *
 * @see <a href="https://jena.apache.org/documentation/fuseki2/fuseki-configuration.html">Fuseki configuration</a>
 */
final class Assembler {
    /** Ours, for what Fuseki has no word for. */
    private static final Node ALLOWED_SERVICE = NodeFactory.createURI("https://w3id.org/pleiade/store#allowedService");

    private static final Set<Node> READING =
            Set.of(FusekiVocabG.opQuery, FusekiVocabG.opGSP_r, FusekiVocabG.opGSP_r_alt);

    static {
        JenaSystem.init();
    }

    private final Path file;
    private final Graph description;
    private final Node dataset;
    private final Map<SparqlEndpoint, String> names;
    private final Set<String> allowedServices;

    private Assembler(Path file, Graph description) {
        this.file = file;
        this.description = description;
        Node service = one(G.nodesOfTypeAsList(description, FusekiVocabG.fusekiService), "fuseki:Service");
        this.dataset = one(G.listSP(description, service, FusekiVocabG.pDataset), "fuseki:dataset");
        this.names = names(service);
        this.allowedServices = allowedServices(service);
        one(G.listSP(description, dataset, VocabTDB2.pLocation.asNode()), "tdb2:location");
    }

    static Assembler read(Path file) {
        if (!Files.isReadable(file)) {
            throw new StoreException(file.toString(), "cannot be read", "name a Fuseki assembler file in Turtle");
        }
        try {
            Graph description = RDFParser.source(file)
                    .forceLang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .toGraph();
            return new Assembler(file, description);
        } catch (RiotException e) {
            throw new StoreException(file.toString(), "not Turtle: " + e.getMessage(), "correct it", e);
        }
    }

    Path file() {
        return file;
    }

    /** {@return the name within Fuseki's service of the endpoint for this} */
    String name(SparqlEndpoint endpoint) {
        return names.getOrDefault(endpoint, "");
    }

    /** {@return the SPARQL endpoints elsewhere that a query may call} */
    Set<String> allowedServices() {
        return allowedServices;
    }

    /** {@return Fuseki's service as described, over the given store in the place of the described directory} */
    DataAccessPoint accessPoint(Store store, OperationRegistry operations) {
        List<DataAccessPoint> built =
                FusekiConfig.processServerConfiguration(withLocation(store.directory()), Fuseki.getContext());
        if (built.size() != 1) {
            throw fault("Fuseki makes " + built.size() + " services of it");
        }
        DataAccessPoint accessPoint = built.get(0);
        accessPoint.getDataService().setEndpointProcessors(operations);
        accessPoint.getDataService().goActive();
        return accessPoint;
    }

    @SuppressWarnings("removal") // what is to take its place is not public in Jena 5
    private Model withLocation(Path directory) {
        Graph located = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(located, description);
        Node location = VocabTDB2.pLocation.asNode();
        located.remove(dataset, location, Node.ANY);
        located.add(dataset, location, NodeFactory.createLiteralString(directory.toString()));
        Model model = ModelFactory.createModelForGraph(located);
        AssemblerUtils.addRegistered(model);
        return model;
    }

    private Map<SparqlEndpoint, String> names(Node service) {
        Map<SparqlEndpoint, String> byUse = new EnumMap<>(SparqlEndpoint.class);
        for (Node endpoint : G.listSP(description, service, FusekiVocabG.pEndpoint)) {
            Node operation = one(G.listSP(description, endpoint, FusekiVocabG.pOperation), "fuseki:operation");
            if (!READING.contains(operation)) {
                throw fault("the operation " + operation + " is not one of fuseki:query and fuseki:gsp-r");
            }
            SparqlEndpoint use =
                    operation.equals(FusekiVocabG.opQuery) ? SparqlEndpoint.QUERY : SparqlEndpoint.GRAPH_STORE;
            if (byUse.put(use, text(endpoint, "an endpoint's fuseki:name")) != null) {
                throw fault("there are two endpoints with the operation " + operation);
            }
        }
        if (byUse.size() < SparqlEndpoint.values().length) {
            throw fault("there must be an endpoint for fuseki:query and one for fuseki:gsp-r");
        }
        return byUse;
    }

    private Set<String> allowedServices(Node service) {
        Set<String> addresses = new TreeSet<>();
        for (Node endpoint : G.listSP(description, service, ALLOWED_SERVICE)) {
            if (!endpoint.isURI() || !isPlainWebAddress(endpoint.getURI())) {
                throw fault(
                        "an allowed service is an http or https IRI without user, query and fragment, not " + endpoint);
            }
            addresses.add(endpoint.getURI());
        }
        return Collections.unmodifiableSet(addresses);
    }

    private static boolean isPlainWebAddress(String iri) {
        try {
            URI uri = new URI(iri);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String text(Node subject, String what) {
        Node name = one(G.listSP(description, subject, FusekiVocabG.pServiceName), what);
        if (!name.isLiteral() || name.getLiteralLexicalForm().isEmpty()) {
            throw fault(what + " must be a string that is not empty");
        }
        return name.getLiteralLexicalForm();
    }

    private Node one(List<Node> nodes, String what) {
        if (nodes.size() != 1) {
            throw fault("there must be exactly one " + what + ", there are " + nodes.size());
        }
        return nodes.get(0);
    }

    private StoreException fault(String problem) {
        return new StoreException(
                file.toString(), problem, "describe one service with named endpoints for reading one TDB2 dataset");
    }
}
