package fr.pleiade.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Why a request was not answered, for a program.
 *
 * @param type identifies the kind of problem
 * @param status the HTTP status
 * @param title the kind of problem, in the reader's language
 * @param detail what was wrong this time and what would have worked, in the reader's language
 * @param instance the address that was asked for
 * @param alternatives the forms that can be had, where none was acceptable, or the places where it can be had
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
        String type, int status, String title, String detail, String instance, List<Refusal.Alternative> alternatives) {
    /** The media type of {@link #members()} as JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The form that a program gets. */
    public static final Variant JSON = new Variant(MEDIA_TYPE, "json", "Problem", Set.of("application/json"));

    public Problem {
        alternatives = List.copyOf(alternatives);
    }

    private static final Set<Integer> WITH_SENTENCES =
            Set.of(400, 403, 404, 405, 406, 408, 411, 412, 413, 414, 415, 416, 429, 431, 503);

    /** {@return the code of the sentences that explain a status of which nothing more is known} */
    public static String code(int status) {
        return WITH_SENTENCES.contains(status) ? "status-" + status : status < 500 ? "status-400" : "failure";
    }

    /** {@return what identifies a kind of problem} */
    public static String type(String base, String code) {
        return base + "problems#" + code;
    }

    /**
     * {@return what is said of a status of which nothing more is known, in each of the languages}
     *
     * @param base the address under which everything is published, ending in a slash
     */
    public static Problem ofStatus(int status, String base, MessageSource messages, List<Language> languages) {
        String key = "problem." + code(status);
        return new Problem(
                type(base, code(status)),
                status,
                sentence(messages, key + ".title", languages),
                sentence(messages, key + ".detail", languages),
                "",
                List.of());
    }

    private static String sentence(MessageSource messages, String key, List<Language> languages) {
        return languages.stream()
                .map(language -> messages.getMessage(key, new Object[0], language.locale()))
                .collect(Collectors.joining(" / "));
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
