package fr.pleiade.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;

/**
 * Why a request was not answered, for a program.
 *
 * @param type identifies the kind of problem
 * @param status the HTTP status
 * @param title the kind of problem, in the reader's language
 * @param detail what was wrong this time and what would have worked, in the reader's language
 * @param instance the address that was asked for
 * @param alternatives the forms that can be had, where the problem is that none was acceptable
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
        String type, int status, String title, String detail, String instance, List<Refusal.Alternative> alternatives) {
    /** The media type of {@link #members()} as JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        alternatives = List.copyOf(alternatives);
    }

    private static final Set<Integer> WITH_SENTENCES =
            Set.of(400, 403, 404, 405, 406, 408, 411, 412, 413, 414, 415, 416, 429, 431, 503);

    /** {@return the code of the sentences that explain a status of which nothing more is known} */
    public static String code(int status) {
        return WITH_SENTENCES.contains(status) ? "status-" + status : status < 500 ? "status-400" : "failure";
    }

    /** {@return what is said of a status of which nothing more is known} */
    public static Problem ofStatus(int status, MessageSource messages, Locale locale) {
        String key = "problem." + code(status);
        return new Problem(
                "about:blank",
                status,
                messages.getMessage(key + ".title", new Object[0], locale),
                messages.getMessage(key + ".detail", new Object[0], locale),
                "",
                List.of());
    }

    /** {@return the members of the JSON object, in order} */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        if (!instance.isEmpty()) {
            members.put("instance", instance);
        }
        if (!alternatives.isEmpty()) {
            members.put("alternatives", alternatives);
        }
        return members;
    }
}
