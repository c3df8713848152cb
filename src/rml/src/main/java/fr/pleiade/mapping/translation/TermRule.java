package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * How terms of one place are made.
 *
 * @param value where they come from; empty for a new blank node for each row
 * @param kind what they are
 * @param annotation their language or datatype; empty if they have none
 * @param conditions what must hold for a row; all of them
 * @param targets the resources of the targets that their triples are written to as well
 * @param line where it is written
 */
public record TermRule(
        List<Value> value,
        Kind kind,
        List<Annotation> annotation,
        List<Value> conditions,
        List<Term> targets,
        long line) {
    /** What a term is. */
    public enum Kind {
        IRI("IRI"),
        BLANK_NODE("BlankNode"),
        LITERAL("Literal");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private Term term() {
            return new Term.Iri(Rml.NAMESPACE + word);
        }
    }

    /** What a literal has beside its text: the property for a constant one, and the property for one that rows give. */
    public record Annotation(String constant, String map, Value value) {
        public static Annotation language(Value value) {
            return new Annotation(Rml.LANGUAGE, Rml.LANGUAGE_MAP, value);
        }

        public static Annotation datatype(Value value) {
            return new Annotation(Rml.DATATYPE, Rml.DATATYPE_MAP, value);
        }

        private void describe(Term about, RuleGraph rules) {
            if (value instanceof Value.Constant written) {
                rules.add(about, constant, written.term(), written.line());
            } else {
                value.describe(rules.part(about, map, value.line()), rules);
            }
        }
    }

    public TermRule {
        value = List.copyOf(value);
        annotation = List.copyOf(annotation);
        conditions = List.copyOf(conditions);
        targets = List.copyOf(targets);
    }

    /** {@return the same terms, made only where these conditions hold too} */
    public TermRule with(List<Value> more) {
        List<Value> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new TermRule(value, kind, annotation, all, targets, line);
    }

    /** Adds the rule to what has terms of it: as the shortcut's object where it is no more than a constant. */
    public void describe(Term about, String mapProperty, String shortcut, RuleGraph rules) {
        boolean bare = annotation.isEmpty() && conditions.isEmpty() && targets.isEmpty();
        if (bare && kind != Kind.BLANK_NODE && !value.isEmpty() && value.get(0) instanceof Value.Constant constant) {
            rules.add(about, shortcut, constant.term(), line);
        } else {
            describe(about, mapProperty, rules);
        }
    }

    /** Adds the rule as a term map, and gives its resource. */
    public Term describe(Term about, String mapProperty, RuleGraph rules) {
        Term map = rules.part(about, mapProperty, line);
        value.forEach(v -> v.describe(map, rules));
        if (kind != byDefault(mapProperty)) {
            rules.add(map, Rml.TERM_TYPE, kind.term(), line);
        }
        annotation.forEach(a -> a.describe(map, rules));
        describe(conditions, map, rules);
        targets.forEach(target -> rules.add(map, Rml.LOGICAL_TARGET, target, line));
        return map;
    }

    /** Adds what must hold to a map. */
    public static void describe(List<Value> conditions, Term map, RuleGraph rules) {
        conditions.forEach(condition -> condition.describe(rules.part(map, Rml.CONDITION, condition.line()), rules));
    }

    /** {@return what RML takes the terms for where nothing is said} */
    private Kind byDefault(String mapProperty) {
        boolean isConstant = !value.isEmpty() && value.get(0) instanceof Value.Constant;
        if (isConstant && kind != Kind.BLANK_NODE) {
            return kind;
        }
        boolean literal = mapProperty.equals(Rml.OBJECT_MAP)
                && (!annotation.isEmpty() || !value.isEmpty() && value.get(0).isLiteralByDefault());
        return literal ? Kind.LITERAL : Kind.IRI;
    }
}
