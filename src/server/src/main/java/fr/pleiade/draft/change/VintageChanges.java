package fr.pleiade.draft.change;

import fr.pleiade.identifiers.IdentifierSystems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each thing may have become that is in one file of a dataset and not in a later one, and what has another name there.
 *
 * <p>A thing that is gone and one that is new may be a change where they share what few others have. Where they share a code that nothing
 * else has, in either file, and no third thing has a code of either, the change is certain. All else is a doubt, and so is what is gone and
 * shares nothing: it gets a row without a thing after it.
 */
public final class VintageChanges {
    /** The columns of {@link #rows()}: also those of the decisions that people keep. */
    public static final List<String> HEADER =
            List.of("decision", "before", "before_name", "after", "after_name", "date", "evidence");

    /** More things that have a value in a file say that it tells nothing. */
    private static final int FEW = 3;

    /** The most things that are shown of what one may have become. */
    private static final int SHOWN = 3;

    private final VintageThings before;
    private final VintageThings after;
    private final Map<String, Integer> bearersBefore;
    private final Map<String, Integer> bearersAfter;

    /**
     * A change that may be.
     *
     * @param before the thing that is gone
     * @param after the thing that is new
     * @param shared what both have, codes first
     */
    private record Candidate(String before, String after, List<String> shared) {
        boolean hasCode() {
            return shared.get(0).startsWith(VintageThings.CODE);
        }
    }

    private VintageChanges(VintageThings before, VintageThings after) {
        this.before = before;
        this.after = after;
        this.bearersBefore = bearers(before);
        this.bearersAfter = bearers(after);
    }

    /**
     * {@return what differs between two files}
     *
     * @param mapping a mapping of one file, which reads either
     * @throws IOException if no folder for the files can be made
     * @throws IllegalArgumentException if the mapping reads several files
     * @throws fr.pleiade.mapping.model.MappingException if the mapping is at fault, or does not fit a file
     */
    public static VintageChanges between(Path mapping, Path earlier, Path later, IdentifierSystems systems)
            throws IOException {
        return new VintageChanges(
                VintageThings.of(mapping, earlier, systems), VintageThings.of(mapping, later, systems));
    }

    private static Map<String, Integer> bearers(VintageThings things) {
        Map<String, Integer> bearers = new HashMap<>();
        things.facts().values().forEach(facts -> facts.forEach(fact -> bearers.merge(fact, 1, Integer::sum)));
        return bearers;
    }

    /** {@return the things that are gone} */
    public Set<String> gone() {
        return missing(before, after);
    }

    /** {@return the things that are new} */
    public Set<String> fresh() {
        return missing(after, before);
    }

    private static Set<String> missing(VintageThings from, VintageThings in) {
        Set<String> missing = new TreeSet<>(from.facts().keySet());
        missing.removeAll(in.facts().keySet());
        return missing;
    }

    /**
     * {@return the rows, without header: what is certain has {@code yes} for its decision, what is to be decided nothing} Those of things that
     * have another name come last, the same thing before and after.
     */
    public List<List<String>> rows() {
        List<Candidate> all = candidates();
        List<List<String>> rows = new ArrayList<>();
        for (String thing : gone()) {
            List<Candidate> own = all.stream()
                    .filter(candidate -> candidate.before().equals(thing))
                    .limit(SHOWN)
                    .toList();
            own.forEach(candidate -> rows.add(row(isCertain(candidate, all) ? "yes" : "", candidate)));
            if (own.isEmpty()) {
                rows.add(List.of("", key(thing), name(before, thing), "", "", "", ""));
            }
        }
        renamed()
                .forEach(thing -> rows.add(List.of(
                        "",
                        key(thing),
                        name(before, thing),
                        key(thing),
                        name(after, thing),
                        "",
                        evidence(codes(thing)))));
        return rows;
    }

    /** {@return the things of both files that have another name in the later one, capitals apart} */
    public Set<String> renamed() {
        Set<String> renamed = new TreeSet<>(before.facts().keySet());
        renamed.retainAll(after.facts().keySet());
        renamed.removeIf(thing -> name(before, thing).equalsIgnoreCase(name(after, thing)));
        return renamed;
    }

    /** {@return the codes that a thing has in both files} */
    private List<String> codes(String thing) {
        return before.facts().getOrDefault(thing, Set.of()).stream()
                .filter(fact -> fact.startsWith(VintageThings.CODE))
                .filter(after.facts().getOrDefault(thing, Set.of())::contains)
                .sorted()
                .toList();
    }

    private static String evidence(List<String> shared) {
        return shared.stream().limit(SHOWN).collect(Collectors.joining("; "));
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> fresh = fresh();
        for (String old : gone()) {
            for (String thing : fresh) {
                List<String> shared = before.facts().getOrDefault(old, Set.of()).stream()
                        .filter(after.facts().getOrDefault(thing, Set.of())::contains)
                        .filter(this::tells)
                        .sorted(Comparator.comparing((String fact) -> !fact.startsWith(VintageThings.CODE))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
                if (!shared.isEmpty()) {
                    candidates.add(new Candidate(old, thing, shared));
                }
            }
        }
        candidates.sort(Comparator.comparing((Candidate candidate) -> !candidate.hasCode())
                .thenComparing(candidate -> -candidate.shared().size())
                .thenComparing(Candidate::before)
                .thenComparing(Candidate::after));
        return candidates;
    }

    private boolean tells(String fact) {
        return bearersBefore.getOrDefault(fact, 0) <= FEW && bearersAfter.getOrDefault(fact, 0) <= FEW;
    }

    private boolean isCertain(Candidate candidate, List<Candidate> all) {
        boolean isOwnCode = candidate.shared().stream()
                .anyMatch(fact -> fact.startsWith(VintageThings.CODE)
                        && bearersBefore.getOrDefault(fact, 0) == 1
                        && bearersAfter.getOrDefault(fact, 0) == 1);
        return isOwnCode
                && all.stream()
                                .filter(Candidate::hasCode)
                                .filter(other -> other.before().equals(candidate.before())
                                        || other.after().equals(candidate.after()))
                                .count()
                        == 1;
    }

    private List<String> row(String decision, Candidate candidate) {
        return List.of(
                decision,
                key(candidate.before()),
                name(before, candidate.before()),
                key(candidate.after()),
                name(after, candidate.after()),
                after.begun().getOrDefault(candidate.after(), ""),
                evidence(candidate.shared()));
    }

    /** {@return the last part of an address, which is the key} */
    private static String key(String thing) {
        return thing.substring(thing.lastIndexOf('/') + 1);
    }

    private static String name(VintageThings things, String thing) {
        return things.names().getOrDefault(thing, "");
    }
}
