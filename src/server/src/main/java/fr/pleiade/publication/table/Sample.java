package fr.pleiade.publication.table;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first rows of a table, held against the published graph: they tell the datatypes that the mapping does not, and most of the candidates
 * that the graph will not agree with, so that the many rows are not sorted for these.
 */
final class Sample {
    private static final long ROWS = 200;

    private final TableRows rows;
    private final GraphFile graph;

    Sample(TableRows rows, GraphFile graph) {
        this.rows = rows;
        this.graph = graph;
    }

    /** {@return the candidates with datatypes, by what they were; those whose datatype no row tells are missing} */
    Map<Candidate, Candidate> resolved(List<Candidate> candidates) throws IOException {
        Map<Candidate, Candidate> resolved = new HashMap<>();
        rows.each(ROWS, cells -> {
            Map<String, Set<Quad>> known = new HashMap<>();
            for (Candidate candidate : candidates) {
                if (!resolved.containsKey(candidate)) {
                    resolve(candidate, cells, known).ifPresent(found -> resolved.put(candidate, found));
                }
            }
        });
        return resolved;
    }

    private Optional<Candidate> resolve(Candidate candidate, List<String> cells, Map<String, Set<Quad>> known) {
        if (!(candidate.value() instanceof Value.Cell cell) || !cell.isOpen()) {
            return Optional.of(candidate);
        }
        if (candidate.isSilent(cells)) {
            return Optional.empty();
        }
        List<String> texts = cell.texts(cells.get(candidate.column()));
        return about(candidate, cells, known).stream()
                .filter(quad -> quad.predicate().equals(candidate.property()))
                .map(Quad::object)
                .filter(object -> object instanceof Term.Literal && texts.contains(object.text()))
                .findFirst()
                .map(object -> candidate.with(cell.like((Term.Literal) object)));
    }

    /** {@return those that the graph does not contradict so far} */
    Set<Candidate> agreeing(Set<Candidate> candidates) throws IOException {
        Set<Candidate> agreeing = new HashSet<>(candidates);
        rows.each(ROWS, cells -> {
            Map<String, Set<Quad>> known = new HashMap<>();
            agreeing.removeIf(candidate -> !candidate.isSilent(cells) && !agrees(candidate, cells, known));
        });
        return agreeing;
    }

    private boolean agrees(Candidate candidate, List<String> cells, Map<String, Set<Quad>> known) {
        Optional<List<Term>> values = candidate.values(cells);
        Set<Quad> said = about(candidate, cells, known);
        return values.isPresent()
                && values.get().stream()
                        .allMatch(value -> said.stream()
                                .anyMatch(quad -> quad.predicate().equals(candidate.property())
                                        && quad.object().equals(value)));
    }

    private Set<Quad> about(Candidate candidate, List<String> cells, Map<String, Set<Quad>> known) {
        Optional<Term.Iri> subject = candidate.about().iri(cells);
        if (subject.isEmpty()) {
            return Set.of();
        }
        return known.computeIfAbsent(subject.get().value(), address -> {
            Set<Quad> said = new HashSet<>();
            graph.about(subject.get(), said::add);
            return said;
        });
    }
}
