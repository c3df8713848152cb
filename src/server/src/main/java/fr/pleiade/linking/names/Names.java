package fr.pleiade.linking.names;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The names of a release, opened: what is called so, what bears this code, what begins so, which thing is meant.
 *
 * <p>Thread-safe. Memory: {@value #KEPT} things that were read last, some kilobytes each. Its files are mapped, and given back when it is closed or nobody holds it any more; they must not change. Things that two
 * graphs name stand in both; they are given once.
 */
public final class Names implements Closeable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int MOST_WEIGHTS = 100_000;
    private static final int LOOKED_INTO = 3;
    private static final int KEPT = 1 << 13;

    private final IndexSearcher searcher;
    private final NameRules rules;
    private final @Nullable DefaultSortedSetDocValuesReaderState facetState;
    private final Cleaner.Cleanable files;
    private final AtomicReferenceArray<@Nullable Kept> kept = new AtomicReferenceArray<>(KEPT);
    private volatile @Nullable List<NameResults.Count> types;
    private volatile @Nullable WordList wordList;
    private final Map<String, Double> weights = new ConcurrentHashMap<>();

    private Names(List<IndexReader> readers, NameRules rules, List<Closeable> opened) {
        try {
            MultiReader all = new MultiReader(readers.toArray(IndexReader[]::new), false);
            this.searcher = new IndexSearcher(all);
            this.facetState = all.numDocs() == 0
                    ? null
                    : new DefaultSortedSetDocValuesReaderState(all, new Fields(rules).facets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.searcher.setQueryCache(null); // it would hold on to files that are given back
        this.rules = rules;
        List<Closeable> held = List.copyOf(opened);
        this.files = CLEANER.register(this, () -> closeAll(held));
    }

    /**
     * {@return the names of a release}
     *
     * @param folder the index, as {@link NameIndex} made it
     * @param slugs the graphs
     * @throws UncheckedIOException if it is not there, or cannot be read
     */
    public static Names open(Path folder, Collection<String> slugs, NameRules rules) {
        Lucene.quiet();
        List<IndexReader> readers = new ArrayList<>();
        List<Closeable> opened = new ArrayList<>();
        try {
            for (String slug : slugs) {
                Directory directory = FSDirectory.open(folder.resolve(slug));
                opened.add(0, directory);
                IndexReader reader = DirectoryReader.open(directory);
                opened.add(0, reader);
                readers.add(reader);
            }
            return new Names(readers, rules, opened);
        } catch (IOException e) {
            closeAll(opened);
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** {@return names that stand in memory: those of another table, or of a register that is not published here} */
    public static Names inMemory(Iterable<NamedThing> things, NameRules rules) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            NameIndex.write(directory, new Fields(rules), writer -> things.forEach(writer::add), Map::of);
            IndexReader reader = DirectoryReader.open(directory);
            return new Names(List.of(reader), rules, List.of(reader, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAll(List<Closeable> opened) {
        for (Closeable one : opened) {
            try {
                one.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        files.clean();
    }

    /** {@return what the site says of names} */
    public NameRules rules() {
        return rules;
    }

    /** {@return how many things there are; one that two graphs name counts twice} */
    public int size() {
        return searcher.getIndexReader().numDocs();
    }

    /** {@return the classes of the things with how many things have them, the most frequent first; counted once} */
    public List<NameResults.Count> types() {
        List<NameResults.Count> known = types;
        if (known == null) {
            known = search(new NameQuery("", List.of(), 0, 0)).counts().stream()
                    .filter(counts -> counts.property().equals(NameQuery.TYPE))
                    .flatMap(counts -> counts.values().stream())
                    .toList();
            types = known;
        }
        return known;
    }

    /** {@return what is found} */
    public NameResults search(NameQuery query) {
        return held(() -> new NameSearch(this).run(query));
    }

    /**
     * {@return names that begin so, or that have words that do, the best first}
     *
     * @param text the beginning, as somebody types it
     * @param filters what must hold of the things
     * @param most how many at most
     */
    public List<NameResults.Hit> suggest(String text, List<NameQuery.Filter> filters, int most) {
        return held(() -> new NameSuggestions(this).run(text, filters, most));
    }

    /** {@return the things that may be meant, the best first; the first alone may be a match} */
    public List<Candidate> match(MatchQuery query) {
        return match(query, Set.of());
    }

    /** {@return the same without things that were found not to be meant} */
    public List<Candidate> match(MatchQuery query, Set<String> excluded) {
        return held(() -> new NameMatcher(this).run(query, excluded));
    }

    /** {@return the thing with an IRI, if it has a name} */
    public Optional<NamedThing> find(String iri) {
        return held(() -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Fields.IRI, iri)), 1);
            return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(thing(found.scoreDocs[0].doc));
        });
    }

    /**
     * {@return the one of some names of places at which the fewest things are, of those whose words are all known of places: where something
     * is in a town and in a region, the town}
     */
    public Optional<String> narrowest(List<String> places) {
        String found = "";
        int least = Integer.MAX_VALUE;
        for (String place : places) {
            List<String> words = rules.words().of(NameSearch.cut(place)).stream()
                    .filter(word -> !Character.isDigit(word.charAt(0)))
                    .toList();
            int most = words.stream()
                    .mapToInt(word -> frequency(Fields.PLACE, word))
                    .min()
                    .orElse(0);
            if (most > 0 && most < least) {
                least = most;
                found = place;
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** {@return whether a name says nothing but where a thing is: all its words are those of some places} */
    public boolean isOnlyAPlace(String name, List<String> places) {
        Set<String> of = new LinkedHashSet<>();
        places.forEach(place -> of.addAll(rules.words().of(place)));
        return of.containsAll(rules.words().of(name));
    }

    /** {@return the codes that a text may be, as terms of {@link Fields#CODE}} */
    Set<String> codes(String text) {
        int named = text.indexOf(MatchQuery.OF_SYSTEM);
        if (named > 0) {
            return codesOf(text.substring(0, named), text.substring(named + 1));
        }
        Set<String> codes = new LinkedHashSet<>();
        for (CodeReader reader : rules.readers()) {
            Reading reading = reader.read(text);
            if (reading.state() != Reading.State.MALFORMED) {
                codes.add(reader.system().slug() + ":" + reading.code());
                codes.add(":" + reading.code());
            }
        }
        codes.add(":" + text.strip());
        codes.add(":" + Fields.loose(text));
        return codes;
    }

    private Set<String> codesOf(String system, String text) {
        return rules.readers().stream()
                .filter(reader -> reader.system().slug().equals(system))
                .map(reader -> reader.read(text))
                .filter(reading -> reading.state() != Reading.State.MALFORMED)
                .map(reading -> system + ":" + reading.code())
                .collect(Collectors.toSet());
    }

    /** {@return how much a word says: the more, the fewer things have it} */
    double weight(String word) {
        Double known = weights.get(word);
        if (known != null) {
            return known;
        }
        double weight = Math.log(1 + (1.0 + size()) / (1.0 + frequency(Fields.WORD, word)));
        if (weights.size() < MOST_WEIGHTS) {
            weights.put(word, weight);
        }
        return weight;
    }

    int frequency(String field, String word) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its words; read when they are first asked for} */
    WordList wordList() throws IOException {
        WordList known = wordList;
        if (known == null) {
            known = WordList.of(searcher.getIndexReader(), Fields.WORD);
            wordList = known;
        }
        return known;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** {@return where the values that are counted stand; nothing in an index of no things} */
    Optional<DefaultSortedSetDocValuesReaderState> facetState() {
        return Optional.ofNullable(facetState);
    }

    /** A thing that was read, and where it stands. */
    private record Kept(int document, ReadThing thing) {}

    /** {@return the thing at a place in the index, with its words; one that was read lately is not read again} */
    ReadThing read(int document) throws IOException {
        int place = document & (KEPT - 1);
        Kept known = kept.get(place);
        if (known != null && known.document() == document) {
            return known.thing();
        }
        ReadThing thing = ReadThing.of(thing(document), rules.words());
        kept.set(place, new Kept(document, thing));
        return thing;
    }

    /** {@return the thing at a place in the index} */
    NamedThing thing(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.THING);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IOException("an index without things");
        }
        BytesRef bytes = values.binaryValue();
        return ThingBytes.read(bytes.bytes, bytes.offset, bytes.length);
    }

    /** {@return that a thing is not found by its name or by its code, if one of some is not} */
    Optional<String> unfound() throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (int i = 0; i < Math.min(LOOKED_INTO, leaf.reader().maxDoc()); i++) {
                NamedThing thing = thing(leaf.docBase + i);
                String text = thing.names().get(0).text();
                long found = searcher.count(
                        new TermQuery(new Term(Fields.EXACT, rules.words().key(text))));
                boolean isFound = found > 0 && find(thing.iri()).isPresent();
                if (!isFound && text.length() < NameSearch.LONGEST) {
                    return Optional.of("<%s> is not found by its name '%s'".formatted(thing.iri(), text));
                }
            }
        }
        return Optional.empty();
    }

    /** Reads the index. */
    @FunctionalInterface
    private interface Lookup<T> {
        T run() throws IOException;
    }

    /** {@return what a look-up gives; the files are held until it ends} */
    private <T> T held(Lookup<T> lookup) {
        try {
            return lookup.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            java.lang.ref.Reference.reachabilityFence(this);
        }
    }
}
