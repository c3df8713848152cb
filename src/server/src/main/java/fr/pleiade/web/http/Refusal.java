package fr.pleiade.web.http;

import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.MessageSource;

/**
 * A request that cannot be answered: the status, and a code whose sentences are in the message bundles.
 *
 * <p>The bundles have {@code problem.<code>.title} and {@code problem.<code>.detail}; the arguments fill the detail. Where another
 * package explains, its words are the detail; the status gives the title where the code has none. Nothing about our insides goes in.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Alternative> alternatives;
    private final transient Map<String, String> headers;
    private final transient Optional<Text> explanation;

    private Refusal(
            int status,
            String code,
            Optional<Text> explanation,
            List<Object> arguments,
            List<Alternative> alternatives,
            Map<String, String> headers) {
        super(status + " " + code + " " + arguments);
        this.status = status;
        this.code = code;
        this.explanation = explanation;
        this.arguments = List.copyOf(arguments);
        this.alternatives = List.copyOf(alternatives);
        this.headers = Map.copyOf(headers);
    }

    /** Another form in which the document can be had, or another place where it is. */
    public record Alternative(String mediaType, String label, String href) {}

    /** {@return a refusal with this status and code} */
    public static Refusal of(int status, String code, Object... arguments) {
        return new Refusal(status, code, Optional.empty(), List.of(arguments), List.of(), Map.of());
    }

    /** {@return a refusal whose detail another package has put into words} */
    public static Refusal explained(int status, String code, Text explanation) {
        return new Refusal(status, code, Optional.of(explanation), List.of(), List.of(), Map.of());
    }

    /** {@return that there is nothing at the address} */
    public static Refusal notFound(String address) {
        return of(404, "not-found", address);
    }

    /** {@return that the client accepts none of the forms, which are these} */
    public static Refusal notAcceptable(List<Alternative> alternatives) {
        return new Refusal(406, "not-acceptable", Optional.empty(), List.of(), alternatives, Map.of());
    }

    /** {@return the same refusal with something that would have worked} */
    public Refusal but(Alternative alternative) {
        List<Alternative> more = new ArrayList<>(alternatives);
        more.add(alternative);
        return new Refusal(status, code, explanation, arguments, more, headers);
    }

    /** {@return the same refusal with one header more} */
    public Refusal with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Refusal(status, code, explanation, arguments, alternatives, more);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** {@return the detail, where the bundles do not have it} */
    public Optional<Text> explanation() {
        return explanation;
    }

    /** {@return what was wrong and what would have worked: the explanation, else the sentence of the bundles} */
    public String detail(MessageSource messages, Locale locale) {
        return explanation
                .map(text -> text.in(locale))
                .orElseGet(() -> messages.getMessage("problem." + code + ".detail", arguments.toArray(), locale));
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Alternative> alternatives() {
        return alternatives;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
