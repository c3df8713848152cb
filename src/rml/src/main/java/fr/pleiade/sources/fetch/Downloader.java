package fr.pleiade.sources.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Keeps files up to date with what the web gives.
 *
 * <p>Asks only for what has changed, goes on where a broken download stopped, and replaces a file only when its successor has arrived in
 * full and looks like it. Behind a proxy: Java's {@code https.proxyHost} and the like, else the environment's {@code HTTPS_PROXY} or
 * {@code HTTP_PROXY}; it is then the proxy that looks names up and decides where they may lead. Thread-safe for different files.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, sections 13 (conditional requests) and 14 (ranges)</a>
 */
public final class Downloader {
    private final Limits limits;
    private final HttpClient client;
    private final Reach reach;

    /**
     * What a server may ask of us.
     *
     * @param bytes the largest file that is taken
     * @param redirections how many are followed
     * @param attempts how often a download that breaks off is begun or gone on with
     * @param silence how long a server may say nothing
     * @param pause between two attempts
     * @param whole how long one attempt may take
     * @param addresses which addresses are connected to, at first and at every redirection
     */
    public record Limits(
            long bytes,
            int redirections,
            int attempts,
            Duration silence,
            Duration pause,
            Duration whole,
            Predicate<InetAddress> addresses) {
        /**
         * Ten gigabytes, five redirections, three attempts, thirty seconds of silence, two seconds of pause, an hour for each attempt, and
         * only the public Internet.
         */
        public static final Limits USUAL = new Limits(
                10L << 30,
                5,
                3,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                PublicInternet::has);

        /** {@return the same limits, with more addresses that may be connected to} */
        public Limits reaching(Predicate<InetAddress> more) {
            return new Limits(bytes, redirections, attempts, silence, pause, whole, addresses.or(more));
        }
    }

    public Downloader(Limits limits) {
        this.limits = limits;
        ProxySelector proxy = proxy();
        this.reach = new Reach(limits.addresses(), proxy);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.silence())
                .proxy(proxy)
                .build();
    }

    private static ProxySelector proxy() {
        for (String name : new String[] {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"}) {
            String address = System.getenv(name);
            if (address != null && !address.isBlank() && System.getProperty("https.proxyHost") == null) {
                URI proxy = URI.create(address);
                return ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
            }
        }
        return ProxySelector.getDefault();
    }

    /**
     * Brings a file up to date.
     *
     * @param file where it is to be; its folder is made. Beside it are kept {@code <file>.http} and, after a break, {@code <file>.part}
     * @param bytesRead told of the bytes that arrived since it was last told
     * @throws DownloadException if what the server gives cannot be taken; the file is as it was
     * @throws UncheckedIOException if the disk cannot be written
     */
    public Retrieval fetch(URI url, Path file, LongConsumer bytesRead) {
        String name = file.getFileName().toString();
        return fetch(url, file, arrived -> new Arrival(arrived).problem(name, file), bytesRead);
    }

    /** What is looked at before what has arrived replaces the last good copy. */
    @FunctionalInterface
    public interface Acceptance {
        /** {@return why it cannot be taken, if it cannot} */
        Optional<String> problem(Path arrived) throws IOException;
    }

    /**
     * Brings a file up to date that is known better than by its looks.
     *
     * @param acceptance says what is wrong with what has arrived
     * @throws DownloadException as {@link #fetch(URI, Path, LongConsumer)}
     */
    public Retrieval fetch(URI url, Path file, Acceptance acceptance, LongConsumer bytesRead) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new DownloadAttempt(client, limits, reach, url, file, acceptance).run(bytesRead);
            } catch (DownloadException e) {
                if (!e.isPassing() || attempt >= limits.attempts()) {
                    throw e;
                }
                pause(url);
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), e);
            }
        }
    }

    private void pause(URI url) {
        try {
            Thread.sleep(limits.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DownloadException.lasting(url, "the download was interrupted");
        }
    }
}
