package fr.pleiade.draft.terms;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which properties a mapping in RML says its columns: those of the map that names what a row is about, which is the one that says most of
 * it, or several as wide; each from one column, as it is or cleaned.
 */
final class MappedColumns {
    private static final String FN = "https://w3id.org/pleiade/function#";
    /** Functions that make something else of a cell than what it says. */
    private static final Set<String> OTHERWISE =
            Set.of("item", "lookup", "lookupWithDelimiter", "concat", "coalesce", "isNotNull", "iriEncode", "except");
    /** What the key and the label say, and what every dataset says. */
    private static final Set<String> OF_EACH = Set.of(
            Vocabulary.RDF + "type",
            Vocabulary.RDFS + "label",
            Vocabulary.SKOS + "prefLabel",
            Vocabulary.SKOS + "notation");

    private final InMemoryGraph graph;
    private final String dataset;
    private final String own;

    /** @param own the beginning of the dataset's own terms */
    MappedColumns(InMemoryGraph graph, String dataset, String own) {
        this.graph = graph;
        this.dataset = dataset;
        this.own = own;
    }

    List<Said> all() {
        List<Term> maps = graph.triples().stream()
                .filter(quad -> quad.predicate().value().equals(Rml.LOGICAL_SOURCE))
                .map(Quad::subject)
                .distinct()
                .toList();
        List<Said> all = new ArrayList<>();
        List<Term> naming =
                maps.size() == 1 ? maps : maps.stream().filter(this::isNaming).toList();
        int most = naming.stream().mapToInt(this::width).max().orElse(0);
        for (Term map : naming) {
            if (width(map) == most) {
                graph.objects(map, Rml.PREDICATE_OBJECT_MAP).forEach(part -> add(part, all));
            }
        }
        return all;
    }

    private int width(Term map) {
        return graph.objects(map, Rml.PREDICATE_OBJECT_MAP).size();
    }

    private boolean isNaming(Term map) {
        return graph.objects(map, Rml.PREDICATE_OBJECT_MAP).stream()
                .flatMap(part -> properties(part).stream())
                .anyMatch(property ->
                        property.equals(Vocabulary.RDFS + "label") || property.equals(Vocabulary.SKOS + "prefLabel"));
    }

    private void add(Term part, List<Said> all) {
        for (Term object : graph.objects(part, Rml.OBJECT_MAP)) {
            Optional<String> column = column(object, 0);
            if (column.isPresent()) {
                boolean isAddress = graph.object(object, Rml.TERM_TYPE)
                        .filter(type -> type.text().endsWith("IRI"))
                        .isPresent();
                properties(part).stream()
                        .filter(property -> !OF_EACH.contains(property))
                        .map(property -> new Said(
                                dataset, Looks.words(column.get()), "", isAddress, property, property.startsWith(own)))
                        .forEach(all::add);
            }
        }
    }

    private List<String> properties(Term part) {
        List<String> properties = new ArrayList<>();
        graph.objects(part, Rml.PREDICATE).forEach(term -> properties.add(term.text()));
        graph.objects(part, Rml.PREDICATE_MAP).stream()
                .flatMap(map -> graph.objects(map, Rml.CONSTANT).stream())
                .forEach(term -> properties.add(term.text()));
        return properties;
    }

    /** {@return the column that an expression is made of, if it says no more and no less than that} */
    private Optional<String> column(Term expression, int depth) {
        Optional<String> reference = graph.object(expression, Rml.REFERENCE).map(Term::text);
        if (reference.isPresent() || depth > 8) {
            return reference;
        }
        return graph.object(expression, Rml.NAMESPACE + "functionExecution")
                .filter(execution -> graph.object(execution, Rml.NAMESPACE + "function")
                        .map(Term::text)
                        .filter(name -> name.startsWith(FN) && !OTHERWISE.contains(name.substring(FN.length())))
                        .isPresent())
                .flatMap(execution -> graph.objects(execution, Rml.NAMESPACE + "input").stream()
                        .filter(input -> graph.object(input, Rml.NAMESPACE + "parameter")
                                .filter(name -> name.text().equals(FN + "value"))
                                .isPresent())
                        .flatMap(input -> graph.objects(input, Rml.NAMESPACE + "inputValueMap").stream())
                        .flatMap(value -> column(value, depth + 1).stream())
                        .findFirst());
    }
}
