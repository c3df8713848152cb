package fr.pleiade.mapping.table;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the cells of a column hold.
 *
 * @param type what each value is
 * @param separator what separates the values of a cell; {@code ""} if a cell is one value
 * @param nulls the contents that are no value
 * @param byDefault what stands for a cell without a value; {@code ""} if nothing does
 * @param isRequired whether a cell without a value is told
 * @param language the language of its texts; {@code ""} if they have none
 * @param sieve what of the text counts
 */
public record CellRule(
        CellType type,
        String separator,
        List<String> nulls,
        String byDefault,
        boolean isRequired,
        String language,
        Sieve sieve) {
    /** The separator of units, in ASCII. */
    private static final String UNIT = "\u001F";

    /** The functions whose values have no datatype of their own. */
    private static final Set<String> MAKE_TEXTS = Set.of("trim", "code", "lookup", "normalise", "replace");

    /**
     * What of the text of a cell counts.
     *
     * @param replacements what is replaced in the cell, one after the other
     * @param only like one of which a value is, where there are any; {@code *} is any text
     * @param except like none of which it is
     * @param exceptColumns the columns, by header or name, whose value it is not
     */
    public record Sieve(
            List<CellType.Step> replacements, List<String> only, List<String> except, List<String> exceptColumns) {
        /** All of it. */
        public static final Sieve NONE = new Sieve(List.of(), List.of(), List.of(), List.of());

        public Sieve {
            replacements = List.copyOf(replacements);
            only = List.copyOf(only);
            except = List.copyOf(except);
            exceptColumns = List.copyOf(exceptColumns);
        }

        private Value replaced(Value cell, long line) {
            Value value = cell;
            for (CellType.Step step : replacements) {
                value = step.of(value, line);
            }
            return value;
        }

        private Value picked(Value value, long line) {
            Value left = value;
            if (!only.isEmpty()) {
                left = CellType.Step.of("match", "pattern", Likeness.like(only)).of(left, line);
            }
            if (!except.isEmpty()) {
                left = CellType.Step.of("match", "pattern", Likeness.unlike(except))
                        .of(left, line);
            }
            return left;
        }
    }

    public CellRule {
        nulls = List.copyOf(nulls);
    }

    /** {@return the same, where more contents are no value} */
    public CellRule without(List<String> words) {
        List<String> all =
                Stream.concat(nulls.stream(), words.stream()).distinct().toList();
        return new CellRule(type, separator, all, byDefault, isRequired, language, sieve);
    }

    /** {@return whether the text of a cell is its value, as it is} */
    boolean isPlain(List<String> nullsOfFile) {
        return type.isPlain()
                && separator.isEmpty()
                && byDefault.isEmpty()
                && !isRequired
                && sieve.equals(Sieve.NONE)
                && nullsOfFile.containsAll(nulls);
    }

    /**
     * {@return the rule for one item of a cell: what it would be of the whole}
     *
     * @param steps how the item is got
     * @param columns what the columns are called from whose value it differs
     */
    CellRule ofItem(List<CellType.Step> steps, UnaryOperator<String> columns) {
        List<CellType.Step> all = new ArrayList<>(steps);
        all.addAll(sieve.replacements());
        return new CellRule(
                type,
                separator,
                nulls,
                byDefault,
                isRequired,
                language,
                new Sieve(
                        all,
                        sieve.only(),
                        sieve.except(),
                        sieve.exceptColumns().stream().map(columns).toList()));
    }

    /**
     * {@return the values of a cell}
     *
     * @param nullsOfFile the contents that no cell of the file has as a value
     * @param others what none of several values of the cell is
     */
    Value of(Value cell, List<String> nullsOfFile, List<Value> others, long line) {
        Value value = sieve.replaced(cell, line);
        if (!byDefault.isEmpty()) {
            Value filled = nullsOfFile.contains("") ? value : call("except", value, "", line);
            value = call("coalesce", filled, byDefault, line);
        }
        if (!separator.isEmpty()) {
            value = split(value, line);
        }
        value = sieve.picked(withoutNulls(value, nullsOfFile, line), line);
        if (isRequired) {
            value = CellType.Step.of("required").of(value, line);
        }
        return makesTexts() ? without(others, type.of(value, line), line) : type.of(without(others, value, line), line);
    }

    /** {@return whether what is read is a text, which a comparison leaves as it is; the datatypes of others would be lost} */
    private boolean makesTexts() {
        return type.steps().stream().allMatch(step -> MAKE_TEXTS.contains(step.name()));
    }

    private static Value without(List<Value> others, Value value, long line) {
        Value left = value;
        for (Value other : others) {
            left = CellType.call("except", left, other, line);
        }
        return left;
    }

    /** {@return a cell that is one value, unless it is one that does not count} */
    Value picked(Value cell, List<String> nullsOfFile, long line) {
        return sieve.picked(withoutNulls(sieve.replaced(cell, line), nullsOfFile, line), line);
    }

    /** {@return a value, unless it is one of the contents that are none} */
    private Value withoutNulls(Value value, List<String> nullsOfFile, long line) {
        Value left = value;
        for (String word : nulls) {
            if (!nullsOfFile.contains(word)) {
                left = call("except", left, word, line);
            }
        }
        return left;
    }

    /** Each character of what the function takes for a separator separates; a longer separator becomes one sign that no text has. */
    private Value split(Value value, long line) {
        if (separator.length() == 1) {
            return CellType.Step.of("split", "separator", separator).of(value, line);
        }
        CellType.Step one = CellType.Step.of("replace", "pattern", Pattern.quote(separator), "replacement", UNIT);
        return CellType.Step.of("split", "separator", UNIT).of(one.of(value, line), line);
    }

    private static Value call(String function, Value value, String other, long line) {
        return CellType.Step.of(function, "other", other).of(value, line);
    }

    /** {@return how literals of a datatype are annotated} */
    List<TermRule.Annotation> annotation(String datatype, long line) {
        if (type.kind() != TermRule.Kind.LITERAL) {
            return List.of();
        }
        if (!datatype.isEmpty()) {
            return List.of(TermRule.Annotation.datatype(new Value.Constant(new Term.Iri(datatype), line)));
        }
        return type.isText() && !language.isEmpty()
                ? List.of(TermRule.Annotation.language(new Value.Constant(Term.Literal.of(language), line)))
                : List.of();
    }
}
