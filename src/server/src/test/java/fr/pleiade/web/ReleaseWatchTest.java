package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that cannot be opened once is tried again; an error of the machine ends the process and not only the watch. */
class ReleaseWatchTest {
    @TempDir
    private Path state;

    private final List<Error> fatal = new ArrayList<>();
    private Runnable follow = () -> {};
    private int followed;
    private long now;
    private ReleaseWatch watch;

    @BeforeEach
    void startOnTheFirstRelease() throws Exception {
        name("releases/1");
        watch = new ReleaseWatch(
                state.resolve("current"),
                () -> {
                    followed++;
                    follow.run();
                },
                () -> now,
                fatal::add);
        look();
        assertThat(followed).isEqualTo(1);
    }

    @Test
    void aReleaseThatIsServedIsNotOpenedAgain() {
        look();
        assertThat(followed).isEqualTo(1);
    }

    @Test
    void aReleaseThatCannotBeOpenedIsTriedAgainAfterPausesThatGrowToAMinute() throws Exception {
        name("releases/2");
        follow = () -> {
            throw new IllegalStateException("a copy is under way");
        };
        List<Long> tried = new ArrayList<>();
        for (int second = 0; second <= 240; second++) {
            int before = followed;
            look();
            if (followed > before) {
                tried.add((long) second);
            }
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(tried).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
    }

    @Test
    void itIsServedOnceItCanBeOpened() throws Exception {
        name("releases/2");
        follow = () -> {
            throw new IllegalStateException("a copy is under way");
        };
        look();
        follow = () -> {};
        now += Duration.ofSeconds(1).toNanos();
        look();
        look();
        assertThat(followed).isEqualTo(3);
    }

    @Test
    void anotherReleaseIsTriedAtOnce() throws Exception {
        name("releases/2");
        follow = () -> {
            throw new IllegalStateException("damaged");
        };
        look();
        name("releases/3");
        follow = () -> {};
        look();
        assertThat(followed).isEqualTo(3);
    }

    @Test
    void anErrorOfTheMachineIsFatal() throws Exception {
        name("releases/2");
        InternalError truncated = new InternalError("a fault occurred in a recent unsafe memory access operation");
        follow = () -> {
            throw truncated;
        };
        look();
        assertThat(fatal).containsExactly(truncated);
    }

    private void look() {
        watch.look();
    }

    private void name(String target) throws Exception {
        Files.deleteIfExists(state.resolve("current"));
        Files.createSymbolicLink(state.resolve("current"), Path.of(target));
    }
}
