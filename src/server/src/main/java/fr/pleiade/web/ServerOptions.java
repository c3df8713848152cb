package fr.pleiade.web;

import fr.pleiade.web.edge.Networks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a server needs to be told.
 *
 * @param state the folder with the releases
 * @param address the local address to listen on
 * @param proxies who is believed to tell for whom it asks
 * @param port the port to listen on; 0 for any free one
 * @param base the IRI that every published IRI begins with, ending in a slash
 * @param fusekiConfig the assembler file of the SPARQL service
 * @param adminToken what the operator sends to be let into {@code /admin}; {@code ""} where there is no such face
 * @param selfCheck how long from one self-check to the next; zero where they are made only when somebody asks
 * @param countsUse whether it is counted what is used, and never by whom
 */
public record ServerOptions(
        Path state,
        InetAddress address,
        Networks proxies,
        int port,
        String base,
        Path fusekiConfig,
        String adminToken,
        Duration selfCheck,
        boolean countsUse) {
    /** The shortest time from one self-check to the next, for each makes dozens of requests. */
    public static final Duration SHORTEST_SELF_CHECK = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException if the base does not end in a slash, or self-checks are too close to each other */
    public ServerOptions {
        if (!base.endsWith("/")) {
            throw new IllegalArgumentException("the base must end in a slash: '" + base + "'");
        }
        if (!selfCheck.isZero() && selfCheck.compareTo(SHORTEST_SELF_CHECK) < 0) {
            throw new IllegalArgumentException("self-checks must be at least a minute apart, not " + selfCheck);
        }
    }

    /** Options for a server that only this machine can reach. */
    public ServerOptions(Path state, int port, String base, Path fusekiConfig) {
        this(state, loopback(), Networks.LOOPBACK, port, base, fusekiConfig, "", Duration.ZERO, false);
    }

    /** {@return the same, listening on another address of this machine} */
    public ServerOptions on(InetAddress otherAddress) {
        return new ServerOptions(
                state, otherAddress, proxies, port, base, fusekiConfig, adminToken, selfCheck, countsUse);
    }

    /** {@return the same, behind other proxies} */
    public ServerOptions behind(Networks others) {
        return new ServerOptions(state, address, others, port, base, fusekiConfig, adminToken, selfCheck, countsUse);
    }

    /** {@return the same, with a face for the operator who has the token} */
    public ServerOptions withAdmin(String token) {
        return new ServerOptions(state, address, proxies, port, base, fusekiConfig, token, selfCheck, countsUse);
    }

    /** {@return the same, checking itself as often as that} */
    public ServerOptions withSelfCheck(Duration interval) {
        return new ServerOptions(state, address, proxies, port, base, fusekiConfig, adminToken, interval, countsUse);
    }

    /** {@return the same, counting what is used} */
    public ServerOptions countingUse() {
        return new ServerOptions(state, address, proxies, port, base, fusekiConfig, adminToken, selfCheck, true);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
