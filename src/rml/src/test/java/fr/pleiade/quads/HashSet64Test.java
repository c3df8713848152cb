package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashSet64Test {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1000, 100_000})
    void itSaysOfEachHashWhetherItIsNewHoweverManyWereForetold(long foretold) {
        long seed = 20261126;
        Random random = new Random(seed);
        HashSet64 hashes = new HashSet64(foretold);
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            // Of some only the upper bits differ, so that they fall on the same place.
            long hash = i % 3 == 0 ? (long) random.nextInt(5_000) << 40 : random.nextInt(5_000);
            assertThat(hashes.add(hash)).as("seed %s, hash %s", seed, hash).isEqualTo(expected.add(hash));
        }
        assertThat(hashes.size()).isEqualTo(expected.size());
    }

    @Test
    void nothingIsAHashLikeOthers() {
        HashSet64 hashes = new HashSet64();
        assertThat(hashes.add(0)).isTrue();
        assertThat(hashes.add(0)).isFalse();
        assertThat(hashes.size()).isEqualTo(1);
    }

    @Test
    void allOfAnotherAreAdded() {
        HashSet64 one = new HashSet64();
        HashSet64 other = new HashSet64();
        for (long hash = 0; hash < 300; hash++) {
            one.add(hash);
            other.add(hash + 200);
        }
        one.addAll(other);
        assertThat(one.size()).isEqualTo(500);
    }

    @Test
    void asManyAsWereForetoldFillTwoThirdsAtMost() {
        for (long most : new long[] {1, 42, 43, 1_000_000}) {
            assertThat(most * 3).isLessThanOrEqualTo(2L * HashSet64.capacity(most));
        }
    }
}
