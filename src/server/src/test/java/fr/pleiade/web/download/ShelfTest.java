package fr.pleiade.web.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.web.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final Shelf.Asker SOMEBODY = asker("somebody");

    @TempDir
    Path folder;

    private final Shelf shelf = new Shelf(2, Duration.ofMinutes(1));
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aFileIsMadeOnceWithItsDigest() throws IOException {
        for (int i = 0; i < 2; i++) {
            Shelf.Shelved found = shelf.find(folder.resolve("r/a.nt"), SOMEBODY, this::abc);
            assertThat(found.sha256()).isEqualTo(SHA_256_OF_ABC);
            assertThat(found.file()).hasContent("abc");
        }
        assertThat(made).hasValue(1);
        assertThat(names("r")).containsExactly("a.nt", "a.nt.sha256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba7816bf",
                "not a digest",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
            })
    void aDigestThatACrashLeftHalfIsMadeAnew(String left) throws IOException {
        Files.writeString(folder.resolve("a.nt"), "ab");
        Files.writeString(folder.resolve("a.nt.sha256"), left);
        assertThat(shelf.find(folder.resolve("a.nt"), SOMEBODY, this::abc).sha256())
                .isEqualTo(SHA_256_OF_ABC);
        assertThat(folder.resolve("a.nt")).hasContent("abc");
    }

    @Test
    void aDigestWithoutItsFileIsMadeAnew() throws IOException {
        Files.writeString(folder.resolve("a.nt.sha256"), SHA_256_OF_ABC);
        assertThat(shelf.find(folder.resolve("a.nt"), SOMEBODY, this::abc).file())
                .hasContent("abc");
    }

    @Test
    void whatFailsLeavesNothingAndIsTriedAgain() throws IOException {
        Path file = folder.resolve("a.nt");
        assertThatThrownBy(() -> shelf.find(file, SOMEBODY, () -> out -> {
                    out.write('a');
                    throw new IOException("no more");
                }))
                .isInstanceOf(IOException.class);
        assertThat(names("")).isEmpty();
        assertThat(shelf.find(file, SOMEBODY, this::abc).file()).hasContent("abc");
    }

    @Test
    void noMoreAreMadeAtOnceThanMayBe() throws Exception {
        Shelf impatient = new Shelf(2, Duration.ZERO);
        List<Path> refused = new ArrayList<>();
        impatient.find(
                folder.resolve("a.nt"),
                SOMEBODY,
                () -> out -> impatient.find(folder.resolve("b.nt"), asker("another"), () -> other -> {
                    try {
                        impatient.find(folder.resolve("c.nt"), asker("a third one"), this::abc);
                    } catch (Shelf.BusyException e) {
                        refused.add(folder.resolve("c.nt"));
                    }
                }));
        assertThat(refused).containsExactly(folder.resolve("c.nt"));
        assertThat(impatient.find(folder.resolve("c.nt"), SOMEBODY, this::abc).file())
                .hasContent("abc");
    }

    @Test
    void oneClientLeavesAPlaceToTheNextOne() throws Exception {
        Shelf impatient = new Shelf(2, Duration.ZERO);
        List<String> refused = new ArrayList<>();
        impatient.find(folder.resolve("a.nt"), SOMEBODY, () -> out -> {
            try {
                impatient.find(folder.resolve("b.nt"), SOMEBODY, this::abc);
            } catch (Shelf.BusyException e) {
                refused.add("b.nt");
            }
            impatient.find(folder.resolve("c.nt"), asker("another"), this::abc);
        });
        assertThat(refused).containsExactly("b.nt");
        assertThat(folder.resolve("c.nt")).hasContent("abc");
    }

    @Test
    void noFileIsMadeForWhoHasLeft() {
        AtomicBoolean hasLeft = new AtomicBoolean();
        byte[] piece = new byte[1 << 20];
        assertThatThrownBy(() ->
                        shelf.find(folder.resolve("r/a.nt"), new Shelf.Asker("somebody", hasLeft::get), () -> out -> {
                            hasLeft.set(true);
                            while (true) { // never ends but by a failure
                                out.write(piece);
                            }
                        }))
                .isInstanceOf(Shelf.BusyException.class);
        assertThat(folder.resolve("r")).isEmptyDirectory();
    }

    @Test
    void aFileIsMadeToItsEndForAnotherWhoWaits() throws Exception {
        AtomicBoolean hasLeft = new AtomicBoolean();
        Path file = folder.resolve("a.nt");
        CountDownLatch otherAsks = new CountDownLatch(1);
        Shelf.Asker other = new Shelf.Asker("another", () -> {
            otherAsks.countDown(); // is asked while it waits
            return false;
        });
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            List<Future<Shelf.Shelved>> found = new ArrayList<>();
            shelf.find(file, new Shelf.Asker("somebody", hasLeft::get), () -> out -> {
                found.add(threads.submit(() -> shelf.find(file, other, this::abc)));
                await(otherAsks);
                hasLeft.set(true);
                out.write(new byte[1 << 20]);
            });
            assertThat(found.get(0).get().file()).hasSize(1 << 20);
            assertThat(made).hasValue(0);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Shelf.Asker asker(String client) {
        return new Shelf.Asker(client, () -> false);
    }

    @Test
    void whoWaitsTooLongForAnothersFileIsToldToComeAgain() throws Exception {
        Shelf impatient = new Shelf(2, Duration.ZERO);
        Path file = folder.resolve("a.nt");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            impatient.find(file, SOMEBODY, () -> out -> {
                Future<Shelf.Shelved> second = other.submit(() -> impatient.find(file, SOMEBODY, this::abc));
                assertThatThrownBy(second::get).hasCauseInstanceOf(Shelf.BusyException.class);
            });
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whatAKilledServerLeftHalfMadeIsRemoved() throws IOException {
        Path old = Files.createDirectories(folder.resolve("r")).resolve("unfinished-a.nt");
        Path young = folder.resolve("r/unfinished-b.nt");
        Files.writeString(old, "half");
        Files.writeString(young, "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Shelf.clean(folder);
        assertThat(names("r")).containsExactly("unfinished-b.nt");
    }

    /** The first maker fails while others wait; then newcomers come: never are two at work on one file. */
    @Test
    void onlyOneMakesAFileAtATimeAlsoAfterAFailure() throws Exception {
        Path file = folder.resolve("a.nt");
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger mostAtWork = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        int askers = 16;
        CountDownLatch allThere = new CountDownLatch(askers);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                answers.add(threads.submit(() -> {
                    allThere.countDown();
                    allThere.await();
                    for (int ask = 0; ask < 200; ask++) {
                        try {
                            shelf.find(file, SOMEBODY, () -> out -> {
                                mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                                try {
                                    Thread.yield();
                                    if (calls.incrementAndGet() < 500) {
                                        throw new IOException("not yet");
                                    }
                                    out.write("abc".getBytes(StandardCharsets.UTF_8));
                                } finally {
                                    atWork.decrementAndGet();
                                }
                            });
                        } catch (IOException notYet) {
                            assertThat(notYet).hasMessage("not yet");
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(mostAtWork).hasValue(1);
        assertThat(shelf.find(file, SOMEBODY, this::abc).sha256()).isEqualTo(SHA_256_OF_ABC);
        assertThat(made).hasValue(0);
    }

    @Test
    void whatWasAskedForLongestAgoGoesFirst() throws IOException {
        Instant now = Instant.now();
        for (int hours = 1; hours <= 4; hours++) {
            Path file = folder.resolve(hours % 2 == 0 ? "r1" : "r2").resolve(hours + ".nt");
            shelf.find(file, SOMEBODY, this::abc);
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(hours))));
        }
        Path fresh = folder.resolve("r1/fresh.nt");
        shelf.find(fresh, SOMEBODY, this::abc);
        List<Path> both = List.of(folder.resolve("r1"), folder.resolve("r2"), folder.resolve("none"));
        Shelf.trim(both, 100);
        assertThat(names("r1")).hasSize(6);
        Shelf.trim(both, 9); // of 15 bytes
        assertThat(names("r1")).containsExactly("2.nt", "2.nt.sha256", "fresh.nt", "fresh.nt.sha256");
        assertThat(names("r2")).containsExactly("1.nt", "1.nt.sha256");
        Shelf.trim(both, 0);
        assertThat(names("r1")).as("in use").containsExactly("fresh.nt", "fresh.nt.sha256");
        assertThat(names("r2")).isEmpty();
    }

    private Exchange.Body abc() {
        made.incrementAndGet();
        return out -> out.write("abc".getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
