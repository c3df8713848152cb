package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The {@code Vary} of an answer: the fields that were looked at, or those that were said once and for all. One thread only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5">RFC 9110, section 12.5.5</a>
 */
final class Vary {
    /** Of the request: so that a problem, which is sent by somebody else, says the same. */
    private static final String SETTLED = Vary.class.getName() + ".settled";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Vary(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Says on what the answers of this address depend, whichever of them this one becomes. */
    void settle(List<String> fields) {
        String all = String.join(", ", fields);
        request.setAttribute(SETTLED, all);
        response.setHeader("Vary", all);
    }

    /** Says that the answer depends on a field. */
    void on(String field) {
        if (request.getAttribute(SETTLED) instanceof String all) {
            response.setHeader("Vary", all);
            return;
        }
        String vary = response.getHeader("Vary");
        Set<String> fields = new LinkedHashSet<>(vary == null ? List.of() : List.of(vary.split(", ")));
        fields.add(field);
        response.setHeader("Vary", String.join(", ", fields));
    }
}
