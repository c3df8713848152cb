package fr.pleiade.linking.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Which thing is meant: those that may be are found by words and codes, then compared part by part.
 *
 * <p>The best is a match only if its score is not low and the second is not near: two of equal names are none.
 */
final class NameMatcher {
    private static final int COMPARED = 40;
    private static final int MOST_WORDS = 16;
    private static final float OF_CODE = 1_000;
    private static final float OF_NAME = 60;
    private static final float OF_SITE = 8;
    private static final float OF_PLACE = 0.3f;
    private static final float OF_LIKE = 0.6f;

    /** A second that is nearer leaves a doubt. */
    static final double MARGIN = 0.8;

    private final Names names;
    private final NameWords words;

    NameMatcher(Names names) {
        this.names = names;
        this.words = names.rules().words();
    }

    List<Candidate> run(MatchQuery query, Set<String> excluded) throws IOException {
        Set<String> codes = new LinkedHashSet<>();
        query.codes().forEach(code -> codes.addAll(names.codes(NameSearch.cut(code))));
        query.names().forEach(name -> codes.addAll(names.codes(NameSearch.cut(name))));
        Query found = query(query, codes);
        Likeness likeness = new Likeness(query, names);
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>(excluded);
        for (ScoreDoc document : names.searcher().search(found, COMPARED).scoreDocs) {
            ReadThing thing = names.read(document.doc);
            if (seen.add(thing.thing().iri())) {
                candidates.add(likeness.of(thing, !Collections.disjoint(thing.codes(), codes)));
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                .thenComparing(candidate -> candidate.thing().ended().isEmpty() ? 0 : 1)
                .thenComparing(candidate -> candidate.matched().role())
                .thenComparing(candidate -> candidate.thing().iri()));
        if (isMatch(candidates)) {
            candidates.set(0, candidates.get(0).matched(true));
        }
        return List.copyOf(candidates.subList(0, Math.min(query.limit(), candidates.size())));
    }

    private static boolean isMatch(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return false;
        }
        double best = candidates.get(0).score();
        double second = candidates.size() > 1 ? candidates.get(1).score() : 0;
        boolean isSure = candidates.get(0).parts().containsKey(Candidate.Part.CODE)
                && (candidates.size() == 1 || !candidates.get(1).parts().containsKey(Candidate.Part.CODE));
        return isSure || (best >= Candidate.LEAST && Likeness.margin(best, second) >= MARGIN);
    }

    private Query query(MatchQuery query, Set<String> codes) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set<String> all = new LinkedHashSet<>();
        for (String name : query.names()) {
            List<String> ofName = words.of(NameSearch.cut(name));
            all.addAll(ofName);
            any.add(
                    NameSearch.constant(NameSearch.term(Fields.EXACT, String.join(" ", ofName)), OF_NAME),
                    Occur.SHOULD);
        }
        for (String word : all.stream().limit(MOST_WORDS).toList()) {
            any.add(NameSearch.term(Fields.WORD, word), Occur.SHOULD);
            if (names.frequency(Fields.WORD, word) == 0) {
                NameSearch.like(word, names).ifPresent(like -> any.add(new BoostQuery(like, OF_LIKE), Occur.SHOULD));
            }
        }
        for (String host : query.hosts()) {
            any.add(NameSearch.constant(NameSearch.term(Fields.HOST, host), OF_SITE), Occur.SHOULD);
        }
        if (!codes.isEmpty()) {
            any.add(NameSearch.constant(NameSearch.codes(codes), OF_CODE), Occur.SHOULD);
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        query.places().stream()
                .flatMap(place -> words.of(NameSearch.cut(place)).stream())
                .distinct()
                .limit(MOST_WORDS)
                .forEach(word -> both.add(new BoostQuery(NameSearch.term(Fields.PLACE, word), OF_PLACE), Occur.SHOULD));
        if (!query.types().isEmpty()) {
            both.add(
                    new TermInSetQuery(
                            Fields.TYPE,
                            query.types().stream().map(BytesRef::new).toList()),
                    Occur.FILTER);
        }
        return both.build();
    }
}
