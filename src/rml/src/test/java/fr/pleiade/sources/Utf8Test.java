package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is taken for UTF-8 is what the Java library takes for it, wherever in a word of eight bytes it stands. */
class Utf8Test {
    private static final int WIDTH = 8;

    @Test
    void everyPairOfBytesIsJudgedAtEveryPlaceOfAWord() {
        List<String> different = new ArrayList<>();
        for (int place = 0; place < WIDTH; place++) {
            byte[] text = "abcdefghijklmnopqrst".getBytes(StandardCharsets.US_ASCII);
            for (int pair = 0; pair < 1 << 16; pair++) {
                text[place + 1] = (byte) (pair >> 8);
                text[place + 2] = (byte) pair;
                if (Utf8.firstMalformed(text, 1, text.length) != expected(text, 1, text.length)) {
                    different.add("%04X at %d".formatted(pair, place));
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void mixedTextAndBrokenTextAreJudgedLikeTheLibrarys() {
        long seed = 20260104;
        Random random = new Random(seed);
        String[] pieces = {"a", "bc", "é", "œuvre", "’", "€", "\uFFFD", "😀", "\0", "Île-de-France", "\n", "中文"};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder drawn = new StringBuilder();
            for (int count = random.nextInt(16); count > 0; count--) {
                drawn.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] text = drawn.toString().getBytes(StandardCharsets.UTF_8);
            for (int broken = random.nextInt(3); broken > 0 && text.length > 0; broken--) {
                text[random.nextInt(text.length)] = (byte) (0x70 + random.nextInt(0x90));
            }
            int to = text.length - (text.length == 0 ? 0 : random.nextInt(Math.min(text.length, 3)));
            assertThat(Utf8.firstMalformed(text, 0, to))
                    .as("seed %d, case %d: %s", seed, i, Arrays.toString(text))
                    .isEqualTo(expected(text, 0, to));
        }
    }

    private static int expected(byte[] text, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(text, from, to - from);
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(to - from + 1), true);
        return result.isUnderflow() ? to : bytes.position();
    }
}
