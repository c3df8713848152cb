package fr.pleiade.web.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.util.NetMaskSet;

/**
 * Machines by their addresses: proxies that are believed, or hosts that may be asked.
 *
 * @param networks addresses and networks in digits, such as {@code 127.0.0.0/8}, {@code ::1}
 */
public record Networks(List<String> networks) {
    /** This machine. */
    public static final Networks LOOPBACK = new Networks(List.of("127.0.0.0/8", "::1"));

    /** @throws IllegalArgumentException if one is neither an address nor a network in digits */
    public Networks {
        networks = List.copyOf(networks);
        for (String network : networks) {
            if (!network.matches("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?")) {
                throw unreadable(network);
            }
            try {
                new NetMask(network);
            } catch (IllegalArgumentException e) {
                throw unreadable(network);
            }
        }
    }

    /** {@return a way to ask whether an address is one of them} */
    public Predicate<InetAddress> matcher() {
        NetMaskSet set = NetMaskSet.parse(String.join(",", networks));
        return set::contains;
    }

    private static IllegalArgumentException unreadable(String network) {
        return new IllegalArgumentException(
                "'%s' is neither an address nor a network in digits, such as 10.0.0.7, 10.0.0.0/8 or 2001:db8::/32"
                        .formatted(network));
    }
}
