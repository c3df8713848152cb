package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class EngineResponseTest {
    private static final int LARGEST = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final MockHttpServletResponse client = new MockHttpServletResponse();
    private final EngineResponse response = EngineResponse.withBody(client, LARGEST);

    @Test
    void aSmallAnswerGoesOutAndIsKept() throws IOException {
        response.setStatus(200);
        response.getOutputStream().write(new byte[LARGEST]);
        assertThat(response.finish(LIMIT, Optional.empty())).hasValue(new byte[LARGEST]);
        assertThat(client.getContentAsByteArray()).hasSize(LARGEST);
    }

    @Test
    void anAnswerIsKeptUpToItsShareOfTheCache() throws IOException {
        for (int more : new int[] {0, 1}) {
            EngineResponse large = EngineResponse.withBody(client, EngineResponse.LARGEST_RESULT);
            large.setStatus(200);
            large.getOutputStream().write(new byte[EngineResponse.LARGEST_KEPT]);
            large.getOutputStream().write(new byte[more]);
            assertThat(large.finish(LIMIT, Optional.empty()).isPresent()).isEqualTo(more == 0);
        }
    }

    @Test
    void p6_anAnswerThatIsTooLargeStopsTheQueryAndIsNotComplete() throws IOException {
        response.setStatus(200);
        ServletOutputStream out = response.getOutputStream();
        out.write(new byte[LARGEST]);
        assertThatIOException().isThrownBy(() -> out.write(1));
        client.setCommitted(true);
        assertThatIOException().isThrownBy(() -> response.finish(LIMIT, Optional.empty()));
    }

    @Test
    void whatTheEngineSaysOfAFailureStaysInside() throws IOException {
        response.setStatus(500);
        response.setContentType("text/plain");
        response.getOutputStream().write("java.lang.NullPointerException".getBytes());
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> response.finish(LIMIT, Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.problem().en()).doesNotContain("java"));
        assertThat(client.getContentAsByteArray()).isEmpty();
        assertThat(client.getContentType()).isNull();
    }

    @Test
    void aHeadHasNoBody() throws IOException {
        EngineResponse head = EngineResponse.withoutBody(client);
        head.setStatus(200);
        head.getOutputStream().write(new byte[LARGEST]);
        assertThat(head.finish(LIMIT, Optional.empty())).isPresent();
        assertThat(client.getContentAsByteArray()).isEmpty();
    }
}
