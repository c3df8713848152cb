package fr.pleiade.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A kind of store that a release can be pushed to: where it answers queries, takes updates and whole graphs, and how it is told who writes.
 * Fuseki is tested; Virtuoso and RDF4J's server were tried by hand; of QLever this is what its documentation says.
 */
public enum StoreKind {
    /** A dataset's address, such as {@code http://localhost:3030/pleiade}. */
    FUSEKI("/sparql", "/update", "/data"),

    /**
     * A repository's address, such as {@code http://localhost:7200/repositories/pleiade}; RDF4J's server has the same.
     *
     * @see <a href="https://rdf4j.org/documentation/reference/rest-api/">RDF4J REST API</a>
     */
    GRAPHDB("", "/statements", "/rdf-graphs/service"),

    /**
     * A server's address, such as {@code http://localhost:8890}, whose account {@code SPARQL} may update.
     *
     * @see <a href="https://vos.openlinksw.com/owiki/wiki/VOS/VirtGraphUpdateProtocol">Virtuoso's Graph Store Protocol</a>
     */
    VIRTUOSO("/sparql", "/sparql", "/sparql-graph-crud"),

    /**
     * A server's address, such as {@code http://localhost:7001}; the password is the access token.
     *
     * @see <a href="https://github.com/ad-freiburg/qlever/pull/2117">QLever's Graph Store Protocol</a>
     */
    QLEVER("/", "/", "/");

    private final String query;
    private final String update;
    private final String graphs;

    StoreKind(String query, String update, String graphs) {
        this.query = query;
        this.update = update;
        this.graphs = graphs;
    }

    /** {@return where a store of this kind is asked and written, at an address} */
    public RemoteStore.Address address(URI store) {
        String root = store.toString().replaceAll("/$", "");
        return new RemoteStore.Address(
                this, URI.create(root + query), URI.create(root + update), URI.create(root + graphs), Optional.empty());
    }

    /** {@return the value of the header by which the user is known} */
    String authorization(RemoteStore.User user) {
        if (this == QLEVER) {
            return "Bearer " + user.password();
        }
        byte[] pair = (user.name() + ":" + user.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
