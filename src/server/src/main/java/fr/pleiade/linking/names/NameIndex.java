package fr.pleiade.linking.names;

import fr.pleiade.quads.Durable;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The index of a release's names: a folder of its own for each graph, made from the sorted graphs and nothing else.
 *
 * <p>The same graphs give the same answers, in the same order: the folders' bytes differ, for Lucene gives each index a random name of its
 * own. A folder says of which graph it was made, of which rules, and of which names of places in other graphs; where all of these
 * are as they were, it is taken over as it is, so that a publication that changes some rows makes the index of one graph.
 *
 * <pre>
 * names/&lt;slug&gt;/     an index of Lucene in one segment
 * </pre>
 */
public final class NameIndex {
    /** The folder within a release. */
    public static final String FOLDER = "names";

    private static final String GRAPH = "graph";
    private static final String RULES = "rules";
    private static final String PLACES = "places";
    private static final String THINGS = "things";
    private static final String FORMAT = "1 ";
    private static final double BUFFER_MEGABYTES = 48;

    private final String base;
    private final SortedMap<String, Graph> graphs;
    private final NameRules rules;
    private final Fields fields;

    /**
     * A graph to be indexed.
     *
     * @param file its sorted N-Quads
     * @param sha256 their digest
     */
    public record Graph(Path file, String sha256) {}

    /**
     * {@return the index of a release's graphs}
     *
     * @param base what the IRIs of the things begin with
     * @param graphs the graphs by their slugs
     * @param vocabulary the slug of the one that {@link NameRules} are read from; there need be none
     */
    public static NameIndex of(String base, Map<String, Graph> graphs, String vocabulary) {
        InMemoryGraph ontology = graphs.containsKey(vocabulary)
                ? RdfReader.readGraph(graphs.get(vocabulary).file(), base)
                : new InMemoryGraph();
        return new NameIndex(base, graphs, ontology);
    }

    /**
     * @param base what the IRIs of the things begin with
     * @param graphs the graphs by their slugs
     * @param ontology what {@link NameRules} are read from
     */
    public NameIndex(String base, Map<String, Graph> graphs, InMemoryGraph ontology) {
        this.base = base;
        this.graphs = new TreeMap<>(graphs);
        this.rules = NameRules.of(ontology);
        this.fields = new Fields(rules);
    }

    /**
     * Makes the index.
     *
     * @param folder where; a folder that is not there yet
     * @param before an index from which graphs that have not changed are taken over
     * @return the slugs of the graphs whose index was made, the others being taken over
     */
    public List<String> make(Path folder, Optional<Path> before) throws IOException {
        Lucene.quiet();
        Files.createDirectories(folder);
        PlaceNames places = new PlaceNames(
                graphs.values().stream()
                        .map(graph -> GraphFile.of(graph.file()))
                        .toList(),
                rules);
        List<String> made = new ArrayList<>();
        for (Map.Entry<String, Graph> graph : graphs.entrySet()) {
            Path target = folder.resolve(graph.getKey());
            Optional<Path> same = before.map(index -> index.resolve(graph.getKey()))
                    .filter(index -> isOf(graph.getValue(), index, places));
            if (same.isPresent()) {
                takeOver(same.get(), target);
            } else {
                make(graph.getKey(), graph.getValue(), target, places);
                made.add(graph.getKey());
            }
            Durable.forceAll(target);
        }
        return made;
    }

    private boolean isOf(Graph graph, Path index, PlaceNames places) {
        if (!Files.isDirectory(index)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> of = reader.getIndexCommit().getUserData();
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return graph.sha256().equals(of.get(GRAPH))
                    && (FORMAT + rules.digest()).equals(of.get(RULES))
                    && digest(places(reader), places).equals(of.get(PLACES));
        } catch (IOException | IllegalArgumentException e) {
            return false; // damaged, or of another version: it is made anew
        }
    }

    /** {@return the places of the things in an index} */
    private static Set<String> places(DirectoryReader reader) throws IOException {
        Set<String> places = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.AT);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef place = each.next(); place != null; place = each.next()) {
                places.add(place.utf8ToString());
            }
        }
        return places;
    }

    /** {@return a digest of what places are called} */
    private static String digest(Set<String> places, PlaceNames names) {
        StringBuilder all = new StringBuilder();
        places.forEach(iri -> all.append(iri).append('\n').append(names.of(iri)).append('\n'));
        return Sha256.of(all.toString());
    }

    private static void takeOver(Path index, Path target) throws IOException {
        Files.createDirectory(target);
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.sorted().toList()) {
                Path copy = target.resolve(file.getFileName());
                try {
                    Files.createLink(copy, file);
                } catch (IOException | UnsupportedOperationException e) {
                    Files.copy(file, copy); // a file system without links
                }
            }
        }
    }

    private void make(String slug, Graph graph, Path target, PlaceNames placeNames) throws IOException {
        Files.createDirectory(target);
        long[] things = {0};
        Set<String> places = new TreeSet<>();
        try (Directory directory = new LateSync(FSDirectory.open(target))) {
            write(
                    directory,
                    fields,
                    writer -> new ThingReader(slug, base, rules, placeNames, thing -> {
                                writer.add(thing);
                                things[0]++;
                                thing.places().stream()
                                        .map(NamedThing.Place::iri)
                                        .filter(iri -> !iri.isEmpty())
                                        .forEach(places::add);
                            })
                            .read(graph.file()),
                    () -> Map.of(
                            GRAPH, graph.sha256(),
                            RULES, FORMAT + rules.digest(),
                            PLACES, digest(places, placeNames),
                            THINGS, Long.toString(things[0])));
        }
        Files.deleteIfExists(target.resolve(IndexWriter.WRITE_LOCK_NAME));
    }

    /** Writes no file through to the disk: the whole folder is, once, when it is complete. */
    private static final class LateSync extends FilterDirectory {
        LateSync(Directory directory) {
            super(directory);
        }

        @Override
        public void sync(Collection<String> names) {}

        @Override
        public void syncMetaData() {}
    }

    /** Gives things to an index in the making. */
    @FunctionalInterface
    interface Filling {
        void fill(Adding writer) throws IOException;
    }

    /** Takes things. */
    @FunctionalInterface
    interface Adding {
        void add(NamedThing thing);
    }

    /**
     * Writes an index in one segment.
     *
     * @param said what the index says of itself, asked for when it has all things
     */
    static void write(Directory directory, Fields fields, Filling filling, Supplier<Map<String, String>> said)
            throws IOException {
        Lucene.quiet();
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(true)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            filling.fill(thing -> {
                try {
                    writer.addDocument(fields.document(thing));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.forceMerge(1);
            writer.setLiveCommitData(said.get().entrySet());
            writer.commit();
        }
    }

    /**
     * {@return what is wrong with an index, if anything is: a folder is missing, its checksums are wrong, it has not all things of its
     * graph, or does not find them by their names}
     *
     * @param folder the index of these graphs
     */
    public Optional<String> problem(Path folder) throws IOException {
        Lucene.quiet();
        for (Map.Entry<String, Graph> graph : graphs.entrySet()) {
            Path index = folder.resolve(graph.getKey());
            if (!Files.isDirectory(index)) {
                return Optional.of("the index of the names in '%s' is missing".formatted(graph.getKey()));
            }
            try (Directory directory = FSDirectory.open(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                Map<String, String> of = reader.getIndexCommit().getUserData();
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
                if (!graph.getValue().sha256().equals(of.get(GRAPH))
                        || !Integer.toString(reader.numDocs()).equals(of.get(THINGS))) {
                    return Optional.of(
                            "the index of the names in '%s' has %d things, and was made with %s of another graph"
                                    .formatted(graph.getKey(), reader.numDocs(), of.get(THINGS)));
                }
            } catch (IOException | IllegalArgumentException e) {
                return Optional.of("the index of the names in '%s' cannot be read: %s".formatted(graph.getKey(), e));
            }
        }
        return unfound(folder);
    }

    private Optional<String> unfound(Path folder) throws IOException {
        try (Names names = Names.open(folder, List.copyOf(graphs.keySet()), rules)) {
            return names.unfound();
        }
    }
}
