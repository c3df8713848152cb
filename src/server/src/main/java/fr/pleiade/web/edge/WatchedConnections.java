package fr.pleiade.web.edge;

import java.util.Optional;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's own connector over a {@link FairEndpoint}, which also tells the connection that a request came by. */
public final class WatchedConnections extends Http11NioProtocol {
    /** Is made by Tomcat, by its name. */
    public WatchedConnections() {
        super(new FairEndpoint());
    }

    /** {@return the open connection from an address and port} */
    Optional<NioSocketWrapper> from(String address, int port) {
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            if (connection instanceof NioSocketWrapper open
                    && open.getRemotePort() == port
                    && address.equals(open.getRemoteAddr())) {
                return Optional.of(open);
            }
        }
        return Optional.empty();
    }
}
