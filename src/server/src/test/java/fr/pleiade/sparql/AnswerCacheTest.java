package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final int LARGE = 1 << 20;
    private final AnswerCache cache = new AnswerCache();

    @Test
    void anAnswerIsKeptForItsQueryAndMediaType() {
        cache.put(key("ASK {}", "text/csv"), new byte[] {1});
        assertThat(cache.get(key("ASK {}", "text/csv"))).hasValue(new byte[] {1});
        assertThat(cache.get(key("ASK {}", "application/json"))).isEmpty();
        assertThat(cache.get(key("ASK { }", "text/csv"))).isEmpty();
    }

    @Test
    void largeAnswersMakeRoomForEachOther() {
        for (int i = 0; i < 200; i++) {
            cache.put(key("ASK { ?s ?p " + i + " }", "text/csv"), new byte[LARGE]);
            assertThat(cache.size()).isLessThanOrEqualTo(AnswerCache.CAPACITY);
        }
        assertThat(cache.size()).isGreaterThan(AnswerCache.CAPACITY - 2 * LARGE);
    }

    /** What a query and a list of graphs take counts, even where the answer is nothing. */
    @Test
    void largeQueriesAreWeighedToo() {
        String text = "x".repeat(LARGE / 2);
        for (int i = 0; i < 100; i++) {
            cache.put(ofGraphs(text + i, List.of()), new byte[0]);
            cache.put(ofGraphs("ASK {}", List.of(text + i)), new byte[0]);
            assertThat(cache.size()).isLessThanOrEqualTo(AnswerCache.CAPACITY);
        }
        assertThat(cache.size()).isGreaterThan(AnswerCache.CAPACITY - 3 * LARGE);
    }

    private static AnswerCache.Key ofGraphs(String text, List<String> graphs) {
        return new AnswerCache.Key(
                new SparqlQuery(text, SparqlQuery.Form.ASK, graphs, graphs, Set.of(), true), "text/csv");
    }

    private static AnswerCache.Key key(String text, String mediaType) {
        return new AnswerCache.Key(SparqlQuery.parse(text), mediaType);
    }
}
