package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the mappings of a document as triples maps. One use. */
final class RuleWriter {
    private final RuleGraph rules;
    private final Problems problems;
    private final String base;
    private final List<MappingRule> mappings;
    private final Map<String, List<Place>> places = new HashMap<>();

    /** @param base what relative IRIs are put behind, or {@code ""} where the document does not say */
    RuleWriter(RuleGraph rules, Problems problems, String base, List<MappingRule> mappings) {
        this.rules = rules;
        this.problems = problems;
        this.base = base;
        this.mappings = mappings;
    }

    /** A triples map: a mapping with one of its sources and one of its subjects. */
    private record Place(Term triplesMap, MappingRule mapping, SourceRule source, TermRule subject) {}

    void write() {
        for (MappingRule mapping : mappings) {
            places.put(mapping.name(), places(mapping));
        }
        for (MappingRule mapping : mappings) {
            places.getOrDefault(mapping.name(), List.of()).forEach(this::write);
        }
    }

    private List<Place> places(MappingRule mapping) {
        List<Place> found = new ArrayList<>();
        boolean isOne = mapping.sources().size() * mapping.subjects().size() == 1;
        for (SourceRule source : mapping.sources()) {
            for (TermRule subject : mapping.subjects()) {
                Term whole = rules.mapping(mapping.name());
                Term map = isOne ? whole : RuleGraph.numbered(whole, "", found.size() + 1);
                found.add(new Place(map, mapping, source, subject.with(mapping.conditions())));
            }
        }
        return found;
    }

    private void write(Place place) {
        begin(place.triplesMap(), place, place.subject(), place.mapping().graphs());
        int inverse = 0;
        for (PairRule pair : place.mapping().pairs()) {
            Term written = pair.describe(place.triplesMap(), rules);
            pair.links()
                    .forEach(link ->
                            parents(place, link).forEach(parent -> link.describe(written, parent.triplesMap(), rules)));
            if (!pair.inverse().isEmpty()) {
                inverse = inverse(place, pair, inverse);
            }
        }
    }

    /** Writes what every triples map has, its subject last. */
    private void begin(Term map, Place place, TermRule subject, List<TermRule> graphs) {
        long line = place.mapping().line();
        rules.add(map, Rml.TYPE, new Term.Iri(Rml.TRIPLES_MAP), line);
        if (!base.isEmpty()) {
            rules.add(map, Rml.BASE_IRI, new Term.Iri(base), line);
        }
        place.source().describe(map, rules);
        Term subjects = subject.describe(map, Rml.SUBJECT_MAP, rules);
        graphs.forEach(graph -> graph.describe(subjects, Rml.GRAPH_MAP, Rml.GRAPH, rules));
    }

    /** {@return the triples maps whose subjects a link means: without a condition, those of the same rows if there are any} */
    private List<Place> parents(Place child, LinkRule link) {
        List<Place> all = places.get(link.mapping());
        if (all == null) {
            problems.add(
                    link.line(),
                    "there is no mapping '%s'%s",
                    link.mapping(),
                    Spelling.closest(link.mapping(), places.keySet())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse(""));
            return List.of();
        }
        List<Place> ofSameRows = all.stream()
                .filter(parent -> parent.source().reads(child.source()))
                .toList();
        return link.joins().isEmpty() && !ofSameRows.isEmpty() ? ofSameRows : all;
    }

    /** Writes the triples of a pair turned round, each object's as a triples map of its own. */
    private int inverse(Place place, PairRule pair, int before) {
        int count = before;
        for (TermRule object : pair.objects()) {
            if (isInvertible(place, object)) {
                Term map = RuleGraph.numbered(place.triplesMap(), "inverse-", ++count);
                List<TermRule> graphs = new ArrayList<>(place.mapping().graphs());
                graphs.addAll(pair.graphs());
                begin(map, place, object.with(pair.conditions()), graphs);
                turned(pair, List.of(place.subject()), List.of()).describe(map, rules);
            }
        }
        for (LinkRule link : pair.links()) {
            for (Place parent : parents(place, link)) {
                if (isInvertible(place, pair, link)) {
                    Term map = RuleGraph.numbered(place.triplesMap(), "inverse-", ++count);
                    List<TermRule> graphs = new ArrayList<>(place.mapping().graphs());
                    graphs.addAll(pair.graphs());
                    begin(map, parent, parent.subject(), List.of());
                    Term written = turned(pair, List.of(), graphs).describe(map, rules);
                    link.reversed().describe(written, place.triplesMap(), rules);
                }
            }
        }
        return count;
    }

    private static PairRule turned(PairRule pair, List<TermRule> objects, List<TermRule> graphs) {
        return new PairRule(pair.inverse(), objects, List.of(), List.of(), graphs, List.of(), pair.line());
    }

    private boolean isInvertible(Place place, TermRule object) {
        if (object.kind() == TermRule.Kind.LITERAL) {
            problems.add(
                    object.line(),
                    "an inverse predicate needs an IRI or a blank node for its object, and this is a literal; add type: iri");
            return false;
        }
        if (place.subject().value().isEmpty() || object.value().isEmpty()) {
            problems.add(
                    object.line(),
                    "an inverse predicate of a blank node that is new for each row is not read; give it a value with type: blank");
            return false;
        }
        return true;
    }

    private boolean isInvertible(Place place, PairRule pair, LinkRule link) {
        boolean isOfOneRow = pair.conditions().isEmpty()
                && link.conditions().isEmpty()
                && isConstant(place.mapping().graphs())
                && isConstant(pair.graphs());
        if (!isOfOneRow) {
            problems.add(
                    link.line(),
                    "an inverse predicate to another mapping with a condition, or with a graph that rows give, is not read; write the triples in the other mapping");
        }
        return isOfOneRow;
    }

    private static boolean isConstant(List<TermRule> terms) {
        return terms.stream()
                .allMatch(term -> !term.value().isEmpty() && term.value().get(0) instanceof Value.Constant);
    }
}
