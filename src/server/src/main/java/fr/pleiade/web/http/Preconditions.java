package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client says of the copy that it holds already.
 *
 * @param wanted the lines of {@code If-Match}; none if the field is absent
 * @param until the date of {@code If-Unmodified-Since}, if it is one
 * @param tags the lines of {@code If-None-Match}; none if the field is absent
 * @param since the date of {@code If-Modified-Since}, if it is one
 * @param ofRange the value of {@code If-Range}, if there is one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, section 13, Conditional Requests</a>
 */
public record Preconditions(
        List<String> wanted,
        Optional<Instant> until,
        List<String> tags,
        Optional<Instant> since,
        Optional<String> ofRange) {
    public Preconditions {
        wanted = List.copyOf(wanted);
        tags = List.copyOf(tags);
    }

    /** {@return those of a request} */
    public static Preconditions of(HttpServletRequest request) {
        return new Preconditions(
                Collections.list(request.getHeaders("If-Match")),
                Optional.ofNullable(request.getHeader("If-Unmodified-Since")).flatMap(Preconditions::date),
                Collections.list(request.getHeaders("If-None-Match")),
                Optional.ofNullable(request.getHeader("If-Modified-Since")).flatMap(Preconditions::date),
                Optional.ofNullable(request.getHeader("If-Range")));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether the client wants another version than the one with this entity tag; compared strongly (section 13.1.1), and dates
     * count only where it names no tags (section 13.2.2)}
     */
    boolean excludes(String tag, Instant modified) {
        return wanted.isEmpty()
                ? until.filter(modified::isAfter).isPresent()
                : listed(wanted).noneMatch(held -> held.equals(tag) || held.equals("*"));
    }

    private static Stream<String> listed(List<String> lines) {
        return lines.stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip);
    }

    /** {@return whether the client holds what has this entity tag; dates count only where it names no tags (section 13.2.2)} */
    public boolean isHeld(String tag, Instant modified) {
        return tags.isEmpty() ? since.filter(date -> !modified.isAfter(date)).isPresent() : isNamed(tag);
    }

    /** {@return whether the client names this entity tag, or any: compared weakly (section 13.1.2)} */
    public boolean isNamed(String tag) {
        return listed(tags)
                .map(held -> held.replaceFirst("^W/", ""))
                .anyMatch(held -> held.equals(tag) || held.equals("*"));
    }

    /** {@return whether a part can be added to what the client has: it names this very tag, or none (section 13.1.5)} */
    boolean allowsRange(String tag) {
        return ofRange.isEmpty() || ofRange.get().equals(tag);
    }
}
