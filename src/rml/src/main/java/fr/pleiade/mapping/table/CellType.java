package fr.pleiade.mapping.table;

import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cell holds.
 *
 * @param word how the sheet calls it
 * @param steps the functions that read it, the innermost first; none where the text counts as it is
 * @param kind what its terms are
 * @param datatype the IRI of the datatype of its literals; {@code ""} where they are plain, or functions say it
 * @param isText whether its literals may have a language
 * @param csvw what CSVW calls it
 * @param system the IRI of the identifier system whose codes they are; {@code ""} if they are none
 */
public record CellType(
        String word,
        List<Step> steps,
        TermRule.Kind kind,
        String datatype,
        boolean isText,
        CsvwDatatype csvw,
        String system) {
    /** The namespace of the functions. */
    public static final String FN = "https://w3id.org/pleiade/function#";

    /** Expressions for texts of letters and digits of ASCII and the signs that stand in addresses beside them. */
    private static final Pattern UNRESERVED =
            Pattern.compile("(?:[A-Za-z0-9_~-]|\\\\[.]|\\[[A-Za-z0-9-]+]|\\{[0-9,]+}|[*+?])+");

    /**
     * A function and what it takes beside the value.
     *
     * @param name its local name
     * @param valueParameter the name of the parameter for the value
     * @param arguments the others: name, text, name, text, …
     */
    public record Step(String name, String valueParameter, List<String> arguments) {
        public Step {
            arguments = List.copyOf(arguments);
        }

        public static Step of(String name, String... arguments) {
            return new Step(name, "value", List.of(arguments));
        }

        /** {@return an argument by its name} */
        public Optional<String> argument(String called) {
            for (int i = 0; i < arguments.size(); i += 2) {
                if (arguments.get(i).equals(called)) {
                    return Optional.of(arguments.get(i + 1));
                }
            }
            return Optional.empty();
        }

        /** {@return what the function gives for a value} */
        public Value of(Value value, long line) {
            List<Value.Argument> all = new ArrayList<>();
            all.add(new Value.Argument(FN + valueParameter, value, line));
            for (int i = 0; i < arguments.size(); i += 2) {
                Value constant = new Value.Constant(Term.Literal.of(arguments.get(i + 1)), line);
                all.add(new Value.Argument(FN + arguments.get(i), constant, line));
            }
            return new Value.Call(FN + name, all, line);
        }
    }

    /**
     * A datatype of CSVW.
     *
     * @param base its name
     * @param format how it is written; {@code ""} if that is not said
     */
    public record CsvwDatatype(String base, String format) {}

    public CellType {
        steps = List.copyOf(steps);
    }

    /** Text as it is. */
    public static CellType string() {
        return new CellType("string", List.of(), TermRule.Kind.LITERAL, "", true, new CsvwDatatype("string", ""), "");
    }

    /** Literals of a datatype of XML Schema. */
    public static CellType typed(String word, String localName, Step... steps) {
        return literal(word, localName.isEmpty() ? "" : XSD + localName, localName, steps);
    }

    public static CellType literal(String word, String datatype, String csvw, Step... steps) {
        return new CellType(
                word, List.of(steps), TermRule.Kind.LITERAL, datatype, false, new CsvwDatatype(csvw, ""), "");
    }

    public static CellType iri(String word, Step... steps) {
        return new CellType(word, List.of(steps), TermRule.Kind.IRI, "", false, new CsvwDatatype("anyURI", ""), "");
    }

    /** {@return the same, of which CSVW knows a format} */
    public CellType writtenAs(String base, String format) {
        return new CellType(word, steps, kind, datatype, isText, new CsvwDatatype(base, format), system);
    }

    /** {@return the same, whose values are codes of an identifier system} */
    public CellType ofSystem(String iri) {
        return new CellType(word, steps, kind, datatype, isText, csvw, iri);
    }

    /**
     * {@return the datatype of its literals as values of a property; {@code ""} if they have none} A {@code skos:notation} is typed by the
     * system whose code it is, any other property has the code as a plain text.
     *
     * @see <a href="https://www.w3.org/TR/skos-reference/#L2613">SKOS Reference, section 6.5.1</a>
     */
    String datatypeFor(String property) {
        return !system.isEmpty() && property.equals(SKOS + "notation") ? system : datatype;
    }

    /** {@return the same, read by one more function before the others} */
    public CellType after(Step first) {
        List<Step> all = new ArrayList<>(List.of(first));
        all.addAll(steps);
        return new CellType(word, all, kind, datatype, isText, csvw, system);
    }

    /** {@return the datatype of XML Schema that all its literals have; {@code ""} where they are of several, or plain} */
    public String range() {
        return word.equals("integer") || word.equals("boolean") ? XSD + word : datatype.startsWith(XSD) ? datatype : "";
    }

    /** {@return whether a cell's text counts as it is} */
    public boolean isPlain() {
        return steps.isEmpty();
    }

    /** {@return whether its values have only signs that an address has as they are: codes, by what they look like} */
    boolean isUnreserved() {
        return steps.stream().allMatch(step -> step.name().equals("code"))
                && UNRESERVED.matcher(csvw.format()).matches();
    }

    /** {@return what a function gives for a value and another one} */
    static Value call(String function, Value value, Value other, long line) {
        List<Value.Argument> arguments =
                List.of(new Value.Argument(FN + "value", value, line), new Value.Argument(FN + "other", other, line));
        return new Value.Call(FN + function, arguments, line);
    }

    /** {@return what is made of a cell} */
    public Value of(Value cell, long line) {
        Value value = cell;
        for (Step step : steps) {
            value = step.of(value, line);
        }
        return value;
    }
}
