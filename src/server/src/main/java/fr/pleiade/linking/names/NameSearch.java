package fr.pleiade.linking.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * One search: the things that have all words, in their names or in those of their places; if there are none, those that have some.
 *
 * <p>A word that no thing has stands for those like it, and for those that it begins. The first {@value #COMPARED} things are compared
 * name by name, so that whose name is nearest comes first; what bears a code that the text is comes before all.
 */
final class NameSearch {
    /** A longer text is cut: no name is as long. */
    static final int LONGEST = 400;

    private static final int MOST_WORDS = 24;
    private static final int COMPARED = 100;
    private static final int COUNTED = 100;
    private static final float OF_CODE = 10_000;
    private static final float OF_NAME = 1_000;
    private static final float OF_PLACE = 0.4f;
    private static final float OF_LIKE = 0.6f;
    private static final int LIKE_WORDS = 20;
    private static final double BEST = 100;
    private static final double MOST_BY_NAME = 99;

    private final Names names;
    private final NameWords words;

    NameSearch(Names names) {
        this.names = names;
        this.words = names.rules().words();
    }

    NameResults run(NameQuery query) throws IOException {
        String text = cut(query.text());
        List<String> asked = words.of(text);
        List<String> sought = asked.subList(0, Math.min(MOST_WORDS, asked.size()));
        Query narrowed = filter(query.filters());
        if (sought.isEmpty()) {
            return text.isBlank()
                    ? results(query, new MatchAllDocsQuery(), narrowed, Sought.NOTHING, true)
                    : new NameResults(0, List.of(), List.of(), true);
        }
        Sought all = new Sought(text, sought, names.codes(text));
        boolean isExact = sought.stream().allMatch(this::isKnown);
        NameResults strict = results(query, query(all, sought.size()), narrowed, all, isExact);
        if (strict.total() > 0 || sought.size() == 1) {
            return strict;
        }
        NameResults most = results(query, query(all, (sought.size() + 1) / 2), narrowed, all, false);
        return most.total() > 0 ? most : results(query, query(all, 1), narrowed, all, false);
    }

    /** What is looked for. */
    private record Sought(String text, List<String> words, Set<String> codes) {
        static final Sought NOTHING = new Sought("", List.of(), Set.of());

        Sought {
            words = List.copyOf(words);
            codes = Set.copyOf(codes);
        }
    }

    static String cut(String text) {
        String stripped =
                text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST).strip() : text.strip();
        if (stripped.length() <= LONGEST) {
            return stripped;
        }
        return stripped.substring(0, Character.isHighSurrogate(stripped.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private boolean isKnown(String word) {
        return names.frequency(Fields.WORD, word) > 0 || names.frequency(Fields.PLACE, word) > 0;
    }

    private Query query(Sought sought, int least) throws IOException {
        BooleanQuery.Builder byWords = new BooleanQuery.Builder();
        for (String word : sought.words()) {
            byWords.add(word(word), Occur.SHOULD);
        }
        byWords.setMinimumNumberShouldMatch(least);
        return new BooleanQuery.Builder()
                .add(byWords.build(), Occur.SHOULD)
                .add(constant(codes(sought.codes()), OF_CODE), Occur.SHOULD)
                .add(constant(term(Fields.EXACT, String.join(" ", sought.words())), OF_NAME), Occur.SHOULD)
                .build();
    }

    static Query codes(Set<String> codes) {
        return new TermInSetQuery(Fields.CODE, codes.stream().map(BytesRef::new).toList());
    }

    private Query word(String word) throws IOException {
        List<Query> ways = new ArrayList<>();
        ways.add(term(Fields.WORD, word));
        ways.add(new BoostQuery(term(Fields.PLACE, word), OF_PLACE));
        if (!isKnown(word)) {
            like(word, names).ifPresent(like -> ways.add(new BoostQuery(like, OF_LIKE)));
            if (word.length() > 1) {
                ways.add(constant(new PrefixQuery(new Term(Fields.FOLDED, word)), 1));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** {@return a query for words with a slip or two; none for a word that is too short for that, or a number, or where there are none} */
    static Optional<Query> like(String word, Names names) throws IOException {
        if (word.length() < Comparison.SHORTEST_WITH_SLIP || Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        BlendedTermQuery.Builder any = new BlendedTermQuery.Builder();
        any.setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
        List<WordList.Like> all = names.wordList().like(word, Comparison.mostSlips(word.length()), LIKE_WORDS);
        for (WordList.Like like : all) {
            any.add(new Term(Fields.WORD, like.word()), (float) WordList.closeness(like, word));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(any.build());
    }

    static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    static TermQuery term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    /** {@return what narrows: of each property one of its values; everything if there is nothing} */
    static Query filter(List<NameQuery.Filter> filters) {
        Map<String, List<BytesRef>> byProperty = new LinkedHashMap<>();
        for (NameQuery.Filter filter : filters) {
            boolean isType = filter.property().equals(NameQuery.TYPE);
            String term = isType ? filter.value() : Fields.value(filter.property(), filter.value());
            byProperty
                    .computeIfAbsent(filter.property(), property -> new ArrayList<>())
                    .add(new BytesRef(term));
        }
        if (byProperty.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        byProperty.forEach((property, terms) -> all.add(
                new TermInSetQuery(property.equals(NameQuery.TYPE) ? Fields.TYPE : Fields.VALUE, terms), Occur.FILTER));
        return all.build();
    }

    private NameResults results(NameQuery query, Query sought, Query filter, Sought what, boolean isExact)
            throws IOException {
        Query both = new BooleanQuery.Builder()
                .add(sought, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
        int wanted = Math.max(COMPARED, query.from() + query.size());
        FacetsCollectorManager.FacetsResult found =
                FacetsCollectorManager.search(names.searcher(), both, wanted, new FacetsCollectorManager());
        return new NameResults(
                found.facetsCollector().getMatchingDocs().stream()
                        .mapToLong(matching -> matching.totalHits)
                        .sum(),
                page(found.topDocs().scoreDocs, what, query),
                counts(found.facetsCollector()),
                isExact);
    }

    /** {@return the things that were asked for: the first of all in the order of how near their names are, the others as they were found} */
    private List<NameResults.Hit> page(ScoreDoc[] found, Sought sought, NameQuery query) throws IOException {
        Comparison comparison = new Comparison(names::weight);
        int compared = sought.words().isEmpty() ? 0 : Math.min(COMPARED, found.length);
        List<NameResults.Hit> first =
                query.from() < compared ? nearest(found, compared, sought, comparison) : List.of();
        List<NameResults.Hit> page = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        first.forEach(hit -> seen.add(hit.thing().iri()));
        int end = Math.min(found.length, query.from() + query.size());
        for (int place = query.from(); place < end; place++) {
            if (place >= compared) {
                ReadThing thing = names.read(found[place].doc);
                if (seen.add(thing.thing().iri())) {
                    page.add(hit(thing, sought, comparison));
                }
            } else if (place < first.size()) {
                page.add(first.get(place));
            }
        }
        return page;
    }

    private List<NameResults.Hit> nearest(ScoreDoc[] found, int most, Sought sought, Comparison comparison)
            throws IOException {
        List<NameResults.Hit> hits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < most; i++) {
            ReadThing thing = names.read(found[i].doc);
            if (seen.add(thing.thing().iri())) {
                hits.add(hit(thing, sought, comparison));
            }
        }
        hits.sort(Comparator.comparingDouble((NameResults.Hit hit) -> -hit.score())
                .thenComparing(hit -> hit.thing().ended().isEmpty() ? 0 : 1)
                .thenComparing(hit -> hit.matched().role())
                .thenComparing(hit -> hit.thing().names().get(0).text().length())
                .thenComparing(hit -> hit.thing().iri()));
        return hits;
    }

    private static NameResults.Hit hit(ReadThing read, Sought sought, Comparison comparison) {
        NamedThing thing = read.thing();
        Optional<NamedThing.Code> code = thing.codes().stream()
                .filter(one -> Fields.isFound(one, sought.codes()))
                .findFirst();
        Name best = thing.names().get(0);
        double most = 0;
        for (int n = 0; n < thing.names().size(); n++) {
            Name name = thing.names().get(n);
            Comparison.Agreement agreement =
                    comparison.compare(sought.words(), read.words().get(n), List.of(), read.placeWords());
            double score = agreement.ofAsked() * (0.6 + 0.4 * agreement.ofOther());
            if (score > most) {
                most = score;
                best = name;
            }
        }
        return new NameResults.Hit(
                thing,
                best,
                code.isPresent() ? BEST : Math.min(MOST_BY_NAME, MOST_BY_NAME * most),
                code.map(NamedThing.Code::code).orElse(""));
    }

    private List<NameResults.Counts> counts(FacetsCollector found) throws IOException {
        Set<String> properties = new LinkedHashSet<>(List.of(Fields.TYPES, Fields.GRAPHS));
        properties.addAll(names.rules().facets());
        Optional<DefaultSortedSetDocValuesReaderState> values = names.facetState();
        if (values.isEmpty()) {
            return List.of();
        }
        DefaultSortedSetDocValuesReaderState state = values.get();
        SortedSetDocValuesFacetCounts counted = new SortedSetDocValuesFacetCounts(state, found);
        List<NameResults.Counts> counts = new ArrayList<>();
        for (String property : properties) {
            FacetResult result = counted.getTopChildren(COUNTED, property);
            if (result != null && result.labelValues.length > 0) {
                counts.add(new NameResults.Counts(
                        property,
                        Arrays.stream(result.labelValues).map(NameSearch::count).toList()));
            }
        }
        return counts;
    }

    private static NameResults.Count count(LabelAndValue value) {
        return new NameResults.Count(value.label, value.value.longValue());
    }
}
