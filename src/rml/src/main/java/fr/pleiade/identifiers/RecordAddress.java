package fr.pleiade.identifiers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address of a register's records, in the forms in which people copy it. */
final class RecordAddress {
    private static final String CODE = "{code}";
    private static final Pattern ESCAPES = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*");
    private static final Pattern HOST = Pattern.compile("[^/?]+");

    private final Pattern pattern;

    /** @param template with {@code {code}} once; {@code *} stands for anything but a slash */
    RecordAddress(String template) {
        String address = template.replaceFirst("^https?://(www\\.)?", "");
        int at = address.indexOf(CODE);
        // What stands behind the code belongs to it if a suffix is declared, else to the browser.
        this.pattern = Pattern.compile(
                before(address.substring(0, at)) + "(.+?)" + literal(address.substring(at + CODE.length())) + "/*"
                        + (address.indexOf('?') < 0 ? "(?:[?#;].*)?" : "(?:[&#;].*)?"),
                Pattern.CASE_INSENSITIVE);
    }

    /** {@return the part of the expression for what stands before the code; other parameters may come before the one that holds it} */
    private static String before(String address) {
        Matcher host = HOST.matcher(address);
        if (!host.lookingAt() || host.end() == address.length() || address.charAt(host.end()) != '/') {
            return literal(address);
        }
        String path = address.substring(host.end() + 1);
        int query = path.indexOf('?');
        // One slash after the scheme is enough: servers and proxies make one of two in a path.
        return "(?:(?:https?:)?/{1,2})?(?:www\\.)?" + literal(host.group()) + "(?::[0-9]+)?/+"
                + (query < 0
                        ? literal(path)
                        : literal(path.substring(0, query)) + "\\?(?:[^#]*&)?" + literal(path.substring(query + 1)));
    }

    private static String literal(String address) {
        return Arrays.stream(address.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
    }

    /** {@return the code in an address of this kind} */
    Optional<String> code(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(decoded(matcher.group(1))) : Optional.empty();
    }

    private static String decoded(String code) {
        return code.indexOf('%') >= 0 && ESCAPES.matcher(code).matches()
                ? URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.UTF_8)
                : code;
    }
}
