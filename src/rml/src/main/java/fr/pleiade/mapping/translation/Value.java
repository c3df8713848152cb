package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Term;
import java.util.List;

/** Where a term or an argument comes from: a constant, a reference, a template or a function's result. */
public sealed interface Value {
    /** {@return the line where it is written} */
    long line();

    /** Says of an expression map that it gives this value. */
    void describe(Term map, RuleGraph rules);

    /** {@return whether a map that is the object of a triple makes literals of it where nothing else is said} */
    default boolean isLiteralByDefault() {
        return true;
    }

    /** A term as it stands. */
    record Constant(Term term, long line) implements Value {
        @Override
        public void describe(Term map, RuleGraph rules) {
            rules.add(map, Rml.CONSTANT, term, line);
        }

        @Override
        public boolean isLiteralByDefault() {
            return term instanceof Term.Literal;
        }
    }

    /** The cell of a column. */
    record Reference(String column, long line) implements Value {
        @Override
        public void describe(Term map, RuleGraph rules) {
            rules.add(map, Rml.REFERENCE, column, line);
        }
    }

    /** Text with references, as RML writes it. */
    record Template(String template, long line) implements Value {
        @Override
        public void describe(Term map, RuleGraph rules) {
            rules.add(map, Rml.TEMPLATE, template, line);
        }

        @Override
        public boolean isLiteralByDefault() {
            return false;
        }
    }

    /** What a function gives for its arguments. */
    record Call(String function, List<Argument> arguments, long line) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public void describe(Term map, RuleGraph rules) {
            Term execution = rules.part(map, Rml.FUNCTION_EXECUTION, line);
            rules.add(execution, Rml.FUNCTION, new Term.Iri(function), line);
            arguments.forEach(argument -> argument.describe(execution, rules));
        }
    }

    /** What a function is given for a parameter. */
    record Argument(String parameter, Value value, long line) {
        private void describe(Term execution, RuleGraph rules) {
            Term input = rules.part(execution, Rml.INPUT, line);
            rules.add(input, Rml.PARAMETER, new Term.Iri(parameter), line);
            if (value instanceof Constant constant) {
                rules.add(input, Rml.INPUT_VALUE, constant.term(), line);
            } else {
                value.describe(rules.part(input, Rml.INPUT_VALUE_MAP, line), rules);
            }
        }
    }
}
