package fr.pleiade.web.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.web.http.Crowd;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is received whole, and who is refused. */
class TurnstileTest {
    private static final String GREEDY = "203.0.113.7";

    private final Crowd requests = new Crowd(10, 2);
    private final Crowd bodies = new Crowd(2, 1);
    private final Turnstile turnstile = new Turnstile(requests, bodies, Duration.ofMinutes(1));
    private final List<HttpServletRequest> passed = new ArrayList<>();
    private final FilterChain chain = (request, response) -> passed.add((HttpServletRequest) request);

    @Test
    void aFormIsReadFromMemoryAndItsParametersFollowThoseOfTheAddress() throws Exception {
        MockHttpServletRequest request =
                post("application/x-www-form-urlencoded; charset=UTF-8", "query=ASK+%7B%7D&a=%C3%A9");
        request.setQueryString("a=1&b=2");
        assertThat(answer(turnstile, request).getStatus()).isEqualTo(200);
        assertThat(passed.get(0).getParameter("query")).isEqualTo("ASK {}");
        assertThat(passed.get(0).getParameterValues("a")).containsExactly("1", "é");
        assertThat(passed.get(0).getParameterMap()).containsOnlyKeys("a", "b", "query");
    }

    @Test
    void anotherBodyIsNoForm() throws Exception {
        assertThat(answer(turnstile, post("application/sparql-query", "query=1"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(passed.get(0).getParameterMap()).isEmpty();
        assertThat(new String(passed.get(0).getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("query=1");
    }

    @Test
    void aBodyAsLongAsMayBePassesAndALongerOneDoesNot() throws Exception {
        assertThat(answer(turnstile, post("text/plain", "x".repeat(Turnstile.LONGEST_BODY)))
                        .getStatus())
                .isEqualTo(200);
        assertThat(answer(turnstile, post("text/plain", "x".repeat(Turnstile.LONGEST_BODY + 1)))
                        .getStatus())
                .isEqualTo(413);
        assertThat(passed).hasSize(1);
    }

    @Test
    void aBodyThatIsNotThereInTimeIsRefused() throws Exception {
        MockHttpServletResponse response =
                answer(new Turnstile(requests, bodies, Duration.ZERO), post("text/plain", "late"));
        assertThat(response.getStatus()).isEqualTo(408);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(passed).isEmpty();
    }

    @Test
    void aCompressedBodyIsRefusedWithWhatWouldHaveWorked() throws Exception {
        MockHttpServletRequest request = post("application/sparql-query", "ASK {}");
        request.addHeader("Content-Encoding", "gzip");
        MockHttpServletResponse response = answer(turnstile, request);
        assertThat(response.getStatus()).isEqualTo(415);
        assertThat(response.getHeader("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void whoHasTooManyRequestsHereIsRefusedAndNobodyElse() throws Exception {
        requests.enter(GREEDY).orElseThrow();
        Crowd.Place second = requests.enter(GREEDY).orElseThrow();
        MockHttpServletResponse refused = answer(turnstile, get(GREEDY));
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer(turnstile, get("198.51.100.9")).getStatus()).isEqualTo(200);
        second.close();
        assertThat(answer(turnstile, get(GREEDY)).getStatus()).isEqualTo(200);
        assertThat(answer(turnstile, get(GREEDY)).getStatus())
                .as("the place was given back")
                .isEqualTo(200);
    }

    @Test
    void whoHasTooManyBodiesOnTheirWayIsToldSoAndOthersOnlyWhenThereIsNoPlace() throws Exception {
        bodies.enter(GREEDY).orElseThrow();
        assertThat(answer(turnstile, from(GREEDY, post("text/plain", "x"))).getStatus())
                .isEqualTo(429);
        assertThat(answer(turnstile, get(GREEDY)).getStatus()).isEqualTo(200);
        assertThat(answer(turnstile, post("text/plain", "x")).getStatus()).isEqualTo(200);
        bodies.enter("198.51.100.9").orElseThrow();
        assertThat(answer(turnstile, post("text/plain", "x")).getStatus()).isEqualTo(503);
    }

    private MockHttpServletResponse answer(Turnstile asked, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        asked.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest get(String client) {
        return from(client, new MockHttpServletRequest("GET", "/catalog"));
    }

    private static MockHttpServletRequest from(String client, MockHttpServletRequest request) {
        request.setRemoteAddr(client);
        return request;
    }

    private static MockHttpServletRequest post(String type, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sparql");
        request.setContentType(type);
        request.setContent(body.getBytes(UTF_8));
        return request;
    }
}
