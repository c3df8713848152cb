package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownQueriesTest {
    private static final String QUERY = "SELECT * { ?s ?p ?o }";

    private final KnownQueries known = new KnownQueries();

    @Test
    void aQueryIsParsedOnce() {
        List<String> parsed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SparqlQuery query = known.query(QUERY, text -> {
                parsed.add(text);
                return SparqlQuery.parse(text);
            });
            assertThat(query).isEqualTo(SparqlQuery.parse(QUERY));
        }
        assertThat(parsed).containsExactly(QUERY);
    }

    @Test
    void whatIsRefusedIsRefusedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(SparqlRefusal.class).isThrownBy(() -> known.query("SELECT", SparqlQuery::parse));
        }
        assertThat(known.size()).isZero();
    }

    @Test
    void thereIsNeverMoreThanTheCapacity() {
        SparqlQuery query = SparqlQuery.parse(QUERY);
        for (int i = 0; i < 100; i++) {
            known.query("x".repeat(100_000) + i, text -> query);
            assertThat(known.size()).isLessThanOrEqualTo(KnownQueries.CAPACITY);
        }
    }

    @Test
    void aKnownQueryNeedsNoPlace() {
        Admission checks = new Admission(1, Duration.ZERO);
        assertThat(asked(QUERY, checks).text()).isEqualTo(QUERY);
        try (Admission.Place taken = checks.enter("192.0.2.1")) {
            assertThat(asked(QUERY, checks).text()).isEqualTo(QUERY);
            assertThatExceptionOfType(SparqlRefusal.class)
                    .isThrownBy(() -> asked("ASK {}", checks))
                    .matches(refusal -> refusal.status() == 503);
        }
    }

    @Test
    void theGraphsOfTheRequestAreItsOwn() {
        Admission checks = new Admission();
        asked(QUERY, checks);
        assertThat(asked(QUERY, checks, "http://e/g").defaultGraphs()).containsExactly("http://e/g");
        assertThat(asked(QUERY, checks).defaultGraphs()).isEmpty();
    }

    private SparqlQuery asked(String text, Admission checks, String... graphs) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> "GET";
                    case "getRemoteAddr" -> "192.0.2.2";
                    case "getParameterValues" -> parameter((String) arguments[0], text, graphs);
                    default -> null;
                });
        return new QueryOperation(request, "http://example.org/sparql", checks, Set.of(), known).query();
    }

    private static String[] parameter(String name, String text, String[] graphs) {
        return switch (name) {
            case "query" -> new String[] {text};
            case "default-graph-uri" -> graphs;
            default -> new String[0];
        };
    }
}
