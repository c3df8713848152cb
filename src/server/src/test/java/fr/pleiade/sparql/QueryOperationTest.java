package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryOperationTest {
    private final Admission checks = new Admission(1, Duration.ZERO);

    @Test
    void aQueryIsAdmittedBeforeItIsParsed() {
        try (Admission.Place place = checks.enter("192.0.2.1")) {
            assertRefused("ASK {", 503);
        }
        assertRefused("ASK {", 400);
        assertRefused("ASK {", 400); // whoever was refused has given the place back
        assertThat(asked("ASK {}").query().form()).isEqualTo(SparqlQuery.Form.ASK);
    }

    private void assertRefused(String text, int status) {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(asked(text)::query)
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    /** {@return the operation of a GET from an address of its own} */
    private QueryOperation asked(String text) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> "GET";
                    case "getRemoteAddr" -> "192.0.2.2";
                    case "getParameterValues" -> arguments[0].equals("query") ? new String[] {text} : null;
                    default -> null;
                });
        return new QueryOperation(request, "http://example.org/sparql", checks, Set.of(), new KnownQueries());
    }
}
