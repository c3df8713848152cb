package fr.pleiade.web.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fr.pleiade.web.http.Departure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PiecesTest {
    private static final Departure STAYS = () -> false;
    private static final byte[] LINE = "line\n".getBytes(StandardCharsets.US_ASCII);

    private final Pieces pieces = new Pieces(1);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    private String written(OutputStream out, int lines) throws IOException {
        try (Pieces.Piece piece = pieces.begin(out, STAYS)) {
            for (int i = 0; i < lines; i++) {
                piece.write(LINE);
                piece.lineEnds();
            }
            piece.send();
        }
        return out.toString();
    }

    @Test
    void documentIsWhole() throws IOException {
        for (int lines : new int[] {0, 1, 2000, 5001}) {
            assertThat(written(new ByteArrayOutputStream(), lines)).isEqualTo("line\n".repeat(lines));
        }
    }

    @Test
    void readerWhoDoesNotReadHoldsNoTurn() throws Exception {
        CountDownLatch isSending = new CountDownLatch(1);
        CountDownLatch reads = new CountDownLatch(1);
        Future<String> slow = others.submit(() -> written(
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] bytes, int from, int length) {
                        isSending.countDown();
                        try {
                            reads.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        super.write(bytes, from, length);
                    }
                },
                2001));
        isSending.await();
        assertThat(written(new ByteArrayOutputStream(), 4000)).hasSize(20_000);
        assertThat(slow.isDone()).isFalse();
        reads.countDown();
        assertThat(slow.get(30, TimeUnit.SECONDS)).hasSize(2001 * 5);
    }

    @Test
    void nothingIsWrittenForAReaderWhoHasLeft() throws IOException {
        AtomicBoolean hasLeft = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pieces.Piece piece = pieces.begin(out, hasLeft::get)) {
            for (int i = 0; i < 1999; i++) {
                piece.write(LINE);
                piece.lineEnds();
            }
            hasLeft.set(true);
            piece.write(LINE);
            assertThatIOException().isThrownBy(piece::lineEnds);
        }
        assertThat(out.size()).isEqualTo(2000 * 5);
        assertThatIOException().isThrownBy(() -> pieces.begin(out, hasLeft::get));
        assertThat(written(new ByteArrayOutputStream(), 1))
                .as("the turn was given back, once")
                .isEqualTo("line\n");
    }

    @Test
    void brokenDocumentIsNotSentAndGivesItsTurnBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pieces.Piece piece = pieces.begin(out, STAYS)) {
            piece.write(LINE);
        }
        assertThat(out.size()).isZero();
        assertThat(written(out, 1)).isEqualTo("line\n");
    }
}
