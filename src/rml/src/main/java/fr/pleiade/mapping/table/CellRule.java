package fr.pleiade.mapping.table;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the cells of a column hold.
 *
 * @param type what each value is
 * @param separator what separates the values of a cell; {@code ""} if a cell is one value
 * @param nulls the contents that are no value
 * @param byDefault what stands for a cell without a value; {@code ""} if nothing does
 * @param isRequired whether a cell without a value is told
 * @param language the language of its texts; {@code ""} if they have none
 */
public record CellRule(
        CellType type, String separator, List<String> nulls, String byDefault, boolean isRequired, String language) {
    /** The separator of units, in ASCII. */
    private static final String UNIT = "\u001F";

    public CellRule {
        nulls = List.copyOf(nulls);
    }

    /** {@return whether the text of a cell is its value, as it is} */
    boolean isPlain(List<String> nullsOfFile) {
        return type.isPlain()
                && separator.isEmpty()
                && byDefault.isEmpty()
                && !isRequired
                && nullsOfFile.containsAll(nulls);
    }

    /**
     * {@return the values of a cell}
     *
     * @param nullsOfFile the contents that no cell of the file has as a value
     */
    Value of(Value cell, List<String> nullsOfFile, long line) {
        Value value = cell;
        if (!byDefault.isEmpty()) {
            Value filled = nullsOfFile.contains("") ? value : call("except", value, "", line);
            value = call("coalesce", filled, byDefault, line);
        }
        if (!separator.isEmpty()) {
            value = split(value, line);
        }
        value = withoutNulls(value, nullsOfFile, line);
        if (isRequired) {
            value = CellType.Step.of("required").of(value, line);
        }
        return type.of(value, line);
    }

    /** {@return a value, unless it is one of the contents that are none} */
    Value withoutNulls(Value value, List<String> nullsOfFile, long line) {
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

    /** {@return how literals of it are annotated} */
    List<TermRule.Annotation> annotation(long line) {
        if (type.kind() != TermRule.Kind.LITERAL) {
            return List.of();
        }
        if (!type.datatype().isEmpty()) {
            Value datatype = new Value.Constant(new Term.Iri(type.datatype()), line);
            return List.of(TermRule.Annotation.datatype(datatype));
        }
        return type.isText() && !language.isEmpty()
                ? List.of(TermRule.Annotation.language(new Value.Constant(Term.Literal.of(language), line)))
                : List.of();
    }
}
