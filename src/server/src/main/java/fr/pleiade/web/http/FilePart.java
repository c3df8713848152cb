package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of a file as the body of an answer: sent by the operating system where it can, else copied.
 *
 * @param file the file's real path
 * @param first the first byte, from 0
 * @param end the byte behind the last
 * @see <a href="https://tomcat.apache.org/tomcat-11.0-doc/aio.html">Tomcat, asynchronous writes</a>
 */
public record FilePart(String file, long first, long end) {
    private static final String SUPPORT = "org.apache.tomcat.sendfile.support";
    private static final String FILE = "org.apache.tomcat.sendfile.filename";
    private static final String FIRST = "org.apache.tomcat.sendfile.start";
    private static final String END = "org.apache.tomcat.sendfile.end";

    /** {@return the part of a file that this request has been answered with, if the operating system sends it} */
    public static Optional<FilePart> sentFor(HttpServletRequest request) {
        return request.getAttribute(FILE) instanceof String file
                        && request.getAttribute(FIRST) instanceof Long first
                        && request.getAttribute(END) instanceof Long end
                ? Optional.of(new FilePart(file, first, end))
                : Optional.empty();
    }

    /** {@return how many bytes it has} */
    public long length() {
        return end - first;
    }

    /** Sends it; the head of the answer is complete. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Boolean.TRUE.equals(request.getAttribute(SUPPORT))) {
            request.setAttribute(FILE, file);
            request.setAttribute(FIRST, first);
            request.setAttribute(END, end);
            return;
        }
        try (FileChannel channel = FileChannel.open(Path.of(file))) {
            WritableByteChannel out = Channels.newChannel(response.getOutputStream());
            for (long at = first; at < end; ) {
                at += channel.transferTo(at, end - at, out);
            }
        }
    }
}
