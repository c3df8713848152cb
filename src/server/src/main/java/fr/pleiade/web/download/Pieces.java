package fr.pleiade.web.download;

import fr.pleiade.web.http.Departure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * Has documents written piece by piece, in turn, a few at a time: writing takes the processor, and sending only patience, which is had
 * without a turn. Who reads slowly, or not at all, has little written. Thread-safe.
 */
final class Pieces {
    /** What a block of JSON-LD takes, the dearest syntax: some 30 ms. */
    private static final int LINES = 2000;

    private final Semaphore turns;

    /** @param atOnce how many are being written at any time */
    Pieces(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /**
     * Begins a document when it is its turn.
     *
     * @throws IOException if the reader has left meanwhile
     */
    Piece begin(OutputStream out, Departure reader) throws IOException {
        return new Piece(out, reader);
    }

    /** What is written until it is sent. Holds a turn, but while it is being sent. */
    final class Piece extends ByteArrayOutputStream {
        private final OutputStream out;
        private final Departure reader;
        private int lines;
        private boolean hasTurn;

        private Piece(OutputStream out, Departure reader) throws IOException {
            this.out = out;
            this.reader = reader;
            takeTurn();
        }

        private void takeTurn() throws IOException {
            try {
                turns.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the server ends");
            }
            hasTurn = true;
            if (reader.hasLeft()) {
                close();
                throw new IOException("the reader has left");
            }
        }

        /** Says that a line has been written; sends what there is if that is enough. */
        void lineEnds() throws IOException {
            if (++lines % LINES == 0) {
                send();
                takeTurn();
            }
        }

        /** Sends what there is, and gives the turn to the next one. */
        void send() throws IOException {
            close();
            writeTo(out);
            reset();
        }

        /** Gives the turn to the next one; nothing more is sent. */
        @Override
        public void close() {
            if (hasTurn) {
                hasTurn = false;
                turns.release();
            }
        }
    }
}
