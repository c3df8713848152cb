package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a column seems to hold.
 *
 * @param header its name in the file
 * @param filled how many of its cells are not empty
 * @param distinct how many distinct values they have; an estimate in a long column
 * @param example its first value
 * @param type what the values are: {@code text}, {@code code}, {@code integer}, {@code date}, … or the slug of an identifier system
 * @param separator what separates the values of a cell; {@code ""} if a cell is one value
 * @param missing the words that stand for a value that is not there
 * @param bad some values that are not of the type
 * @param badCells how many cells are not of the type; an estimate in a long column
 * @param personal what is personal about it, if something seems to be
 * @param link the published things that its codes seem to name
 * @param term the property by which others say such a column
 * @param asked what a description of the file asks of it
 * @param evidence why it seems so, in words
 */
public record ColumnGuess(
        String header,
        long filled,
        long distinct,
        String example,
        String type,
        String separator,
        List<String> missing,
        List<String> bad,
        long badCells,
        Optional<Text> personal,
        Optional<Overlap> link,
        Optional<KnownTerm> term,
        Asked asked,
        List<Text> evidence) {
    /** The type of a column without any value. */
    public static final String EMPTY = "empty";

    /** Types that are no form of a value and no identifier system. */
    private static final Set<String> UNNAMED = Set.of(EMPTY, "boolean", "code", "text");

    public ColumnGuess {
        missing = List.copyOf(missing);
        bad = List.copyOf(bad);
        evidence = List.copyOf(evidence);
    }

    /** {@return whether the cells are codes of an identifier system, not values, words or codes of nobody's register} */
    public boolean isOfSystem() {
        return !UNNAMED.contains(type)
                && Arrays.stream(ValueType.values()).map(ValueType::slug).noneMatch(type::equals);
    }

    private ColumnGuess with(Optional<Text> kind, Optional<Overlap> to, Optional<KnownTerm> known, List<Text> why) {
        return new ColumnGuess(
                header, filled, distinct, example, type, separator, missing, bad, badCells, kind, to, known, asked,
                why);
    }

    ColumnGuess as(Text kind) {
        return with(Optional.of(kind), link, term, evidence);
    }

    /** {@return the same column as a description of the file says it is} */
    public ColumnGuess as(String otherType, List<String> words, Asked other, List<Text> why) {
        List<String> all = new ArrayList<>(missing);
        words.stream().filter(word -> !all.contains(word)).forEach(all::add);
        boolean isSame = otherType.equals(type);
        return new ColumnGuess(
                header,
                filled,
                distinct,
                example,
                otherType,
                separator,
                all,
                isSame ? bad : List.of(),
                isSame ? badCells : 0,
                personal,
                link,
                term,
                other,
                why);
    }

    /** {@return the same column, which others say by a property} */
    public ColumnGuess with(KnownTerm known) {
        List<Text> why = new ArrayList<>(evidence);
        if (known.isShared()) {
            why.add(known.why());
        }
        return with(personal, link, Optional.of(known), why);
    }

    /** {@return the same column without a link} */
    public ColumnGuess withoutLink() {
        return with(personal, Optional.empty(), term, evidence);
    }
}
