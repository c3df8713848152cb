package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import java.util.List;

/**
 * A mapping as it is written; it becomes a triples map for each of its sources and subjects.
 *
 * @param name its name
 * @param sources the files whose rows it maps
 * @param subjects the subjects
 * @param graphs the graphs of all its triples
 * @param conditions what must hold for a row; all of them
 * @param pairs the predicates and objects
 * @param line where it begins
 */
record MappingRule(
        String name,
        List<SourceRule> sources,
        List<TermRule> subjects,
        List<TermRule> graphs,
        List<Value> conditions,
        List<PairRule> pairs,
        long line) {
    MappingRule {
        sources = List.copyOf(sources);
        subjects = List.copyOf(subjects);
        graphs = List.copyOf(graphs);
        conditions = List.copyOf(conditions);
        pairs = List.copyOf(pairs);
    }
}
