package fr.pleiade.web.sparql;

import fr.pleiade.web.http.Crowd;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits until it is whole: nothing of it is sent before {@link #send}, which may take as long as its reader likes.
 *
 * <p>Until then a failure is one: nothing has been committed. Memory: {@value #LARGEST_IN_MEMORY} bytes. One thread only.
 */
final class SpooledResponse extends HttpServletResponseWrapper implements AutoCloseable {
    static final int LARGEST_IN_MEMORY = 1 << 18;

    private static final int UNKNOWN = -1;

    private final Spool spool;
    private final String client;
    private final ServletOutputStream out = new Spooled();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private Crowd.@Nullable Place place;
    private long onDisk;
    private long declared = UNKNOWN;
    private boolean isFull;

    SpooledResponse(Spool spool, HttpServletResponse response, String client) {
        super(response);
        this.spool = spool;
        this.client = client;
    }

    /** {@return whether there was no room for the answer} */
    boolean isFull() {
        return isFull;
    }

    /** Sends what has been written. */
    void send() throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        long length = onDisk + memory.size();
        if (length == 0 && declared != UNKNOWN) {
            response.setContentLengthLong(declared); // the answer to HEAD
            return;
        }
        if (length > 0) {
            response.setContentLengthLong(length);
        }
        FileChannel spooled = file;
        if (spooled != null && onDisk > 0) {
            spooled.truncate(onDisk).position(0);
            Channels.newInputStream(spooled).transferTo(response.getOutputStream());
        }
        memory.writeTo(response.getOutputStream());
    }

    private void write(byte[] bytes, int offset, int count) throws IOException {
        if (memory.size() + count > LARGEST_IN_MEMORY) {
            try {
                empty();
            } catch (IOException e) {
                isFull = true;
                throw e;
            }
        }
        memory.write(bytes, offset, count);
    }

    /** Writes to the file what is in memory. */
    private void empty() throws IOException {
        if (place == null) {
            place = spool.place(client);
        }
        FileChannel spooled = file;
        if (spooled == null) {
            spooled = spool.file();
            file = spooled;
        }
        if (!spool.take(memory.size())) {
            throw new IOException("the answers that wait for their readers fill the room that they have");
        }
        spooled.position(onDisk);
        onDisk += memory.size();
        ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            spooled.write(bytes);
        }
        memory.reset();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public void setContentLength(int length) {
        declared = length;
    }

    @Override
    public void setContentLengthLong(long length) {
        declared = length;
    }

    @Override
    public void flushBuffer() {
        // nothing is sent before it is whole
    }

    /** Forgets what has been written. */
    @Override
    public void resetBuffer() {
        super.resetBuffer();
        memory.reset();
        spool.giveBack(onDisk);
        onDisk = 0;
        declared = UNKNOWN;
    }

    /** Gives memory and file back. */
    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream(0);
        spool.giveBack(onDisk);
        onDisk = 0;
        try (FileChannel spooled = file;
                Crowd.Place taken = place) {
            file = null;
            place = null;
        }
    }

    private final class Spooled extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            SpooledResponse.this.write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            SpooledResponse.this.write(bytes, offset, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("the engine waits for nothing");
        }
    }
}
