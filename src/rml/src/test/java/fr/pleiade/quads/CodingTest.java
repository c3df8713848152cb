package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodingTest {
    private static final long SEED = 20261124;

    @ParameterizedTest
    @EnumSource
    void whatWasCompressedIsReadBack(Coding coding) throws IOException {
        Random random = new Random(SEED);
        for (int length : new int[] {0, 1, 1_000, 65_535, 65_536, 65_537, 1_000_000}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(decoded(coding, encoded(coding, bytes)))
                    .as("seed %d, %d bytes", SEED, length)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatRepeatsGetsSmaller(Coding coding) throws IOException {
        assertThat(encoded(coding, new byte[1_000_000])).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCutOffIsRefused(Coding coding) throws IOException {
        byte[] whole = encoded(coding, "a line\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoded(coding, cut)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAlteredIsRefused(Coding coding) throws IOException {
        byte[] noise = new byte[10_000];
        new Random(SEED).nextBytes(noise);
        byte[] altered = encoded(coding, noise);
        altered[altered.length / 2] ^= 1;
        assertThatThrownBy(() -> decoded(coding, altered)).isInstanceOf(IOException.class);
    }

    private static byte[] encoded(Coding coding, byte[] bytes) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (OutputStream out = coding.encode(to)) {
            out.write(bytes);
        }
        return to.toByteArray();
    }

    private static byte[] decoded(Coding coding, byte[] bytes) throws IOException {
        try (InputStream in = coding.decode(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
