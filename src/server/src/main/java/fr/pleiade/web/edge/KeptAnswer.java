package fr.pleiade.web.edge;

import fr.pleiade.web.http.FilePart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One whole answer: what every answer says is not part of it, unless this one says it otherwise. Immutable, though it shows its bytes. */
final class KeptAnswer {
    /**
     * What says to whoever holds it already that it is unchanged (RFC 9110, section 15.4.5); and its policy, for what is said now takes the
     * place of what the client holds.
     */
    private static final Set<String> OF_NOT_MODIFIED =
            Set.of("etag", "cache-control", "content-location", "vary", "content-security-policy");

    /** Of the object, its list and its array, at most. */
    private static final int OVERHEAD = 256;

    /** Of a field and its two strings, at most. */
    private static final int FIELD_OVERHEAD = 128;

    private final int status;
    private final String contentType;
    private final List<Field> fields;
    private final byte[] body;
    private final @Nullable FilePart file;

    /**
     * @param contentType the {@code Content-Type}, or {@code ""} if there is none
     * @param fields those of one name one after the other
     */
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

    /** {@return bytes of memory, at two for a character} */
    int size() {
        int size = OVERHEAD + body.length + 2 * contentType.length();
        for (Field field : fields) {
            size += FIELD_OVERHEAD + 2 * (field.name().length() + field.value().length());
        }
        return size;
    }

    /** {@return the first value of a field, or {@code ""} if it is absent} */
    String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Says that what the client holds is this answer. */
    void sendNotModified(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        say(response, field -> OF_NOT_MODIFIED.contains(field.name().toLowerCase(Locale.ROOT)));
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        say(response, field -> true);
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

    /** Says some of the fields in the place of those of their names that every answer has. */
    private void say(HttpServletResponse response, Predicate<Field> isSaid) {
        String before = "";
        for (Field field : fields) {
            if (isSaid.test(field)) {
                if (field.name().equals(before)) {
                    response.addHeader(field.name(), field.value());
                } else {
                    response.setHeader(field.name(), field.value());
                }
                before = field.name();
            }
        }
    }
}
