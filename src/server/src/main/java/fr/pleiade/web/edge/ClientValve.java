package fr.pleiade.web.edge;

import fr.pleiade.web.http.Departure;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells clients apart: a request's remote address becomes that of the client for whom a trusted proxy asks.
 *
 * <p>{@code X-Forwarded-For: 203.0.113.7, 192.0.2.1} names the client first and each proxy after it. It is read from the right, and the
 * first address that is no trusted proxy is the client: what stands left of it may be anybody's invention. From an address that is not
 * trusted the field is not read at all. An IPv6 client is its network, {@code 2001:db8:1:2::/64}, for one customer has all of it
 * (RFC 6177).
 *
 * <p>Tells for each request whether its client has {@linkplain Departure left} since.
 */
final class ClientValve extends ValveBase {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    /** An address in digits; a name would have to be looked up, on behalf of a stranger. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final Predicate<InetAddress> proxies;

    ClientValve(Networks proxies) {
        super(true);
        this.proxies = proxies.matcher();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        request.setRemoteAddr(client(peer, Collections.list(request.getHeaders(FORWARDED_FOR))));
        try {
            invokeWatched(request, response, peer);
        } finally {
            request.setRemoteAddr(peer);
        }
    }

    /** By the address that the connection comes from, not that of the client who is behind it. */
    private void invokeWatched(Request request, Response response, String peer) throws IOException, ServletException {
        if (!(request.getConnector().getProtocolHandler() instanceof WatchedConnections connections)) {
            getNext().invoke(request, response);
            return;
        }
        try (ConnectionWatch watch = new ConnectionWatch(connections, peer, request.getRemotePort())) {
            Departure.tell(request.getRequest(), watch);
            getNext().invoke(request, response);
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

    private static String name(InetAddress client) {
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
}
