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

    private final IdentifierSystem system;
    private final Pattern pattern;
    private final List<RecordAddress> addresses;
    private final SystemName name;
    private final List<Rewriting> rules;
    private final List<Checking> checks;
    private final String ignored;

    private record Rewriting(Pattern form, String canonical) {}

    private record Checking(Pattern where, CheckAlgorithm algorithm) {}

    public CodeReader(IdentifierSystem system) {
        this.system = system;
        this.pattern = Pattern.compile(system.pattern());
        this.addresses = addresses(system);
        this.name = new SystemName(names(system));
        this.rules = system.spellings().rules().stream()
                .map(rule -> new Rewriting(Pattern.compile(rule.form()), rule.canonical()))
                .toList();
        this.checks = system.checks().stream()
                .map(check -> new Checking(Pattern.compile(check.where()), check.algorithm()))
                .toList();
        this.ignored = PlainText.of(system.spellings().ignored());
    }

    /** {@return the addresses, the longest first, for a longer one may be a shorter one with more around the code} */
    private static List<RecordAddress> addresses(IdentifierSystem system) {
        return Stream.concat(
                        system.spellings().addresses().stream(),
                        Stream.of(system.template()).filter(template -> !template.isEmpty()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(RecordAddress::new)
                .toList();
    }

    private static List<String> names(IdentifierSystem system) {
        return Stream.concat(
                        Stream.of(
                                system.slug(), system.name().en(), system.name().fr()),
                        system.spellings().names().stream())
                .toList();
    }

    public IdentifierSystem system() {
        return system;
    }

    /** {@return what a text is as a code of the system} */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading(text, Reading.State.MALFORMED);
        }
        String plain = bare(PlainText.of(text));
        String code = code(plain);
        if (!pattern.matcher(code).matches()) {
            Optional<String> named = name.after(plain).map(this::code);
            if (named.isEmpty() || !pattern.matcher(named.get()).matches()) {
                return new Reading(code, Reading.State.MALFORMED);
            }
            code = named.get();
        }
        return new Reading(code, isRight(code) ? Reading.State.VALID : Reading.State.CHECK_FAILS);
    }

    /** {@return the text without blanks around it, and without the signs that say that it is an address} */
    private static String bare(String plain) {
        String stripped = plain.strip();
        return stripped.startsWith("<") && stripped.endsWith(">") && stripped.length() > 1
                ? stripped.substring(1, stripped.length() - 1).strip()
                : stripped;
    }

    private String code(String plain) {
        return canonical(system.spellings().letters().of(withoutIgnored(withoutAddress(plain.strip()))));
    }

    private String withoutAddress(String plain) {
        if (plain.indexOf('/') >= 0 || plain.indexOf(':') >= 0) {
            for (RecordAddress address : addresses) {
                Optional<String> code = address.code(plain);
                if (code.isPresent()) {
                    return PlainText.of(code.get()).strip();
                }
            }
        }
        return plain;
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
        return ignored.indexOf(character) >= 0;
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

    /** {@return the same, with the canonical form, unless those words have it, or the check that fails} */
    public Text explanation(String text) {
        Text refusal = refusal(text);
        Reading reading = read(text);
        boolean isFormSaid = system.refusal().en().contains(system.pattern());
        if (reading.state() != Reading.State.CHECK_FAILS) {
            return isFormSaid
                    ? refusal
                    : new Text(
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
                "%s; '%s' has %s, but the check fails (%s)%s"
                        .formatted(
                                refusal.en(),
                                reading.code(),
                                isFormSaid ? "that form" : "the canonical form " + system.pattern(),
                                names,
                                correct.isEmpty() ? "" : "; it would hold for " + correct),
                "%s ; « %s » a %s, mais la clé est fausse (%s)%s"
                        .formatted(
                                refusal.fr(),
                                reading.code(),
                                isFormSaid ? "cette forme" : "la forme canonique " + system.pattern(),
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
