package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Seed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line feeds are found eight bytes at a time where one by one finds them. */
class LineEndsTest {
    /** Those that a search by eight could take for a line feed: one more, one less, with the high bit, and what borrows from the next. */
    private static final byte[] LIKE_LINE_FEEDS = {'\n', '\n' + 1, '\n' - 1, (byte) ('\n' | 0x80), 0, (byte) 0xff};

    private static int oneByOne(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    @Test
    void fromEachPlaceTheNextIsFound(@TempDir Path folder) throws Exception {
        Random random = new Random(Seed.VALUE);
        for (int length = 0; length < 60; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] =
                        random.nextInt(4) == 0 ? LIKE_LINE_FEEDS[random.nextInt(LIKE_LINE_FEEDS.length)] : (byte) 'a';
            }
            Path file = Files.write(folder.resolve("bytes"), bytes);
            MappedFile mapped = MappedFile.of(file);
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from <= length; from++) {
                String which = "seed %d, length %d, from %d".formatted(Seed.VALUE, length, from);
                assertThat(LineEnds.next(bytes, from, length)).as(which).isEqualTo(oneByOne(bytes, from));
                assertThat(LineEnds.next(buffer, from)).as(which).isEqualTo(oneByOne(bytes, from));
                assertThat(mapped.lineFeed(from)).as(which).isEqualTo(oneByOne(bytes, from));
            }
        }
    }
}
