package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body somebody else writes, compressed on its way; as it is where the client likes no coding.
 *
 * <p>What has been compressed ends with {@link #finish()} only: whoever fails before lets it break off, so that the client sees that part
 * of it is missing. One thread only.
 */
public final class CodedResponse extends HttpServletResponseWrapper {
    private final Optional<Coding> coding;
    private final boolean hasBody;
    private @Nullable Coded out;

    CodedResponse(HttpServletResponse response, Optional<Coding> coding, boolean hasBody) {
        super(response);
        this.coding = coding;
        this.hasBody = hasBody;
        coding.ifPresent(c -> response.setHeader("Content-Encoding", c.token()));
    }

    /** Ends the body. */
    public void finish() throws IOException {
        if (hasBody && coding.isPresent()) {
            coded(coding.get()).coder.close();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return coding.isPresent() ? coded(coding.get()) : super.getOutputStream();
    }

    private Coded coded(Coding chosen) throws IOException {
        Coded begun = out;
        if (begun == null) {
            begun = new Coded(super.getOutputStream(), chosen);
            out = begun;
        }
        return begun;
    }

    /** The length of what is written is not that of what is sent. */
    @Override
    public void setContentLength(int length) {
        if (coding.isEmpty()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (coding.isEmpty()) {
            super.setContentLengthLong(length);
        }
    }

    /** Forgets what has been written, as long as nothing of it was sent. */
    @Override
    public void resetBuffer() {
        super.resetBuffer();
        out = null;
    }

    private static final class Coded extends ServletOutputStream {
        private final ServletOutputStream target;
        private final OutputStream coder;

        Coded(ServletOutputStream target, Coding coding) throws IOException {
            this.target = target;
            this.coder = coding.encode(target);
        }

        @Override
        public void write(int b) throws IOException {
            coder.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            coder.write(bytes, offset, count);
        }

        @Override
        public void flush() {
            // a coding that is flushed often is not small; the body ends with the response
        }

        @Override
        public void close() {
            // see finish()
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
