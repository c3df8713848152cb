package fr.pleiade.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks other SPARQL endpoints for results in JSON: at the addresses that its resolver gives and no others, within limits, following no
 * redirection, sending nothing of whoever asks. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded">SPARQL 1.1 Protocol, section 2.1.2</a>
 */
final class FederatedClient implements AutoCloseable {
    private static final String RESULTS = "application/sparql-results+json";
    private static final int CONNECTIONS = 8;
    private static final int CONNECTIONS_TO_ONE = 4;
    private static final int BLOCK = 8192;

    private final Limits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "federation-clock");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                FederatedClient.class.getClassLoader()); // not that of the request that is the first
        return thread;
    });

    /**
     * What one query may have of others.
     *
     * @param calls how often it may ask
     * @param time how long one call may take, from the name's resolution to the answer's last byte
     * @param bytes how long one answer may be
     */
    record Limits(int calls, Duration time, int bytes) {
        static final Limits USUAL = new Limits(50, Duration.ofSeconds(20), 8 << 20);
    }

    FederatedClient(DnsResolver resolver, Limits limits) {
        this.limits = limits;
        Timeout patience = Timeout.of(limits.time());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Pleiade")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Limits limits() {
        return limits;
    }

    /**
     * {@return the results as the endpoint sends them, in {@value #RESULTS}}
     *
     * @throws IOException if it is not on the public Internet, does not answer so, or asks too much patience or memory of us
     */
    byte[] ask(URI endpoint, String query) throws IOException {
        HttpPost request = new HttpPost(endpoint);
        request.setHeader("Accept", RESULTS);
        request.setEntity(
                new UrlEncodedFormEntity(List.of(new BasicNameValuePair("query", query)), StandardCharsets.UTF_8));
        Future<?> end = clock.schedule(request::cancel, limits.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, this::results);
        } finally {
            end.cancel(false);
        }
    }

    private byte[] results(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = ContentType.parseLenient(entity == null ? null : entity.getContentType());
        if (response.getCode() != 200
                || entity == null
                || type == null
                || !type.getMimeType().equals(RESULTS)) {
            throw new IOException("not 200 with " + RESULTS + ", but " + response.getCode());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        InputStream in = entity.getContent();
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            if (bytes.size() + n > limits.bytes()) {
                throw new IOException("more than " + limits.bytes() + " bytes");
            }
            bytes.write(block, 0, n);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
