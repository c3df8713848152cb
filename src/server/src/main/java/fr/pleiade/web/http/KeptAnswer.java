package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One whole answer: what is said to every client is not part of it. Immutable, though it shows its bytes. */
final class KeptAnswer {
    private final int status;
    private final String contentType;
    private final List<Field> fields;
    private final byte[] body;
    private final @Nullable FilePart file;

    /** @param contentType the {@code Content-Type}, or {@code ""} if there is none */
    KeptAnswer(int status, String contentType, List<Field> fields, byte[] body) {
        this(status, contentType, fields, body, null);
    }

    private KeptAnswer(int status, String contentType, List<Field> fields, byte[] body, @Nullable FilePart file) {
        this.status = status;
        this.contentType = contentType;
        this.fields = List.copyOf(fields);
        this.body = body;
        this.file = file;
    }

    /** {@return an answer whose body is a part of a file, which stays as it is for as long as the answer is kept} */
    static KeptAnswer of(int status, String contentType, List<Field> fields, FilePart file) {
        return new KeptAnswer(status, contentType, fields, new byte[0], file);
    }

    /** One line of the answer's head. */
    record Field(String name, String value) {}

    int status() {
        return status;
    }

    /** {@return the bytes, which are not to be changed; none if a file has them} */
    byte[] body() {
        return body;
    }

    /** {@return the first value of a field, or {@code ""} if it is absent} */
    String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        for (Field field : fields) {
            response.addHeader(field.name(), field.value());
        }
        if (status == HttpServletResponse.SC_NOT_MODIFIED) {
            return;
        }
        if (!contentType.isEmpty()) {
            response.setContentType(contentType);
        }
        if (file != null) {
            response.setContentLengthLong(file.length());
            file.send(request, response);
            return;
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
