package fr.pleiade.store.load;

import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.count.GraphCounts;
import fr.pleiade.store.count.PlannerStatistics;
import fr.pleiade.store.count.StoreCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Counts what an index has, in one pass over the one that is sorted by property and object, and writes the counts beside it.
 *
 * <p>Compares numbers of terms, not terms. Memory: a number for each property and each class of each graph.
 */
final class IndexCounts {
    private static final String INDEX = "POSG";
    private static final int PROPERTY = 0;
    private static final int OBJECT = Long.BYTES;
    private static final int SUBJECT = 2 * Long.BYTES;
    private static final int GRAPH = 3 * Long.BYTES;
    private static final String TYPE = Vocabulary.RDF + "type";

    private final NodeTupleTable table;
    private final Tally union = new Tally("");
    private final Map<Long, Tally> graphs = new HashMap<>();
    private final SortedMap<String, Long> objects = new TreeMap<>();

    /** Whether each graph and each class has an IRI that a line can hold: else only those who plan are told. */
    private boolean isPlain = true;

    private boolean isType;
    private long differentObjects;

    private IndexCounts(NodeTupleTable table) {
        this.table = table;
    }

    /** Writes the counts of a store that has not changed since it was opened. */
    static void write(OpenDatabase database) {
        IndexCounts counts = new IndexCounts(TDBInternal.getDatasetGraphTDB(database.dataset())
                .getQuadTable()
                .getNodeTupleTable());
        Txn.executeRead(database.dataset(), counts::count);
        try {
            Files.deleteIfExists(StoreCounts.file(database.directory()));
            GraphCounts all = counts.union.counts();
            new PlannerStatistics(all, counts.objects).write(database.directory());
            if (counts.isPlain) {
                SortedMap<String, GraphCounts> byGraph = new TreeMap<>();
                counts.graphs.values().forEach(graph -> byGraph.put(graph.name, graph.counts()));
                new StoreCounts(all, byGraph).write(database.directory());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(database.directory() + ": " + e.getMessage(), e);
        }
    }

    private void count() {
        TupleIndex index = Arrays.stream(table.getTupleTable().getIndexes())
                .filter(each -> each.getName().equals(INDEX))
                .findFirst()
                .orElseThrow();
        byte[] before = new byte[GRAPH + Long.BYTES];
        boolean isFirst = true;
        for (Iterator<Record> quads = LoaderOps.idxBTree(index).iterator(); quads.hasNext(); ) {
            byte[] quad = quads.next().getKey();
            boolean sameProperty = !isFirst && same(quad, before, PROPERTY);
            boolean sameObject = sameProperty && same(quad, before, OBJECT);
            boolean sameTriple = sameObject && same(quad, before, SUBJECT);
            if (!isFirst && !sameObject) {
                endObject(before);
            }
            if (!isFirst && !sameProperty) {
                endProperty(before);
            }
            if (!sameProperty) {
                isType = iri(quad, PROPERTY).equals(TYPE);
            }
            differentObjects += sameObject ? 0 : 1;
            union.add(sameTriple ? 0 : 1);
            graph(quad).add(1);
            before = quad;
            isFirst = false;
        }
        if (!isFirst) {
            endObject(before);
            endProperty(before);
        }
    }

    private static boolean same(byte[] one, byte[] other, int at) {
        return Bytes.getLong(one, at) == Bytes.getLong(other, at);
    }

    private Tally graph(byte[] quad) {
        Long number = Bytes.getLong(quad, GRAPH);
        Tally graph = graphs.get(number);
        if (graph == null) {
            graph = new Tally(plainIri(quad, GRAPH));
            graphs.put(number, graph);
        }
        return graph;
    }

    private void endObject(byte[] quad) {
        if (isType) {
            String iri = plainIri(quad, OBJECT);
            boolean isClass = node(quad, OBJECT).isURI();
            union.endObject(iri, isClass);
            graphs.values().forEach(graph -> graph.endObject(iri, isClass));
        }
    }

    private void endProperty(byte[] quad) {
        String iri = iri(quad, PROPERTY);
        objects.put(iri, differentObjects);
        differentObjects = 0;
        union.endProperty(iri);
        graphs.values().forEach(graph -> graph.endProperty(iri));
    }

    private String plainIri(byte[] quad, int at) {
        Node node = node(quad, at);
        if (!node.isURI() || node.getURI().chars().anyMatch(Character::isISOControl)) {
            isPlain = false;
        }
        return node.toString();
    }

    private String iri(byte[] quad, int at) {
        return node(quad, at).toString();
    }

    private Node node(byte[] quad, int at) {
        return table.getNodeTable().getNodeForNodeId(NodeIdFactory.get(quad, at));
    }

    /** The numbers of one graph, or of all, so far. */
    private static final class Tally {
        private final String name;
        private final SortedMap<String, Long> properties = new TreeMap<>();
        private final SortedMap<String, Long> classes = new TreeMap<>();
        private long triples;
        private long ofProperty;
        private long ofObject;

        Tally(String name) {
            this.name = name;
        }

        void add(int more) {
            triples += more;
            ofProperty += more;
            ofObject += more;
        }

        void endObject(String iri, boolean isClass) {
            if (isClass && ofObject > 0) {
                classes.put(iri, ofObject);
            }
            ofObject = 0;
        }

        void endProperty(String iri) {
            if (ofProperty > 0) {
                properties.put(iri, ofProperty);
            }
            ofProperty = 0;
            ofObject = 0;
        }

        GraphCounts counts() {
            return new GraphCounts(triples, properties, classes);
        }
    }
}
