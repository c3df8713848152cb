package fr.pleiade.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fr.pleiade.web.http.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class SpooledResponseTest {
    private static final int MEMORY = SpooledResponse.LARGEST_IN_MEMORY;

    @TempDir
    Path folder;

    private final MockHttpServletResponse client = new MockHttpServletResponse();

    private Spool spool(long largest) {
        return new Spool(folder.resolve("spool"), largest, new Crowd(2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MEMORY - 1, MEMORY, MEMORY + 1, 3 * MEMORY + 17})
    void whatIsWrittenIsSentAtTheEndAndNothingStays(int length) throws IOException {
        byte[] body = new byte[length];
        new Random(7).nextBytes(body);
        Spool spool = spool(1L << 30);
        try (SpooledResponse response = spool.wait(client, "a")) {
            for (int at = 0; at < length; at += 1000) {
                response.getOutputStream().write(body, at, Math.min(1000, length - at));
            }
            assertThat(client.getContentAsByteArray()).isEmpty();
            assertThat(client.isCommitted()).isFalse();
            response.send();
        }
        assertThat(client.getContentAsByteArray()).isEqualTo(body);
        assertThat(spool.bytes()).isZero();
        assertThat(files()).isZero();
    }

    @Test
    void anAnswerBeyondTheRoomOfAllFailsAndGivesItsPartBack() throws IOException {
        Spool spool = spool(2L * MEMORY);
        try (SpooledResponse response = spool.wait(client, "a")) {
            byte[] block = new byte[MEMORY];
            response.getOutputStream().write(block);
            response.getOutputStream().write(block);
            response.getOutputStream().write(block);
            assertThatIOException()
                    .isThrownBy(() -> response.getOutputStream().write(block))
                    .withMessageContaining("room");
            assertThat(response.isFull()).isTrue();
            assertThat(client.isCommitted()).isFalse();
        }
        assertThat(spool.bytes()).isZero();
        assertThat(files()).isZero();
    }

    @Test
    void oneClientHasNoMoreFilesThanOneMayHave() throws IOException {
        Spool spool = spool(1L << 30);
        byte[] block = new byte[MEMORY];
        try (SpooledResponse first = spool.wait(client, "a");
                SpooledResponse second = spool.wait(new MockHttpServletResponse(), "a");
                SpooledResponse other = spool.wait(new MockHttpServletResponse(), "b")) {
            first.getOutputStream().write(block);
            first.getOutputStream().write(block);
            second.getOutputStream().write(block);
            assertThatIOException().isThrownBy(() -> second.getOutputStream().write(block));
            other.getOutputStream().write(block);
            other.getOutputStream().write(block);
            assertThat(other.isFull()).isFalse();
        }
        try (SpooledResponse again = spool.wait(client, "a")) {
            again.getOutputStream().write(block);
            again.getOutputStream().write(block);
            assertThat(again.isFull()).isFalse();
        }
    }

    @Test
    void aLengthThatWasSaidOfNothingIsThatOfAHead() throws IOException {
        try (SpooledResponse response = spool(1).wait(client, "a")) {
            response.setContentLength(42);
            response.send();
        }
        assertThat(client.getContentLength()).isEqualTo(42);
        assertThat(client.getContentAsByteArray()).isEmpty();
    }

    @Test
    void whatWasForgottenIsNotSent() throws IOException {
        try (SpooledResponse response = spool(1L << 30).wait(client, "a")) {
            response.getOutputStream().write(new byte[10]);
            response.resetBuffer();
            response.getOutputStream().write("b".getBytes());
            response.send();
        }
        assertThat(client.getContentAsString()).isEqualTo("b");
    }

    /** {@return how many files have a name} */
    private long files() throws IOException {
        if (!Files.isDirectory(folder.resolve("spool"))) {
            return 0;
        }
        try (var files = Files.list(folder.resolve("spool"))) {
            return files.count();
        }
    }
}
