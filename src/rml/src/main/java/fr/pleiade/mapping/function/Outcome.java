package fr.pleiade.mapping.function;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * What a function makes of its arguments: values, or why they are invalid.
 *
 * @param values none, one or several
 * @param problem what is invalid, in both languages; empty if nothing is
 */
public record Outcome(List<Value> values, List<Text> problem) {
    /** Nothing, and nothing to say about it. */
    public static final Outcome NOTHING = new Outcome(List.of(), List.of());

    public Outcome {
        values = List.copyOf(values);
        problem = List.copyOf(problem);
    }

    static Outcome of(String text) {
        return of(Value.of(text));
    }

    static Outcome of(Value value) {
        return new Outcome(List.of(value), List.of());
    }

    static Outcome of(List<String> texts) {
        return new Outcome(texts.stream().map(Value::of).toList(), List.of());
    }

    static Outcome of(boolean truth) {
        return of(Value.xsd(String.valueOf(truth), "boolean"));
    }

    /** The arguments cannot be mapped; the sentence goes on from "the value …". */
    static Outcome invalid(String en, String fr, Object... values) {
        return invalid(new Text(en, fr).with(values));
    }

    /** The arguments cannot be mapped; the sentence goes on from "the value …". */
    static Outcome invalid(Text problem) {
        return new Outcome(List.of(), List.of(problem));
    }
}
