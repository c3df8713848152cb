package fr.pleiade.web.edge;

import java.util.Optional;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's own connector, which also tells the connection that a request came by. */
public final class WatchedConnections extends Http11NioProtocol {
    /** {@return the open connection from an address and port} */
    Optional<SocketWrapperBase<?>> from(String address, int port) {
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            if (connection.getRemotePort() == port && address.equals(connection.getRemoteAddr())) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }
}
