package fr.pleiade.web.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SendfileDataBase;
import org.apache.tomcat.util.net.SendfileState;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's endpoint, which shares its threads between those who connect by {@link Turns}, and sends files in {@linkplain SmallTransfers
 * small pieces}.
 *
 * <p>Who connects is known by the address alone, before a byte is read: from a proxy all come as one. It may have all threads, see
 * {@link #speaksForMany}.
 */
final class FairEndpoint extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(FairEndpoint.class);

    /** Enough to keep each processor at work while some wait for a disk or a lock. */
    private static final int TURNS_OF_A_PROCESSOR = 8;

    /** Some documents are made in it; whoever takes longer is no burst. */
    private static final Duration LENGTH_OF_A_TURN = Duration.ofMillis(25);

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private volatile @Nullable Turns turns;

    /** Says that the connection whose request this thread answers comes from a proxy that speaks for many. */
    static void speaksForMany() {
        Connection current = CURRENT.get();
        if (current != null) {
            current.isOfMany = true;
        }
    }

    @Override
    public void createExecutor() {
        super.createExecutor();
        turns = new Turns(
                super.getExecutor(),
                getMaxThreads(),
                TURNS_OF_A_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                LENGTH_OF_A_TURN);
    }

    @Override
    public void shutdownExecutor() {
        super.shutdownExecutor();
        Turns ended = turns;
        if (ended != null) {
            ended.close();
        }
    }

    /** Tasks of connections come here one by one; any other one is run as Tomcat would. */
    @Override
    public Executor getExecutor() {
        Executor threads = super.getExecutor();
        Turns shared = turns;
        return shared == null
                ? threads
                : task -> {
                    if (task instanceof FairProcessor processor) {
                        processor.takeTurn(shared);
                    } else {
                        threads.execute(task);
                    }
                };
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new FairProcessor(connection, event);
    }

    /** What happened on one connection. */
    private final class FairProcessor extends SocketProcessor {
        FairProcessor(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            super(connection, event);
        }

        void takeTurn(Turns shared) {
            Connection connection =
                    (Connection) socketWrapper; // Tomcat uses this object again, and forgets what it was for
            shared.execute(connection.client(), connection.isOfMany, turn -> {
                connection.turn = turn;
                CURRENT.set(connection);
                try {
                    run();
                } finally {
                    CURRENT.remove();
                }
            });
        }
    }

    /** As Tomcat does, but for the kind of connection. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        try {
            NioChannel pooled =
                    getNioChannels() == null ? null : getNioChannels().pop();
            NioChannel channel = pooled == null
                    ? createChannel(new SocketBufferHandler(
                            socketProperties.getAppReadBufSize(),
                            socketProperties.getAppWriteBufSize(),
                            socketProperties.getDirectBuffer()))
                    : pooled;
            Connection connection = new Connection(channel, this);
            channel.reset(socket, connection);
            connections.put(socket, connection);
            socket.configureBlocking(false);
            socketProperties.setProperties(socket.socket());
            connection.setReadTimeout(getConnectionTimeout());
            connection.setWriteTimeout(getConnectionTimeout());
            connection.setKeepAliveLeft(getMaxKeepAliveRequests());
            getPoller().register(connection);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("a connection cannot be prepared", e);
            if (!connections.containsKey(socket)) {
                destroySocket(socket);
            }
            return false;
        }
    }

    /** A connection that knows whose turn it is. */
    private static final class Connection extends NioSocketWrapper {
        private volatile boolean isOfMany;
        private volatile Turns.@Nullable Turn turn;
        private volatile @Nullable String client;

        Connection(NioChannel channel, NioEndpoint endpoint) {
            super(channel, endpoint);
        }

        /** {@return who is at its other end} */
        String client() {
            String known = client;
            if (known == null) {
                InetAddress address = getSocket().getIOChannel().socket().getInetAddress();
                known = address == null ? "" : ClientValve.name(address);
                client = known;
            }
            return known;
        }

        /** Gives up the turn for as long as the client takes nothing. */
        @Override
        protected void doWrite(boolean isBlocking, ByteBuffer bytes) throws IOException {
            Turns.Turn mine = CURRENT.get() == this ? turn : null;
            if (!isBlocking || mine == null) {
                super.doWrite(isBlocking, bytes);
                return;
            }
            super.doWrite(false, bytes);
            if (bytes.hasRemaining()) {
                mine.pause();
                super.doWrite(true, bytes);
            }
            mine.renew();
        }

        @Override
        public SendfileDataBase createSendfileData(String file, long first, long length) {
            return new Transfer(file, first, length);
        }

        @Override
        public SendfileState processSendfile(SendfileDataBase file) {
            try {
                ((Transfer) file).open();
            } catch (IOException e) {
                LOG.debug("a file that is to be sent is gone", e);
                return SendfileState.ERROR;
            }
            return super.processSendfile(file);
        }
    }

    /** A file to be sent. */
    private static final class Transfer extends SendfileData {
        Transfer(String file, long first, long length) {
            super(file, first, length);
        }

        void open() throws IOException {
            fchannel = new SmallTransfers(FileChannel.open(Path.of(fileName)));
        }
    }
}
