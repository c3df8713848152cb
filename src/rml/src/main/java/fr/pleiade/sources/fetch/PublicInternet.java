package fr.pleiade.sources.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public Internet from all others: this machine, its networks, the cloud's metadata, and what is reserved.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's special-purpose address registries</a>
 */
public final class PublicInternet {
    private PublicInternet() {}

    /** {@return whether anybody could have this address and mean the same machine} */
    public static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(unsigned(bytes, 0), unsigned(bytes, 2)) : isPublic6(bytes);
    }

    /** @param high the first two bytes */
    private static boolean isPublic4(int high, int low) {
        int first = high >> 8;
        int second = high & 0xFF;
        int third = low >> 8;
        boolean isOwn = first == 0
                || first == 10
                || first == 127
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        boolean isReserved = first >= 224
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return !isOwn && !isReserved;
    }

    /** Only 2000::/3 is global; in it, 2001::/23 is for protocols, 2002::/16 hides IPv4, and 2001:db8::/32 and 3fff::/20 are for books. */
    private static boolean isPublic6(byte[] bytes) {
        int high = unsigned(bytes, 0);
        int next = unsigned(bytes, 2);
        boolean isGlobal = high >> 13 == 1;
        boolean isReserved = (high == 0x2001 && (next < 0x200 || next == 0xDB8))
                || high == 0x2002
                || (high == 0x3FFF && next < 0x1000);
        return isGlobal && !isReserved;
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
