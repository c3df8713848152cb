package fr.pleiade.web.edge;

import fr.pleiade.web.http.Departure;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.Optional;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one request that is being answered: whether the client is still there, and whether it takes what it is sent.
 *
 * <p>A client that has closed its connection, or its half of it, waits for no answer. Nothing is consumed: what a client sends ahead stays
 * in the connection's buffer, and behind it nothing is seen. The request's body must be here already. Thread-safe; once closed, it does
 * not touch the connection again, which belongs to another request then.
 */
final class ConnectionWatch implements Departure, AutoCloseable {
    private final WatchedConnections connections;
    private final String address;
    private final int port;
    private @Nullable NioSocketWrapper connection;
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
        Optional<NioSocketWrapper> open = connection();
        if (open.isEmpty()) {
            return true;
        }
        try {
            open.get().isReadyForRead();
            return false;
        } catch (IOException closedOrBroken) {
            return true;
        }
    }

    /** {@return whether the client has sent more than has been read} */
    synchronized boolean hasMore() throws IOException {
        Optional<NioSocketWrapper> open = connection();
        return open.isPresent() && open.get().isReadyForRead();
    }

    /** {@return since when a thread waits until the client takes more, in milliseconds of the clock; nothing if none waits} */
    synchronized Optional<Long> stalledSince() {
        if (isClosed) {
            return Optional.empty();
        }
        return connection()
                .filter(open -> (open.interestOps() & SelectionKey.OP_WRITE) != 0)
                .map(NioSocketWrapper::getLastWrite);
    }

    /** Ends the answer: the thread that waits finds that nothing can be written any more. */
    synchronized void cutOff() {
        if (isClosed) {
            return;
        }
        connection().ifPresent(open -> {
            try {
                open.getSocket().getIOChannel().shutdownOutput();
            } catch (IOException e) {
                open.setError(e); // it is gone already
            }
        });
    }

    private Optional<NioSocketWrapper> connection() {
        if (connection == null) {
            connection = connections.from(address, port).orElse(null);
        }
        return Optional.ofNullable(connection);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }
}
