package fr.pleiade.sparql;

import fr.pleiade.sources.fetch.PublicInternet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the public Internet, and refuses all others: this machine, its networks, and the cloud's metadata.
 *
 * <p>The client connects to the very addresses that are given here, so that a name cannot mean another machine a moment later.
 */
final class PublicAddresses implements DnsResolver {
    private final Names names;

    /** Asks the machine's own resolver. */
    PublicAddresses() {
        this(InetAddress::getAllByName);
    }

    PublicAddresses(Names names) {
        this.names = names;
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** @throws UnknownHostException if there is no such host, or one of its addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.lookUp(host);
        for (InetAddress address : addresses) {
            if (!PublicInternet.has(address)) {
                throw new UnknownHostException(host + " is not on the public Internet");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
