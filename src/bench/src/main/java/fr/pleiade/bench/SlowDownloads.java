package fr.pleiade.bench;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Reads every download at 400 kB/s with pauses, all at once, and compares each byte with what a fast reader gets. */
final class SlowDownloads {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final List<String> SYNTAXES = List.of("ttl", "trig", "jsonld", "rdf", "nt", "nq");
    private static final List<String> COMPRESSIONS = List.of("", ".gz", ".zst");
    private static final long BYTES_PER_SECOND = 400_000;
    private static final int MOST_PAUSES = 2;
    private static final int ADDRESS = 10;
    private static final int PATIENCE_MILLIS = 300_000;

    private final int port;
    private final Duration pause;

    SlowDownloads(int port, Duration pause) {
        this.port = port;
        this.pause = pause;
    }

    /** {@return the addresses of downloads of some graphs, in all syntaxes and compressions} */
    static List<String> dumps(List<String> slugs) {
        List<String> all = new ArrayList<>();
        for (String slug : slugs) {
            for (String syntax : SYNTAXES) {
                COMPRESSIONS.forEach(compression -> all.add("/dump/" + slug + "." + syntax + compression));
            }
        }
        return all;
    }

    /** What is read of a body: its length and digest. */
    private record Read(long bytes, String digest) {}

    /** A request, as a line of the report names it. */
    private record Download(String path, String coding) {
        String request() {
            return HttpLoad.get(path, "Accept-Encoding: " + coding);
        }
    }

    /** {@return what went wrong, a line each; prints what was read} */
    List<String> read() throws Exception {
        List<Download> downloads = new ArrayList<>();
        dumps(List.of("all")).forEach(path -> downloads.add(new Download(path, "identity")));
        for (String path : List.of("/dump/all.nq", "/dump/all.ttl", "/data?default")) {
            downloads.add(new Download(path, "gzip"));
        }
        downloads.add(new Download("/data?default", "identity"));
        List<Read> expected = new ArrayList<>();
        for (Download download : downloads) {
            expected.add(read(port, download, Long.MAX_VALUE));
        }
        List<String> failures = new ArrayList<>(compare("directly", port, downloads, expected));
        if (Files.isExecutable(NGINX)) {
            Path folder = Files.createTempDirectory("siege-nginx");
            int front = freePort();
            Process nginx = nginx(folder, front);
            try {
                failures.addAll(compare("through nginx", front, downloads, expected));
            } finally {
                nginx.destroy();
                nginx.waitFor();
            }
        } else {
            System.out.println("nginx is not installed: downloads were not read through it");
        }
        return failures;
    }

    private List<String> compare(String way, int at, List<Download> downloads, List<Read> expected) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(downloads.size());
        long begun = System.nanoTime();
        List<Future<Read>> reads = new ArrayList<>();
        for (Download download : downloads) {
            reads.add(threads.submit((Callable<Read>) () -> read(at, download, BYTES_PER_SECOND)));
        }
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            try {
                Read read = reads.get(i).get();
                if (!read.equals(expected.get(i))) {
                    failures.add("%s %s: %s, not %s".formatted(way, downloads.get(i), read, expected.get(i)));
                }
            } catch (ExecutionException e) {
                failures.add("%s %s: %s".formatted(way, downloads.get(i), e.getCause()));
            }
        }
        threads.shutdown();
        System.out.printf(
                "%d downloads read %s at %d kB/s with pauses of %d s, %,d bytes in %d s: %d not whole%n",
                downloads.size(),
                way,
                BYTES_PER_SECOND / 1000,
                pause.toSeconds(),
                expected.stream().mapToLong(Read::bytes).sum(),
                (System.nanoTime() - begun) / 1_000_000_000,
                failures.size());
        return failures;
    }

    /** A slow reader pauses after the head, and again in the middle. */
    private Read read(int at, Download download, long bytesPerSecond) throws IOException {
        try (Stranger connection = new Stranger(at, ADDRESS, PATIENCE_MILLIS)) {
            connection.send(download.request());
            Stranger.Head head = connection.head();
            if (head.status() != 200) {
                throw new IOException("status " + head.status());
            }
            MessageDigest digest = Sha256.digest();
            long[] sum = {0};
            int[] pauses = {0};
            long half = Long.parseLong(head.fields().getOrDefault("content-length", "2000000")) / 2;
            Stranger.Sink sink = (bytes, count) -> {
                if (bytesPerSecond < Long.MAX_VALUE && pauses[0] < MOST_PAUSES && sum[0] >= half * pauses[0]) {
                    pauses[0]++;
                    LockSupport.parkNanos(pause.toNanos());
                }
                digest.update(bytes, 0, count);
                sum[0] += count;
            };
            connection.body(head, bytesPerSecond == Long.MAX_VALUE ? sink : Stranger.at(bytesPerSecond, sink));
            return new Read(sum[0], HexFormat.of().formatHex(digest.digest()));
        }
    }

    private Process nginx(Path folder, int front) throws IOException {
        String example = Files.readString(Path.of("src/docs/proxies/nginx.conf"))
                .replace("listen 80;", "listen 127.0.0.1:" + front + ";")
                .replace(":8080;", ":" + port + ";");
        String whole = "daemon off; pid %1$s/pid; error_log %1$s/log; events {} http { access_log off;"
                        .formatted(folder)
                + " client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;".formatted(folder)
                + " uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;%n".formatted(folder)
                + example
                + "}\n";
        Path file = Files.writeString(folder.resolve("nginx.conf"), whole);
        Process nginx = new ProcessBuilder(NGINX.toString(), "-c", file.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        for (int i = 0; i < 100 && nginx.isAlive(); i++) {
            try (Stranger probe = new Stranger(front, ADDRESS, PATIENCE_MILLIS)) {
                probe.send(HttpLoad.get("/robots.txt"));
                probe.answer();
                return nginx;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        nginx.destroy();
        throw new IOException("nginx does not start, see " + folder.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
