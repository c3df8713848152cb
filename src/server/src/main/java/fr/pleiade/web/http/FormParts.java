package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;

/**
 * What a form sends in parts, as one with a file does. In memory; never longer than the body, which the edge bounds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, Returning Values from Forms</a>
 */
public final class FormParts {
    /** The media type of such a form. */
    public static final String MEDIA_TYPE = "multipart/form-data";

    private static final int MOST = 50;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private FormParts() {}

    private record Part(String fileName, byte[] bytes) {}

    /**
     * {@return the parts; of several with one name, the first that is not empty}
     *
     * @throws Refusal with 415 if the body is not such a form, with 400 if it is not well formed, with 413 if it has too many parts
     */
    public static FormParts of(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
            throw Refusal.of(415, "form-parts").with("Accept-Post", MEDIA_TYPE);
        }
        FormParts form = new FormParts();
        try {
            FileItemIterator items = new FileUpload().getItemIterator(new Received(request));
            int count = 0;
            while (items.hasNext()) {
                if (++count > MOST) {
                    throw Refusal.of(413, "status-413");
                }
                form.add(items.next());
            }
        } catch (IOException malformed) {
            throw Refusal.of(400, "form-parts");
        }
        return form;
    }

    private void add(FileItemStream item) throws IOException {
        String name = Optional.ofNullable(item.getFieldName()).orElse("");
        try (InputStream in = item.openStream()) {
            Part part = new Part(Optional.ofNullable(item.getName()).orElse(""), in.readAllBytes());
            parts.merge(name, part, (known, other) -> known.bytes().length > 0 ? known : other);
        }
    }

    /** {@return the bytes of a part, unless it is empty or not there} */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name)).map(Part::bytes).filter(bytes -> bytes.length > 0);
    }

    /** {@return the text of a part without blanks around it, or {@code ""}} */
    public String text(String name) {
        return bytes(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .orElse("");
    }

    /** {@return what the file of a part is called at its sender's, without folders, or {@code ""}} */
    public String fileName(String name) {
        Part part = parts.get(name);
        return part == null ? "" : part.fileName().replaceFirst("^.*[/\\\\]", "");
    }

    /** A request as the parser of parts reads it. */
    private record Received(HttpServletRequest request) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getContentType() {
            return Optional.ofNullable(request.getContentType()).orElse("");
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
