package fr.pleiade.web.edge;

import fr.pleiade.web.http.Departure;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the client of one request is still there: one that has closed its connection, or its half of it, waits for no answer.
 *
 * <p>Nothing is consumed: what a client sends ahead stays in the connection's buffer, and behind it nothing is seen. The request's body
 * must be here already. Thread-safe; once closed, it does not touch the connection again, which belongs to another request then.
 */
final class ConnectionWatch implements Departure, AutoCloseable {
    private final WatchedConnections connections;
    private final String address;
    private final int port;
    private @Nullable SocketWrapperBase<?> connection;
    private boolean isClosed;

    ConnectionWatch(WatchedConnections connections, String address, int port) {
        this.connections = connections;
        this.address = address;
        this.port = port;
    }

    @Override
    public synchronized boolean hasLeft() {
        if (isClosed) {
            return false;
        }
        SocketWrapperBase<?> watched = connection;
        if (watched == null) {
            Optional<SocketWrapperBase<?>> found = connections.from(address, port);
            if (found.isEmpty()) {
                return true;
            }
            watched = found.get();
            connection = watched;
        }
        try {
            watched.isReadyForRead();
            return false;
        } catch (IOException closedOrBroken) {
            return true;
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }
}
