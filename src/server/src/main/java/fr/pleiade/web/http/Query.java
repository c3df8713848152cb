package fr.pleiade.web.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of an address: what stands behind its question mark.
 *
 * @param text as it was sent, percent-encoding and all; {@code ""} if there is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.4">RFC 3986, section 3.4</a>
 */
public record Query(String text) {
    /** {@return the first value of a parameter} */
    public Optional<String> parameter(String name) {
        return parts().filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1).replace('+', ' '))
                .flatMap(value -> RequestPath.decode(value).stream())
                .findFirst();
    }

    /** A parameter with its value, escapes undone. */
    public record Parameter(String name, String value) {}

    /** {@return all parameters in the order of the address; a part without an equals sign has the value {@code ""}} */
    public List<Parameter> parameters() {
        return parts().flatMap(part -> {
                    int equals = part.indexOf('=');
                    String name = equals < 0 ? part : part.substring(0, equals);
                    String value = equals < 0 ? "" : part.substring(equals + 1);
                    return decoded(name)
                            .flatMap(called -> decoded(value).map(said -> new Parameter(called, said)))
                            .stream();
                })
                .toList();
    }

    private static Optional<String> decoded(String text) {
        return RequestPath.decode(text.replace('+', ' '));
    }

    /** {@return the same with one parameter set, behind the others} */
    public Query with(String name, Object value) {
        List<String> others = new ArrayList<>(
                parts().filter(part -> !part.startsWith(name + "=")).toList());
        others.add(name + "=" + value);
        return new Query(String.join("&", others));
    }

    /** {@return the same without one parameter} */
    public Query without(String name) {
        return new Query(parts().filter(part -> !part.startsWith(name + "=")).collect(Collectors.joining("&")));
    }

    private Stream<String> parts() {
        return Arrays.stream(text.split("&")).filter(part -> !part.isEmpty());
    }
}
