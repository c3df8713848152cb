package fr.pleiade.identifiers;

import fr.pleiade.findings.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the codes of one system in every spelling that it accepts. Thread-safe. */
public final class CodeReader {
    /** Longer texts are no codes; they are not looked at, so that none can take a pattern's time. */
    private static final int LONGEST = 400;

    private static final String CODE = "{code}";

    private final IdentifierSystem system;
    private final Pattern pattern;
    private final List<Pattern> addresses;
    private final List<Rewriting> rules;
    private final List<Checking> checks;
    private final String ignored;
    private final boolean ignoresBlanks;

    private record Rewriting(Pattern form, String canonical) {}

    private record Checking(Pattern where, CheckAlgorithm algorithm) {}

    public CodeReader(IdentifierSystem system) {
        this.system = system;
        this.pattern = Pattern.compile(system.pattern());
        this.addresses = addresses(system);
        this.rules = system.spellings().rules().stream()
                .map(rule -> new Rewriting(Pattern.compile(rule.form()), rule.canonical()))
                .toList();
        this.checks = system.checks().stream()
                .map(check -> new Checking(Pattern.compile(check.where()), check.algorithm()))
                .toList();
        this.ignored = system.spellings().ignored();
        this.ignoresBlanks = ignored.indexOf(' ') >= 0;
    }

    /** {@return the addresses, the longest first, for a longer one may be a shorter one with more around the code} */
    private static List<Pattern> addresses(IdentifierSystem system) {
        return Stream.concat(
                        system.spellings().addresses().stream(),
                        Stream.of(system.template()).filter(template -> !template.isEmpty()))
                .map(address -> address.replaceFirst("^https?://(www\\.)?", ""))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(CodeReader::address)
                .toList();
    }

    private static Pattern address(String template) {
        int at = template.indexOf(CODE);
        // One slash after the scheme is enough: servers and proxies make one of two in a path.
        return Pattern.compile(
                "(?:https?:/{1,2})?(?:www\\.)?" + Pattern.quote(template.substring(0, at)) + "(.+?)"
                        + Pattern.quote(template.substring(at + CODE.length())) + "/?",
                Pattern.CASE_INSENSITIVE);
    }

    public IdentifierSystem system() {
        return system;
    }

    /** {@return what a text is as a code of the system} */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading(text, Reading.State.MALFORMED);
        }
        String code = canonical(system.spellings().letters().of(withoutIgnored(withoutAddress(text))));
        if (!pattern.matcher(code).matches()) {
            return new Reading(code, Reading.State.MALFORMED);
        }
        return new Reading(code, isRight(code) ? Reading.State.VALID : Reading.State.CHECK_FAILS);
    }

    private String withoutAddress(String text) {
        String stripped = stripped(text);
        if (stripped.indexOf('/') >= 0) {
            for (Pattern address : addresses) {
                Matcher matcher = address.matcher(stripped);
                if (matcher.matches()) {
                    return stripped(matcher.group(1));
                }
            }
        }
        return stripped;
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private String withoutIgnored(String text) {
        int kept = 0;
        while (kept < text.length() && !isIgnored(text.charAt(kept))) {
            kept++;
        }
        if (kept == text.length()) {
            return text;
        }
        StringBuilder code = new StringBuilder(text.length()).append(text, 0, kept);
        for (int i = kept + 1; i < text.length(); i++) {
            if (!isIgnored(text.charAt(i))) {
                code.append(text.charAt(i));
            }
        }
        return code.toString();
    }

    private boolean isIgnored(char character) {
        return ignored.indexOf(character) >= 0 || ignoresBlanks && isBlank(character);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private String canonical(String code) {
        if (rules.isEmpty() || pattern.matcher(code).matches()) {
            return code;
        }
        for (Rewriting rule : rules) {
            Matcher matcher = rule.form().matcher(code);
            if (matcher.matches()) {
                return matcher.replaceFirst(rule.canonical());
            }
        }
        return code;
    }

    private boolean isRight(String code) {
        if (checks.isEmpty()) {
            return true;
        }
        String bare = withoutIgnored(code);
        for (Checking check : checks) {
            if (check.where().matcher(code).matches() && check.algorithm().holds(bare)) {
                return true;
            }
        }
        return false;
    }

    /** {@return that a text is no code of the system, in the words of its declaration} */
    public Text refusal(String text) {
        Text refusal = system.refusal();
        return new Text("'" + text + "' " + refusal.en(), "« " + text + " » " + refusal.fr());
    }

    /** {@return the same, with the canonical form or the check that fails} */
    public Text explanation(String text) {
        Text refusal = refusal(text);
        Reading reading = read(text);
        if (reading.state() != Reading.State.CHECK_FAILS) {
            return new Text(
                    refusal.en() + "; canonical form: " + system.pattern(),
                    refusal.fr() + " ; forme canonique : " + system.pattern());
        }
        String names = String.join(
                ", ",
                applicable(reading.code()).map(CheckAlgorithm::name).distinct().toList());
        String correct = String.join(
                ", ",
                applicable(reading.code())
                        .flatMap(algorithm -> corrected(algorithm, reading.code()).stream())
                        .distinct()
                        .toList());
        return new Text(
                "%s; '%s' has the canonical form %s, but the check fails (%s)%s"
                        .formatted(
                                refusal.en(),
                                reading.code(),
                                system.pattern(),
                                names,
                                correct.isEmpty() ? "" : "; it would hold for " + correct),
                "%s ; « %s » a la forme canonique %s, mais la clé est fausse (%s)%s"
                        .formatted(
                                refusal.fr(),
                                reading.code(),
                                system.pattern(),
                                names,
                                correct.isEmpty() ? "" : " ; elle serait juste pour " + correct));
    }

    private Stream<CheckAlgorithm> applicable(String code) {
        return checks.stream()
                .filter(check -> check.where().matcher(code).matches())
                .map(Checking::algorithm);
    }

    /** {@return the code with other check characters, in its canonical form} */
    private Optional<String> corrected(CheckAlgorithm algorithm, String code) {
        return algorithm.corrected(withoutIgnored(code)).map(this::canonical);
    }
}
