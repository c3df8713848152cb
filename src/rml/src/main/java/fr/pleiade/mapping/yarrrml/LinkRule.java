package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.List;

/**
 * Objects that are the subjects of another mapping.
 *
 * @param mapping the other mapping's name
 * @param joins whose values must be equal; all of them
 * @param conditions what must hold for a row; all of them
 * @param line where it is written
 */
record LinkRule(String mapping, List<Join> joins, List<Value> conditions, long line) {
    /** A value of a row, and the value of a row of the other mapping that it must be equal to. */
    record Join(Value child, Value parent, long line) {
        private Join reversed() {
            return new Join(parent, child, line);
        }

        private void describe(Term object, RuleGraph rules) {
            Term condition = rules.part(object, Rml.JOIN_CONDITION, line);
            side(condition, child, Rml.CHILD, Rml.CHILD_MAP, rules);
            side(condition, parent, Rml.PARENT, Rml.PARENT_MAP, rules);
        }

        private static void side(Term condition, Value value, String shortcut, String map, RuleGraph rules) {
            if (value instanceof Value.Reference reference) {
                rules.add(condition, shortcut, reference.column(), value.line());
            } else {
                value.describe(rules.part(condition, map, value.line()), rules);
            }
        }
    }

    LinkRule {
        joins = List.copyOf(joins);
        conditions = List.copyOf(conditions);
    }

    /** {@return the same links from the other end} */
    LinkRule reversed() {
        return new LinkRule(mapping, joins.stream().map(Join::reversed).toList(), List.of(), line);
    }

    /** Adds the links to a predicate-object map. */
    void describe(Term pair, Term parent, RuleGraph rules) {
        Term object = rules.part(pair, Rml.OBJECT_MAP, line);
        rules.add(object, Rml.PARENT_TRIPLES_MAP, parent, line);
        joins.forEach(join -> join.describe(object, rules));
        TermRule.describe(conditions, object, rules);
    }
}
