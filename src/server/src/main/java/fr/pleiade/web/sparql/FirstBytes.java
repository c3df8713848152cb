package fr.pleiade.web.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;

/** A response of which nothing is sent and only the beginning is kept, at most {@value #MOST} bytes: as much as a page can show. */
final class FirstBytes extends HttpServletResponseWrapper {
    static final int MOST = 1 << 19;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Kept();
    private boolean isCut;

    FirstBytes(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** {@return whether there was more than is kept} */
    boolean isCut() {
        return isCut;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public void setContentType(String type) {
        // what is kept is of this type, what is sent is a page
    }

    @Override
    public void setContentLength(int length) {
        // not of what is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // not of what is sent
    }

    @Override
    public void flushBuffer() {
        // nothing is sent
    }

    @Override
    public void resetBuffer() {
        kept.reset();
        isCut = false;
    }

    private final class Kept extends ServletOutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            int room = Math.min(count, MOST - kept.size());
            kept.write(bytes, offset, room);
            isCut |= room < count;
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
