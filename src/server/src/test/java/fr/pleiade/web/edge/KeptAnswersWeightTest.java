package fr.pleiade.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** However much a client says, what is kept of it has its bound. */
class KeptAnswersWeightTest {
    private static final String LONG = "x".repeat(28 << 10);
    private static final int REQUESTS = 5_000;

    private final AtomicReference<Optional<String>> release = new AtomicReference<>(Optional.of("r1"));
    private final KeptAnswers kept = new KeptAnswers(release::get);
    private final AtomicInteger made = new AtomicInteger();
    private int bodyBytes = 100;

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "Accept", "Accept-Encoding", "Cookie", "Accept-Language"})
    void longFieldsAreNotKept(String field) throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            ask("/doc/thing/1", field, "\"" + i + LONG + "\", *");
        }
        assertThat(kept.size()).isLessThan(100_000);
    }

    @Test
    void longAddressesAreNotKept() throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            ask("/doc/thing/" + i + LONG);
        }
        assertThat(kept.size()).isLessThan(100_000);
    }

    @Test
    void manyShortOnesStayBelowTheBoundWithTheirKeys() throws Exception {
        String accept = "text/turtle, " + "y".repeat(3_000);
        for (int i = 0; i < 3 * REQUESTS; i++) {
            ask("/doc/thing/1", "Accept", accept + i);
            assertThat(kept.size()).isLessThanOrEqualTo(KeptAnswers.CAPACITY);
        }
        assertThat(made).hasValue(3 * REQUESTS);
        // each has 3,013 characters at least at two bytes, so no more than this can be left of 15,000
        assertThat(kept.size()).isGreaterThan(KeptAnswers.CAPACITY / 2);
    }

    @Test
    void largeAnswersStayBelowTheBound() throws Exception {
        bodyBytes = 200_000;
        for (int i = 0; i < 500; i++) {
            ask("/doc/thing/" + i);
        }
        assertThat(kept.size()).isLessThanOrEqualTo(KeptAnswers.CAPACITY).isGreaterThan(200_000);
    }

    @Test
    void whatIsHeldIsAnsweredFromWhatIsKept() throws Exception {
        MockHttpServletResponse first = ask("/doc/thing/1");
        for (String tag :
                new String[] {"\"r1.ttl\"", "W/\"r1.ttl\"", "\"other\", \"r1.ttl\"", "*", "\"r1.ttl\"" + LONG}) {
            MockHttpServletResponse held = ask("/doc/thing/1", "If-None-Match", tag.replace("\"x", "\", \"x"));
            assertThat(held.getStatus()).as(tag).isEqualTo(304);
            assertThat(held.getContentAsByteArray()).isEmpty();
            for (String field : new String[] {"ETag", "Cache-Control", "Vary", "Content-Location"}) {
                assertThat(held.getHeader(field)).isEqualTo(first.getHeader(field));
            }
            assertThat(held.getHeader("Link")).isNull();
        }
        MockHttpServletResponse other = ask("/doc/thing/1", "If-None-Match", "\"other\"");
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(made).hasValue(1);
    }

    @Test
    void nothingIsKeptOfAnAnswerThatEndsInAnotherRelease() throws Exception {
        kept.doFilter(request("/doc/thing/1"), new MockHttpServletResponse(), (request, response) -> {
            answering().doFilter(request, response);
            release.set(Optional.of("r2"));
        });
        assertThat(kept.size()).isZero();
        ask("/doc/thing/1");
        ask("/doc/thing/1");
        assertThat(made).hasValue(2);
    }

    private MockHttpServletResponse ask(String address, String... field) throws Exception {
        MockHttpServletRequest request = request(address);
        if (field.length > 0) {
            request.addHeader(field[0], field[1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        kept.doFilter(request, response, answering());
        return response;
    }

    private static MockHttpServletRequest request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        request.setRequestURI(address);
        return request;
    }

    /** Answers as a document does. */
    private FilterChain answering() {
        return (request, response) -> {
            made.incrementAndGet();
            HttpServletResponse answer = (HttpServletResponse) response;
            byte[] body = "b".repeat(bodyBytes).getBytes(StandardCharsets.UTF_8);
            answer.setHeader("ETag", "\"" + release.get().orElseThrow() + ".ttl\"");
            answer.setHeader("Cache-Control", "public, max-age=60");
            answer.setHeader("Vary", "Accept, Accept-Profile, Accept-Language, Cookie, Accept-Encoding");
            answer.setHeader("Content-Location", "https://data.example.org/doc/thing/1.ttl");
            answer.setHeader("Link", "<https://data.example.org/id/thing/1>; rel=\"describes\"");
            answer.setContentType("text/turtle");
            answer.setContentLength(body.length);
            answer.getOutputStream().write(body);
        };
    }
}
