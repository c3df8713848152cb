package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFileTest {
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_071, 131_072, 131_073, 1_000_000})
    void whatWasPackedIsReadAtRandom(int size) throws IOException {
        byte[] plain = text(size);
        PackedFile packed = PackedFile.open(packed(plain));
        assertThat(packed.size()).isEqualTo(size);
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000 && size > 0; i++) {
            int position = random.nextInt(size);
            assertThat(packed.at(position))
                    .as("seed %d, position %d", SEED, position)
                    .isEqualTo(plain[position]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_072, 1_000_000})
    void everyZstdReaderUnpacksIt(int size) throws IOException {
        byte[] plain = text(size);
        try (InputStream in = Coding.ZSTD.decode(Files.newInputStream(packed(plain)))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void whatWasCutOffIsRefused() throws IOException {
        Path file = packed(text(500_000));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + length / 3) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PackedFile.open(file))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatWasAlteredIsRefusedWhereItIsRead() throws IOException {
        Path file = packed(text(500_000));
        byte[] altered = Files.readAllBytes(file);
        altered[altered.length / 2] ^= 1;
        Files.write(file, altered);
        PackedFile packed = PackedFile.open(file);
        assertThatThrownBy(() -> packed.bytes(0, packed.size()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file + ": it was altered");
    }

    private Path packed(byte[] plain) throws IOException {
        Path from = Files.write(folder.resolve("plain"), plain);
        Path to = folder.resolve("packed");
        PackedFile.write(from, to);
        return to;
    }

    /** {@return lines that repeat, as those of a graph do} */
    private static byte[] text(int size) {
        Random random = new Random(SEED);
        byte[] text = new byte[size];
        for (int i = 0; i < size; i++) {
            text[i] = (byte) (i % 50 < 40 ? "<http://e/a> <http://e/p> \"".charAt(i % 27) : 'a' + random.nextInt(26));
        }
        return text;
    }
}
