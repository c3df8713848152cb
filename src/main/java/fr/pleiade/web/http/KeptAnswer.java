package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** One whole answer: what is said to every client is not part of it. Immutable, though it shows its bytes. */
final class KeptAnswer {
    private final int status;
    private final String contentType;
    private final List<Field> fields;
    private final byte[] body;

    /** @param contentType the {@code Content-Type}, or {@code ""} if there is none */
    KeptAnswer(int status, String contentType, List<Field> fields, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /** One line of the answer's head. */
    record Field(String name, String value) {}

    int status() {
        return status;
    }

    /** {@return the bytes, which are not to be changed} */
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

    void send(HttpServletResponse response) throws IOException {
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
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
