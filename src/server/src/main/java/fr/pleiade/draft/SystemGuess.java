package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.Reading;
import fr.pleiade.quality.csv.Looks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That a column's values are codes of an identifier system.
 *
 * <p>Three things speak for it: the check digits, which a code of anything else has by chance once in ten or in a hundred; the header,
 * which names the system; and the published keys. A system without check digits needs one of the other two.
 *
 * @param system whose codes they are
 * @param separator what separates the codes of a cell; {@code ""} if a cell is one
 * @param valid how many values are codes
 * @param values how many values were looked at
 * @param named whether the header names the system
 * @param link the published things that the codes name
 */
record SystemGuess(
        IdentifierSystem system, String separator, int valid, int values, boolean named, Optional<Overlap> link) {
    private static final List<String> SEPARATORS = List.of("", ";", ",", "|");
    private static final double MOST = 0.9;
    private static final double NEARLY_ALL = 0.95;
    /** As many codes with the right check digits are no chance. */
    private static final int ENOUGH = 8;

    private static final int ENOUGH_KEYS = 15;

    private static final int FIRST = 20;
    private static final Set<String> CODE_WORDS =
            Set.of("code", "codes", "id", "identifiant", "identifiants", "num", "numero");
    private static final Set<String> COUNT_WORDS =
            Set.of("nombre", "nb", "taux", "part", "total", "effectif", "effectifs", "population");
    private static final Set<String> FORMER = Set.of("ancien", "ancienne", "anciens", "old", "former", "postal");

    /** {@return the likeliest system of a column, if there is a likely one} */
    static Optional<SystemGuess> of(String header, List<String> values, List<CodeReader> readers, PublishedKeys keys) {
        Optional<SystemGuess> best = Optional.empty();
        for (CodeReader reader : readers) {
            Optional<SystemGuess> guess = of(header, values, reader, keys);
            if (guess.isPresent()
                    && (best.isEmpty() || guess.get().score() > best.get().score())) {
                best = guess;
            }
        }
        return best;
    }

    private double score() {
        double share = (double) valid / values;
        double keys =
                link.map(overlap -> (double) overlap.known() / overlap.codes()).orElse(0.0);
        return share + (named ? 1 : 0) + (system.checks().isEmpty() ? 0 : 0.8) + keys;
    }

    private static Optional<SystemGuess> of(String header, List<String> values, CodeReader reader, PublishedKeys keys) {
        SystemGuess best = null;
        String words = Looks.words(header);
        for (String separator : SEPARATORS) {
            List<String> items = items(values, separator);
            if (items.isEmpty() || isHopeless(items, reader) || !separator.isEmpty() && items.size() == values.size()) {
                continue;
            }
            SystemGuess guess = guess(header, words, items, separator, reader, keys);
            if (guess.isLikely(words, items, reader) && (best == null || guess.share() > best.share())) {
                best = guess;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@return whether the first values say already that the others need not be looked at} */
    private static boolean isHopeless(List<String> items, CodeReader reader) {
        List<String> first = items.subList(0, Math.min(FIRST, items.size()));
        return first.stream().filter(item -> reader.read(item).isValid()).count() * 2 < first.size();
    }

    private double share() {
        return (double) valid / values;
    }

    private static List<String> items(List<String> values, String separator) {
        if (separator.isEmpty()) {
            return values.stream().filter(value -> !value.isBlank()).toList();
        }
        if (values.stream().noneMatch(value -> value.contains(separator))) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (String value : values) {
            for (String item : value.split(Pattern.quote(separator), -1)) {
                if (!item.isBlank()) {
                    items.add(item.strip());
                }
            }
        }
        return items;
    }

    private static SystemGuess guess(
            String header, String words, List<String> items, String separator, CodeReader reader, PublishedKeys keys) {
        int valid = 0;
        Set<String> codes = new HashSet<>();
        for (String item : items) {
            Reading reading = reader.read(item);
            if (reading.isValid()) {
                valid++;
                codes.add(reading.code());
            }
        }
        return new SystemGuess(
                reader.system(),
                separator,
                valid,
                items.size(),
                isNamed(header, words, items, reader.system()),
                link(codes, reader, keys));
    }

    private static Optional<Overlap> link(Set<String> codes, CodeReader reader, PublishedKeys keys) {
        Overlap best = null;
        for (PublishedKeys.Keys published : keys.all()) {
            boolean fits = published.of().equals(reader.system().iri())
                    || !published.property().equals(PublishedKeys.NOTATION)
                            && published.codes().stream()
                                    .limit(20)
                                    .allMatch(code -> reader.read(code).code().equals(code)
                                            && reader.read(code).isValid());
            if (fits && !codes.isEmpty()) {
                int known =
                        (int) codes.stream().filter(published.codes()::contains).count();
                boolean closer = best != null
                        && known == best.known()
                        && published.codes().size() < best.keys().codes().size();
                if (best == null || known > best.known() || closer) {
                    best = new Overlap(published, known, codes.size());
                }
            }
        }
        return Optional.ofNullable(best).filter(Overlap::isOffered);
    }

    private boolean isLikely(String words, List<String> items, CodeReader reader) {
        if (valid < values * MOST && !(named && valid >= values * 0.8)) {
            return false;
        }
        if (!system.checks().isEmpty()) {
            return named || valid >= values * NEARLY_ALL && Set.copyOf(items).size() >= ENOUGH;
        }
        boolean former = isOneOf(words, FORMER);
        return !former && (named || isSpelledOut(items, reader) || isMadeOfKeys(items));
    }

    /** {@return whether the values say the system before the code: {@code UU00851}, {@code D075}} */
    private static boolean isSpelledOut(List<String> items, CodeReader reader) {
        long spelledOut = items.stream()
                .filter(item -> {
                    String code = reader.read(item).code();
                    return Character.isLetter(item.charAt(0))
                            && !code.isEmpty()
                            && Character.isDigit(code.charAt(0))
                            && !item.equals(code);
                })
                .count();
        return spelledOut >= items.size() * MOST;
    }

    /** Codes that are written as the keys are, and so many of them that it is no chance. */
    private boolean isMadeOfKeys(List<String> items) {
        return link.filter(overlap -> overlap.known() >= overlap.codes() * NEARLY_ALL
                        && overlap.known() >= ENOUGH_KEYS
                        && items.get(0).length() > 3
                        && overlap.keys().codes().containsAll(items.subList(0, Math.min(3, items.size()))))
                .isPresent();
    }

    /**
     * {@return whether a header names a system}
     *
     * <p>Where no check digit speaks for the codes, the name must be what the header is about: at its beginning or end, or after a word
     * for a code, for "jobs outside the region" are no regions.
     */
    private static boolean isNamed(String header, String words, List<String> items, IdentifierSystem system) {
        boolean checked = !system.checks().isEmpty();
        boolean about = checked
                || isOneOf(words, CODE_WORDS)
                || words.chars().filter(c -> c == ' ').count() <= 2 && !isOneOf(words, COUNT_WORDS);
        String padded =
                " " + words + " " + Looks.words(header.toLowerCase(Locale.ROOT)) + " "; // OrgRef is one word and two
        List<String> names = new ArrayList<>(system.spellings().names());
        names.add(system.slug());
        if (about && names.stream().anyMatch(name -> padded.contains(" " + Looks.words(name) + " "))) {
            return true;
        }
        String letter = system.slug().substring(0, 1).toUpperCase(Locale.ROOT);
        return about
                && !checked
                && Arrays.stream(words.split(" "))
                        .anyMatch(word -> word.length() == 3 && system.slug().startsWith(word))
                && items.stream().allMatch(item -> item.startsWith(letter));
    }

    private static boolean isOneOf(String words, Set<String> some) {
        return Arrays.stream(words.split(" ")).anyMatch(some::contains);
    }

    /** {@return why it seems so} */
    List<Text> evidence() {
        List<Text> said = new ArrayList<>();
        said.add(
                system.checks().isEmpty()
                        ? new Text("%d of %d values have the form of %s", "%d valeurs sur %d ont la forme de codes %s")
                                .with(valid, values, system.slug())
                        : new Text(
                                        "the check digits of %d of %d values are those of %s",
                                        "les clés de contrôle de %d valeurs sur %d sont celles de codes %s")
                                .with(valid, values, system.slug()));
        if (named) {
            said.add(new Text("the header names it", "l'en-tête le nomme"));
        }
        link.ifPresent(overlap -> said.add(overlap.words()));
        return said;
    }
}
