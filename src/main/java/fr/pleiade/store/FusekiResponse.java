package fr.pleiade.store;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Fuseki and the client, so that a failure is one.
 *
 * <p>Fuseki answers errors with a text of its own, and when a time limit strikes in mid-result it ends a complete 200 with a
 * remark. Here, from the first status of 400 or more, nothing of Fuseki's goes out: {@link #finish} reports the error to the
 * container if it still can, and else breaks the connection off so that the client knows the result to be incomplete.
 */
final class FusekiResponse extends HttpServletResponseWrapper {
    private static final Set<String> OF_NO_CONCERN = Set.of("fuseki-request-id", "server");
    private static final int LONGEST_MESSAGE = 4_000;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream out;

    /** Whether Fuseki had begun a result: what stops it then is the time limit, which Fuseki calls a bad request. */
    private boolean begun;

    private int failure;

    FusekiResponse(HttpServletResponse response) {
        super(response);
    }

    /**
     * Ends the answer.
     *
     * @throws IOException if part of a result has left that cannot be completed
     */
    void finish() throws IOException {
        if (failure == 0) {
            return;
        }
        if (isCommitted()) {
            throw new IOException("the result was cut short: " + message());
        }
        resetBuffer();
        super.setContentType(null);
        sendError(begun ? SC_SERVICE_UNAVAILABLE : failure, message());
    }

    private String message() {
        return message.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void setStatus(int status) {
        if (status >= SC_BAD_REQUEST) {
            failure = status;
        } else {
            begun = true;
            super.setStatus(status);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (failure == 0 && !OF_NO_CONCERN.contains(name.toLowerCase(Locale.ROOT))) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void setContentType(String type) {
        if (failure == 0) {
            super.setContentType(type);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (failure == 0) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        if (failure == 0) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Guarded(super.getOutputStream());
        }
        return out;
    }

    private final class Guarded extends ServletOutputStream {
        private final ServletOutputStream target;

        Guarded(ServletOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failure == 0) {
                target.write(bytes, offset, length);
            } else {
                message.write(
                        bytes, offset, Math.min(length, LONGEST_MESSAGE - Math.min(message.size(), LONGEST_MESSAGE)));
            }
        }

        @Override
        public void flush() throws IOException {
            if (failure == 0) {
                target.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (failure == 0) {
                target.close();
            }
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
