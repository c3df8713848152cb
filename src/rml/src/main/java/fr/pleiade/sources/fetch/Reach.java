package fr.pleiade.sources.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which machines are asked: a dataset's description comes from whoever proposes the dataset, and must not have us ask machines that only
 * this one reaches.
 *
 * <p>A name is looked up before it is asked for; Java keeps what it was told for longer than it takes to connect. Where a proxy asks for
 * us, names are its business, and only addresses in digits are looked at here.
 */
final class Reach {
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+|\\[.*]");

    private final Predicate<InetAddress> allowed;
    private final ProxySelector proxies;

    Reach(Predicate<InetAddress> allowed, ProxySelector proxies) {
        this.allowed = allowed;
        this.proxies = proxies;
    }

    /**
     * Passes an address that may be asked for.
     *
     * @param url the download that leads there
     * @throws DownloadException if the scheme is neither http nor https, or a machine of that name may not be asked
     */
    void require(URI url, URI at) {
        String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || at.getHost() == null) {
            throw DownloadException.lasting(url, at + " is no address of the web: http or https, and a host");
        }
        if (isProxied(at) && !DIGITS.matcher(at.getHost()).matches()) {
            return;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(at.getHost())) {
                if (!allowed.test(address)) {
                    throw DownloadException.lasting(
                            url,
                            "%s is at %s, which is not on the public Internet; allow its network with --fetch-from, or put the file there yourself"
                                    .formatted(at.getHost(), address.getHostAddress()));
                }
            }
        } catch (UnknownHostException e) {
            throw DownloadException.passing(url, "there is no host " + at.getHost());
        }
    }

    private boolean isProxied(URI at) {
        return proxies.select(at).stream()
                .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT && proxy.address() instanceof InetSocketAddress);
    }
}
