package fr.pleiade.web.edge;

import fr.pleiade.web.http.FilePart;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An answer that goes to the client, and is copied on the way as long as it is small. One thread only. */
final class CopiedResponse extends HttpServletResponseWrapper {
    private static final Set<String> OF_THE_BODY = Set.of("Content-Length", "Content-Type");

    private final HttpServletResponse response;
    private final int largest;
    private final Map<String, List<String>> saidToAll = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private @Nullable Tee tee;
    private boolean isWhole = true;

    /** @param largest the size in bytes from which on there will be no copy */
    CopiedResponse(HttpServletResponse response, int largest) {
        super(response);
        this.response = response;
        this.largest = largest;
        response.getHeaderNames().forEach(name -> saidToAll.put(name, values(name)));
    }

    /**
     * {@return the answer, if all of it went through here or is a file}
     *
     * @param file what the operating system sends as its body, if it does
     */
    Optional<KeptAnswer> answer(Optional<FilePart> file) {
        String length = response.getHeader("Content-Length");
        long bytes = file.map(FilePart::length).orElse((long) copy.size());
        boolean isComplete = length == null ? bytes == 0 : length.equals(Long.toString(bytes));
        if (!isWhole || !isComplete) {
            return Optional.empty();
        }
        String type = response.getContentType() == null ? "" : response.getContentType();
        return Optional.of(file.map(part -> KeptAnswer.of(response.getStatus(), type, fields(), part))
                .orElseGet(() -> new KeptAnswer(response.getStatus(), type, fields(), copy.toByteArray())));
    }

    /** {@return what this answer alone says: what is said to all is left out, but where this answer says it otherwise} */
    private List<KeptAnswer.Field> fields() {
        List<KeptAnswer.Field> fields = new ArrayList<>();
        for (String name : new TreeSet<>(response.getHeaderNames())) {
            if (!OF_THE_BODY.contains(name) && !values(name).equals(saidToAll.get(name))) {
                values(name).forEach(value -> fields.add(new KeptAnswer.Field(name, value)));
            }
        }
        return fields;
    }

    private List<String> values(String name) {
        return List.copyOf(response.getHeaders(name));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (tee == null) {
            tee = new Tee(super.getOutputStream());
        }
        return tee;
    }

    @Override
    public java.io.PrintWriter getWriter() throws IOException {
        isWhole = false;
        return super.getWriter();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        isWhole = false;
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        isWhole = false;
        super.sendError(status);
    }

    /** Writes to the client and to the copy. */
    private final class Tee extends ServletOutputStream {
        private final ServletOutputStream out;

        Tee(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            isWhole &= copy.size() + length <= largest;
            if (isWhole) {
                copy.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            isWhole = false;
            out.setWriteListener(listener);
        }
    }
}
