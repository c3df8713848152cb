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
        settle(String.join(", ", fields));
    }

    /** Adds nothing more: a refusal, which nobody keeps, says what another answer of this address would say, if that is known by now. */
    void settle() {
        String vary = response.getHeader("Vary");
        if (vary != null && request.getAttribute(SETTLED) == null) {
            settle(vary);
        }
    }

    private void settle(String all) {
        request.setAttribute(SETTLED, all);
        say(all);
    }

    private void say(String all) {
        response.setHeader("Vary", all.isEmpty() ? null : all);
    }

    /** Says that the answer depends on a field. */
    void on(String field) {
        if (request.getAttribute(SETTLED) instanceof String all) {
            say(all);
            return;
        }
        String vary = response.getHeader("Vary");
        Set<String> fields = new LinkedHashSet<>(vary == null ? List.of() : List.of(vary.split(", ")));
        fields.add(field);
        response.setHeader("Vary", String.join(", ", fields));
    }
}
