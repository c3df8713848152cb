package fr.pleiade.identifiers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a system before a code: {@code ROR:02evec030}, {@code ORCID iD 0000-…}, {@code N° X 12}, {@code urn:isni:…}.
 *
 * <p>A separator stands between both, or the code begins with a digit: a name is never split, so that {@code mirror} is none of ROR.
 */
final class SystemName {
    private static final String SEPARATOR = "(?:[\\s:=#_./-]|n[°º]|№|\\bid\\b)";

    private final Pattern pattern;

    /** @param names in any letters; a blank or hyphen in one may be either, several, or none */
    SystemName(Collection<String> names) {
        String any = names.stream()
                .map(PlainText::of)
                .map(String::strip)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(SystemName::expression)
                .collect(Collectors.joining("|"));
        this.pattern = Pattern.compile(
                "(?:(?:urn|info):(?:[a-z0-9-]+:)?|(?:n[°º]|№)\\s*)?(?:" + any + ")(?:" + SEPARATOR + "+|(?=[0-9]))(.+)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String expression(String name) {
        return Pattern.compile("[\\s-]+")
                .splitAsStream(name)
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s-]*"));
    }

    /** {@return what stands behind the name; nothing if the text does not begin with it} */
    Optional<String> after(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
