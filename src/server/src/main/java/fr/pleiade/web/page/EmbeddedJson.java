package fr.pleiade.web.page;

import fr.pleiade.web.http.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON inside a page: escaped so that nothing in it can end the element it stands in. */
public final class EmbeddedJson {
    private EmbeddedJson() {}

    /** {@return the JSON as text for a {@code script} element of a data type} */
    public static String of(Exchange.Body json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
