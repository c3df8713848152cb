package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatWasAskedLongestAgoMakesRoom() {
        long fitting = AnswerCache.CAPACITY / LARGE;
        for (int i = 0; i <= fitting; i++) {
            cache.put(numbered(i), new byte[LARGE]);
            assertThat(cache.get(numbered(1)).isPresent()).isEqualTo(i > 0);
        }
        assertThat(cache.get(numbered(0))).isEmpty();
        assertThat(cache.get(numbered((int) fitting))).isPresent();
    }

    private static AnswerCache.Key numbered(int number) {
        return key("ASK { ?s ?p " + number + " }", "text/csv");
    }

    private static AnswerCache.Key key(String text, String mediaType) {
        return new AnswerCache.Key(SparqlQuery.parse(text), mediaType);
    }
}
