package fr.pleiade.store;

import fr.pleiade.jena.JenaTerms;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * A TDB2 directory, open for reading: the index over one release's N-Quads.
 *
 * <p>Queries see the union of all named graphs as their default graph, and cannot dial out ({@code SERVICE} is refused). Lexical
 * forms of numbers are TDB2's ({@code 007} comes back as {@code 7}); what must keep them reads the N-Quads. Thread-safe. Close it
 * when its last reader has left; the SPARQL service does so for the store that it serves.
 */
public final class Store implements AutoCloseable {
    /** How long a query of {@link #select} may take. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private final OpenDatabase database;

    /** What {@link #graphs} found: a store does not change. */
    private volatile @Nullable SortedMap<String, Long> counts;

    private Store(OpenDatabase database) {
        this.database = database;
    }

    /**
     * Opens a store.
     *
     * @throws StoreException if there is none in the directory, or another process has it open
     */
    public static Store open(Path directory) {
        return new Store(OpenDatabase.open(directory));
    }

    /**
     * {@return how many of the terms are different ones to a store, which holds {@code "7"} and {@code "007"} of type {@code xsd:integer}
     * to be one}
     */
    public static int distinct(Collection<Term> terms) {
        Set<Object> distinct = new HashSet<>();
        for (Term term : terms) {
            Node node = JenaTerms.node(term);
            NodeId value = NodeId.inline(node);
            distinct.add(value == null ? node : value);
        }
        return distinct.size();
    }

    /** {@return the directory, without symbolic links} */
    public Path directory() {
        return database.directory();
    }

    /** {@return how many triples the graph has; 0 for one that is not there} */
    public long count(String graphIri) {
        return graphs().getOrDefault(graphIri, 0L);
    }

    /** {@return the triples of each named graph, by graph IRI in alphabetical order; the first time takes one pass over an index} */
    public SortedMap<String, Long> graphs() {
        SortedMap<String, Long> known = counts;
        if (known == null) {
            known = Collections.unmodifiableSortedMap(Txn.calculateRead(dataset(), this::countGraphs));
            counts = known;
        }
        return known;
    }

    /** Counts numbers of terms, not terms: quads come in the order of their graphs. */
    private SortedMap<String, Long> countGraphs() {
        NodeTupleTable table =
                TDBInternal.getDatasetGraphTDB(dataset()).getQuadTable().getNodeTupleTable();
        Map<NodeId, Long> byNumber = new LinkedHashMap<>();
        for (Iterator<Tuple<NodeId>> quads = table.findAll(); quads.hasNext(); ) {
            byNumber.merge(quads.next().get(0), 1L, Long::sum);
        }
        SortedMap<String, Long> byName = new TreeMap<>();
        byNumber.forEach((number, quads) -> {
            Node graph = table.getNodeTable().getNodeForNodeId(number);
            byName.put(JenaTerms.term(graph).text(), quads);
        });
        return byName;
    }

    /**
     * Answers a SELECT query, for results that fit in memory.
     *
     * @param bindings values for variables of the query, by name without {@code ?}: never build a query out of values
     * @return the solutions in order; each has the bound variables by name, in the order of the SELECT clause
     * @throws IllegalArgumentException if the query is not a SELECT query of SPARQL 1.1
     * @throws StoreException if it takes longer than {@link #TIME_LIMIT} or would call another service
     */
    public List<Map<String, Term>> select(String sparql, Map<String, Term> bindings) {
        Query query = parseSelect(sparql);
        return Txn.calculateRead(dataset(), () -> {
            try (QueryExec execution = prepare(query, bindings)) {
                return solutions(execution.select());
            } catch (QueryCancelledException e) {
                String problem = "a query took longer than " + TIME_LIMIT.toSeconds() + " seconds";
                throw new StoreException(directory().toString(), problem, "ask for less: " + sparql, e);
            } catch (QueryDeniedException e) {
                String problem = "a query may not call other services: " + e.getMessage();
                throw new StoreException(directory().toString(), problem, "leave SERVICE out", e);
            }
        });
    }

    /**
     * {@return whether the graph has the triple: each of its terms is looked up by itself; a blank node stands for any, since a store
     * names its own}
     */
    public boolean has(Quad quad) {
        return Txn.calculateRead(
                dataset(),
                () -> dataset()
                        .contains(
                                JenaTerms.node(quad.graph()),
                                orAny(quad.subject()),
                                JenaTerms.node(quad.predicate()),
                                orAny(quad.object())));
    }

    /**
     * {@return the first of the literals that the graph does not give back as a value of that property of that thing: neither as it is,
     * nor as the same value of the same datatype}
     *
     * @param quad one with that graph, thing and property; its object is not regarded, nor a thing that is a blank node
     */
    public Optional<Term> lost(Quad quad, List<Term> literals) {
        Set<Node> found = Txn.calculateRead(dataset(), () -> objects(quad));
        return literals.stream()
                .filter(literal -> !holdsValue(found, JenaTerms.node(literal)))
                .findFirst();
    }

    /** Asks for no object, so that TDB2 reads what it has and does not remember what it was asked for. */
    private Set<Node> objects(Quad quad) {
        Set<Node> objects = new HashSet<>();
        dataset()
                .find(JenaTerms.node(quad.graph()), orAny(quad.subject()), JenaTerms.node(quad.predicate()), Node.ANY)
                .forEachRemaining(found -> objects.add(found.getObject()));
        return objects;
    }

    /** What TDB2 keeps within a number of its own has one spelling, so that it can be looked up. */
    private static boolean holdsValue(Set<Node> found, Node literal) {
        if (found.contains(literal)) {
            return true;
        }
        NodeId value = NodeId.inline(literal);
        if (value != null) {
            Node spelled = NodeId.extract(value);
            return isSame(spelled, literal) && found.contains(spelled);
        }
        return found.stream().anyMatch(other -> isSame(other, literal));
    }

    private static boolean isSame(Node node, Node literal) {
        return node.isLiteral()
                && node.getLiteralDatatypeURI().equals(literal.getLiteralDatatypeURI())
                && node.sameValueAs(literal);
    }

    private static Node orAny(Term term) {
        return term instanceof Term.BlankNode ? Node.ANY : JenaTerms.node(term);
    }

    /** {@return whether the graph has a triple} */
    public boolean hasGraph(String graphIri) {
        Node graph = NodeFactory.createURI(graphIri);
        return Txn.calculateRead(dataset(), () -> dataset().containsGraph(graph));
    }

    DatasetGraph dataset() {
        return database.dataset();
    }

    @Override
    public void close() {
        database.close();
    }

    private static Query parseSelect(String sparql) {
        try {
            Query query = QueryFactory.create(sparql, Syntax.syntaxSPARQL_11);
            if (query.isSelectType()) {
                return query;
            }
        } catch (QueryParseException e) {
            throw new IllegalArgumentException("not a SPARQL query: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("not a SELECT query: " + sparql);
    }

    private QueryExec prepare(Query query, Map<String, Term> bindings) {
        QueryExecBuilder builder =
                QueryExec.dataset(dataset()).query(query).timeout(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        bindings.forEach((name, term) -> builder.substitution(name, JenaTerms.node(term)));
        return builder.build();
    }

    private static List<Map<String, Term>> solutions(RowSet rows) {
        List<Map<String, Term>> solutions = new ArrayList<>();
        while (rows.hasNext()) {
            Binding row = rows.next();
            Map<String, Term> solution = new LinkedHashMap<>();
            for (Var variable : rows.getResultVars()) {
                if (row.contains(variable)) {
                    solution.put(variable.getVarName(), JenaTerms.term(row.get(variable)));
                }
            }
            solutions.add(Collections.unmodifiableMap(solution));
        }
        return Collections.unmodifiableList(solutions);
    }
}
