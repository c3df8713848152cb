package fr.pleiade.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes of a file, both ends included, counted from 0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2">RFC 9110, section 14.1.2</a>
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** {@return the range that the field asks of a file of this length; nothing for several ranges, which we do not serve} */
    static Optional<ByteRange> parse(String field, long length) {
        Matcher matcher = ONE.matcher(field);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, length - Long.parseLong(last)), length - 1));
        }
        long end = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        long start = Long.parseLong(first);
        return !last.isEmpty() && Long.parseLong(last) < start
                ? Optional.empty()
                : Optional.of(new ByteRange(start, end));
    }

    long length() {
        return last - first + 1;
    }

    /** {@return whether the file has any of these bytes} */
    boolean isWithin(long fileLength) {
        return first < fileLength && length() > 0;
    }
}
