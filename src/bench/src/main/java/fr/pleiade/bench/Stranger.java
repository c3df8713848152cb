package fr.pleiade.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection to a port of this machine that sends what it likes and reads as slowly as it likes.
 *
 * <p>It comes from an address of its own below 127.0.0.0/8, so that a server can tell strangers apart. Closing it from another thread ends
 * whatever it waits for.
 */
final class Stranger implements AutoCloseable {
    /** A small window, so that who does not read is noticed. */
    private static final int WINDOW = 1 << 16;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /**
     * Connects.
     *
     * @param from the last number of the address that it comes from
     * @param patienceMillis how long it waits for anything to read
     */
    Stranger(int port, int from, int patienceMillis) throws IOException {
        socket.setReceiveBufferSize(WINDOW);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMillis);
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), patienceMillis);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 13);
        out = socket.getOutputStream();
    }

    /** A response's status and header fields, these in lower case. */
    record Head(int status, Map<String, String> fields) {
        boolean isLast() {
            return fields.getOrDefault("connection", "").equalsIgnoreCase("close");
        }
    }

    /** Receives pieces of a body. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes, int count) throws IOException;
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@return whether something is there to be read} */
    boolean isAnswered() throws IOException {
        return in.available() > 0;
    }

    Head head() throws IOException {
        String first = line();
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(first.split(" ")[1]), fields);
    }

    /** {@return the head of an answer whose body has been read too} */
    Head answer() throws IOException {
        Head head = head();
        body(head, (bytes, count) -> {});
        return head;
    }

    void body(Head head, Sink sink) throws IOException {
        if (head.status() == 304 || head.status() == 204) {
            return;
        }
        if (head.fields().getOrDefault("transfer-encoding", "").equals("chunked")) {
            for (long length = Long.parseLong(line(), 16); length > 0; length = Long.parseLong(line(), 16)) {
                piece(length, sink);
                line();
            }
            line();
        } else {
            piece(Long.parseLong(head.fields().getOrDefault("content-length", "0")), sink);
        }
    }

    private void piece(long length, Sink sink) throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the body was cut off");
            }
            sink.accept(buffer, read);
            left -= read;
        }
    }

    /** {@return a sink that takes so many bytes a second on an average} */
    static Sink at(long bytesPerSecond, Sink sink) {
        long begun = System.nanoTime();
        long[] sum = {0};
        return (bytes, count) -> {
            sink.accept(bytes, count);
            sum[0] += count;
            LockSupport.parkNanos(begun + sum[0] * 1_000_000_000L / bytesPerSecond - System.nanoTime());
        };
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
