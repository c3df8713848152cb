package fr.pleiade.web.edge;

import fr.pleiade.web.http.Departure;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients apart: a request's remote address becomes that of the client for whom a trusted proxy asks.
 *
 * <p>{@code X-Forwarded-For: 203.0.113.7, 192.0.2.1} names the client first and each proxy after it. It is read from the right, and the
 * first address that is no trusted proxy is the client: what stands left of it may be anybody's invention. From an address that is not
 * trusted the field is not read at all. An IPv6 client is its network, {@code 2001:db8:1:2::/64}, for one customer has all of it
 * (RFC 6177).
 *
 * <p>Tells for each request whether its client has {@linkplain Departure left} since, and lets nobody
 * hold a thread for long who sends or takes nothing: see {@link StalledReaders}.
 */
final class ClientValve extends ValveBase {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    /** An address in digits; a name would have to be looked up, on behalf of a stranger. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** So long a thread waits for what is left of a body. */
    private static final Duration PATIENCE_FOR_THE_REST = Duration.ofMillis(200);

    private static final long ROUND_NANOS = 5_000_000;

    private final Predicate<InetAddress> proxies;
    private @Nullable StalledReaders stalled;

    ClientValve(Networks proxies) {
        super(true);
        this.proxies = proxies.matcher();
    }

    @Override
    protected void startInternal() throws LifecycleException {
        stalled = new StalledReaders();
        super.startInternal();
    }

    @Override
    protected void stopInternal() throws LifecycleException {
        super.stopInternal();
        if (stalled != null) {
            stalled.close();
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        List<String> forwarded = Collections.list(request.getHeaders(FORWARDED_FOR));
        request.setRemoteAddr(client(peer, forwarded));
        if (!forwarded.isEmpty() && isProxy(peer)) {
            FairEndpoint.speaksForMany();
        }
        try {
            invokeWatched(request, response, peer);
        } finally {
            request.setRemoteAddr(peer);
        }
    }

    /** By the address that the connection comes from, not that of the client who is behind it. */
    private void invokeWatched(Request request, Response response, String peer) throws IOException, ServletException {
        StalledReaders readers = stalled;
        if (readers == null
                || !(request.getConnector().getProtocolHandler() instanceof WatchedConnections connections)) {
            getNext().invoke(request, response);
            return;
        }
        try (ConnectionWatch watch = new ConnectionWatch(connections, peer, request.getRemotePort())) {
            Departure.tell(request.getRequest(), watch);
            readers.add(watch);
            try {
                getNext().invoke(request, response);
                if (response.isCommitted()) {
                    response.finishResponse(); // its last bytes too may wait for their reader
                }
                leaveBody(request, watch);
            } finally {
                readers.remove(watch);
            }
        }
    }

    /**
     * Takes the rest of a body that nobody wanted if it comes at once, so that its sender gets the answer; else the connection ends, for
     * Tomcat would wait for every byte of it.
     */
    private static void leaveBody(Request request, ConnectionWatch watch) throws IOException {
        org.apache.coyote.Request left = request.getCoyoteRequest();
        boolean isMeasured = hasLength(left);
        Unwanted unwanted = new Unwanted();
        long end = System.nanoTime() + PATIENCE_FOR_THE_REST.toNanos();
        while (isMeasured && !left.isFinished() && System.nanoTime() < end) {
            left.action(ActionCode.AVAILABLE, Boolean.FALSE);
            if (left.getAvailable() == 0 && !watch.hasMore()) {
                LockSupport.parkNanos(ROUND_NANOS);
            } else {
                left.doRead(unwanted);
            }
        }
        boolean hasBody = isMeasured || request.getHeader("Transfer-Encoding") != null;
        if (hasBody && !left.isFinished()) {
            left.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /**
     * {@return how the client is called}
     *
     * @param peer the address that the connection comes from
     * @param forwarded the lines of {@code X-Forwarded-For}
     */
    String client(String peer, List<String> forwarded) {
        return address(peer).map(address -> name(client(address, forwarded))).orElse(peer);
    }

    private boolean isProxy(String peer) {
        return address(peer).filter(proxies).isPresent();
    }

    private InetAddress client(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0 && proxies.test(client); i--) {
            Optional<InetAddress> hop = address(hops[i].strip());
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get();
        }
        return client;
    }

    /** {@return the address that stands there in digits} */
    private static Optional<InetAddress> address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!DIGITS.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** {@return how the client with an address is called} */
    static String name(InetAddress client) {
        if (!(client instanceof Inet6Address)) {
            return client.getHostAddress();
        }
        try {
            byte[] network = Arrays.copyOf(Arrays.copyOf(client.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    private static boolean hasLength(org.apache.coyote.Request request) {
        try {
            return request.getContentLengthLong() > 0;
        } catch (NumberFormatException noNumber) {
            return false; // Tomcat has refused the request already, and ends the connection
        }
    }

    /** Where Tomcat puts what is read of a body. */
    private static final class Unwanted implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            bytes = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // what is read is never kept
        }
    }
}
