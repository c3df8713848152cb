package fr.pleiade.linking.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** What somebody may be about to type: names that begin so first, then those of which a word begins so. */
final class NameSuggestions {
    private static final int LOOKED_AT = 120;
    private static final float BY_CODE = 100;
    private static final float BY_WHOLE = 30;
    private static final float BY_BEGINNING = 10;

    private final Names names;

    NameSuggestions(Names names) {
        this.names = names;
    }

    List<NameResults.Hit> run(String text, List<NameQuery.Filter> filters, int most) throws IOException {
        String typed = NameSearch.cut(text);
        List<String> folded = NameWords.folded(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        String start = String.join(" ", folded);
        Query query = new BooleanQuery.Builder()
                .add(query(typed, folded, start), Occur.MUST)
                .add(NameSearch.filter(filters), Occur.FILTER)
                .build();
        List<NameResults.Hit> hits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ScoreDoc document : names.searcher().search(query, LOOKED_AT).scoreDocs) {
            ReadThing thing = names.read(document.doc);
            if (seen.add(thing.thing().iri())) {
                hits.add(new NameResults.Hit(thing.thing(), matched(thing, start, folded), document.score, ""));
            }
        }
        hits.sort(Comparator.comparingDouble((NameResults.Hit hit) -> -hit.score())
                .thenComparing(hit -> hit.thing().ended().isEmpty() ? 0 : 1)
                .thenComparing(hit -> hit.matched().text().length())
                .thenComparing(hit -> hit.matched().text().toLowerCase(Locale.ROOT))
                .thenComparing(hit -> hit.thing().iri()));
        return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
    }

    private Query query(String typed, List<String> folded, String start) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (int i = 0; i < folded.size(); i++) {
            Query word = i == folded.size() - 1
                    ? new PrefixQuery(new Term(Fields.FOLDED, folded.get(i)))
                    : NameSearch.term(Fields.FOLDED, folded.get(i));
            words.add(NameSearch.constant(word, 1f / folded.size()), Occur.MUST);
        }
        return new BooleanQuery.Builder()
                .add(words.build(), Occur.SHOULD)
                .add(NameSearch.constant(NameSearch.codes(names.codes(typed)), BY_CODE), Occur.SHOULD)
                .add(NameSearch.constant(NameSearch.term(Fields.START, start), BY_WHOLE), Occur.SHOULD)
                .add(NameSearch.constant(new PrefixQuery(new Term(Fields.START, start)), BY_BEGINNING), Occur.SHOULD)
                .build();
    }

    /** {@return the name that begins so, else one that has all words, else what the thing is called} */
    private static Name matched(ReadThing read, String start, List<String> folded) {
        List<Name> all = read.thing().names();
        Name having = all.get(0);
        boolean isHaving = false;
        for (int n = 0; n < all.size(); n++) {
            Name name = all.get(n);
            if (name.role() == Name.Role.HIDDEN) {
                continue;
            }
            String text = read.starts().get(n);
            if (text.startsWith(start)) {
                return name;
            }
            boolean hasAll = folded.stream().allMatch(word -> text.startsWith(word) || text.contains(" " + word));
            if (!isHaving && hasAll) {
                having = name;
                isHaving = true;
            }
        }
        return having;
    }
}
