package fr.pleiade.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends one request again and again over some kept connections to a port of this machine, for a bounded time.
 *
 * @param port where the server listens on the loopback interface
 * @param request the whole request, header end included; {@value #EACH_TIME_ANOTHER} in it becomes another number each time
 * @param status the status that each answer must have
 * @param connections how many requests are in flight at most
 */
record HttpLoad(int port, String request, int status, int connections) {
    static final String EACH_TIME_ANOTHER = "{number}";

    private static final AtomicLong NUMBERS = new AtomicLong();

    /**
     * What came of it.
     *
     * @param answers how many were received
     * @param seconds how long it took
     * @param bytes how many bytes the bodies had
     * @param p95Millis the time that 95 of 100 answers took at most, from when the request was due
     * @param p99Millis the time that 99 of 100 answers took at most, from when the request was due
     */
    record Result(long answers, double seconds, long bytes, double p95Millis, double p99Millis) {
        double perSecond() {
            return answers / seconds;
        }
    }

    /** {@return a request for an address, as a client without a browser sends it; {@code headers} are whole lines} */
    static String get(String path, String... headers) {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    private byte[] bytes() {
        String text = request.contains(EACH_TIME_ANOTHER)
                ? request.replace(EACH_TIME_ANOTHER, Long.toString(NUMBERS.incrementAndGet()))
                : request;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends as fast as answers come. */
    Result atFullSpeed(Duration time) {
        return run(time, 0);
    }

    /** Sends at fixed times, whether the server keeps up or not. */
    Result atRate(double perSecond, Duration time) {
        return run(time, (long) (connections * 1e9 / perSecond));
    }

    private Result run(Duration time, long intervalNanos) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Future<Connection>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long offset = intervalNanos * i / connections;
                running.add(threads.submit(() -> {
                    try (Connection connection = new Connection(this)) {
                        connection.send(start + offset, start + time.toNanos(), intervalNanos);
                        return connection;
                    }
                }));
            }
            List<Connection> done = new ArrayList<>();
            for (Future<Connection> future : running) {
                done.add(future.get());
            }
            return result(done, (System.nanoTime() - start) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result result(List<Connection> connections, double seconds) {
        long[] all = connections.stream()
                .flatMapToLong(c -> Arrays.stream(c.nanos, 0, c.answers))
                .sorted()
                .toArray();
        long bytes = connections.stream().mapToLong(c -> c.bytes).sum();
        return new Result(all.length, seconds, bytes, millis(all, 0.95), millis(all, 0.99));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
    }

    /** One kept connection and what was measured on it. */
    private static final class Connection implements AutoCloseable {
        private final HttpLoad load;
        private Socket socket = new Socket();
        private InputStream in = InputStream.nullInputStream();
        private final byte[] buffer = new byte[1 << 16];
        private long[] nanos = new long[1024];
        private int answers;
        private long bytes;

        Connection(HttpLoad load) throws IOException {
            this.load = load;
            open();
        }

        private void open() throws IOException {
            socket.close();
            socket = new Socket(InetAddress.getLoopbackAddress(), load.port());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        void send(long first, long end, long intervalNanos) throws IOException {
            for (long due = first; due < end; due += intervalNanos) {
                if (intervalNanos == 0) {
                    due = System.nanoTime();
                } else {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                socket.getOutputStream().write(load.bytes());
                readAnswer();
                note(System.nanoTime() - due);
            }
        }

        private void note(long took) {
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * answers);
            }
            nanos[answers++] = took;
        }

        private void readAnswer() throws IOException {
            String statusLine = line();
            if (!statusLine.startsWith("HTTP/1.1 " + load.status())) {
                throw new IOException("answered '%s' to %s"
                        .formatted(statusLine, load.request().strip()));
            }
            long length = 0;
            boolean chunked = false;
            boolean last = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Long.parseLong(line.substring(15).strip());
                }
                last |= line.equalsIgnoreCase("Connection: close");
                chunked |= line.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26);
            }
            if (chunked) {
                for (length = Long.parseLong(line(), 16); length > 0; length = Long.parseLong(line(), 16)) {
                    skip(length);
                    line();
                }
                line();
            } else if (load.status() != 304) {
                skip(length);
            }
            if (last) {
                open();
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void skip(long length) throws IOException {
            bytes += length;
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("the connection was closed");
                }
                left -= read;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
