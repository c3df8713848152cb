package fr.pleiade.quality.secrecy;

import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;
import static fr.pleiade.rdf.Vocabulary.SDMX_CODE;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a plan read a table without its hidden counts, and say of what would have had one that it is missing: {@code sdmx-attribute:obsStatus}.
 *
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/#dsd-example">The RDF Data Cube Vocabulary: obsStatus is an attribute of an observation</a>
 */
final class StatusMaps {
    private static final String IS_NOT_NULL = "https://w3id.org/pleiade/function#isNotNull";

    private final HiddenCounts.Table table;
    private final Path folder;
    private final Set<String> columns;

    /**
     * @param table what was written without the counts
     * @param folder the folder in which it is by its name
     * @param columns the columns of counts
     */
    StatusMaps(HiddenCounts.Table table, Path folder, Set<String> columns) {
        this.table = table;
        this.folder = folder.toAbsolutePath();
        this.columns = Set.copyOf(columns);
    }

    /** {@return the plan that reads that table} */
    Plan of(Plan plan) {
        List<TriplesMap> maps = new ArrayList<>();
        plan.triplesMaps().forEach(map -> {
            if (map.source().path().equals(table.name())) {
                maps.addAll(withStatus(reading(map)));
            } else {
                maps.add(map);
            }
        });
        return new Plan(plan.document(), plan.folder(), maps, plan.systems());
    }

    private TriplesMap reading(TriplesMap map) {
        LogicalSource source = new LogicalSource(
                table.name(),
                LogicalSource.Root.NAMED,
                folder.toString(),
                table.dialect(),
                map.source().view());
        return new TriplesMap(map.name(), source, map.subject(), map.graphs(), map.pairs(), map.line());
    }

    private List<TriplesMap> withStatus(TriplesMap map) {
        Set<String> counted = new LinkedHashSet<>();
        map.pairs().forEach(pair -> counted.addAll(counts(pair)));
        List<PredicateObjectMap> states =
                counted.stream().map(column -> status(column, map)).toList();
        if (states.isEmpty()) {
            return List.of(map);
        }
        if (map.subject().conditions().stream().noneMatch(this::reads)) {
            List<PredicateObjectMap> all = new ArrayList<>(map.pairs());
            all.addAll(states);
            return List.of(with(map, map.name(), map.subject(), all));
        }
        List<TriplesMap> maps = new ArrayList<>(List.of(map));
        for (String column : counted) {
            maps.add(ofHidden(map, column));
        }
        return maps;
    }

    /** {@return the map for the rows whose count is hidden: it makes the thing that the count itself was a condition of, and all else that is said of it} */
    private TriplesMap ofHidden(TriplesMap map, String column) {
        TermMap subject = map.subject();
        List<Expression> conditions = new ArrayList<>(
                subject.conditions().stream().filter(each -> !reads(each)).toList());
        conditions.add(new FunctionCall(
                IS_NOT_NULL, List.of(List.of(new Reference(HiddenCounts.status(column), map.line())))));
        List<PredicateObjectMap> pairs = new ArrayList<>(
                map.pairs().stream().filter(pair -> counts(pair).isEmpty()).toList());
        pairs.add(status(column, map));
        TermMap hidden = new TermMap(
                subject.expression(),
                subject.type(),
                subject.annotation(),
                conditions,
                subject.base(),
                subject.targets(),
                subject.line());
        return with(map, map.name() + "-" + HiddenCounts.status(column), hidden, pairs);
    }

    private static TriplesMap with(TriplesMap map, String name, TermMap subject, List<PredicateObjectMap> pairs) {
        return new TriplesMap(name, map.source(), subject, map.graphs(), pairs, map.line());
    }

    private PredicateObjectMap status(String column, TriplesMap map) {
        Template code = new Template(
                List.of(
                        Template.Segment.of(SDMX_CODE + "obsStatus-"),
                        Template.Segment.of(new Reference(HiddenCounts.status(column), map.line()))),
                TermType.IRI);
        return new PredicateObjectMap(
                List.of(term(new Constant(new Term.Iri(SDMX_ATTRIBUTE + "obsStatus")), map)),
                List.of(term(code, map)),
                List.of(),
                List.of());
    }

    private static TermMap term(Expression expression, TriplesMap map) {
        return new TermMap(
                expression,
                TermType.IRI,
                TermMap.Annotation.NONE,
                List.of(),
                map.subject().base(),
                List.of(),
                map.line());
    }

    /** {@return the columns of counts that the objects of a property are made of} */
    private Set<String> counts(PredicateObjectMap pair) {
        Set<String> counts = new LinkedHashSet<>();
        pair.objects().stream()
                .flatMap(object -> object.expression().references().stream())
                .map(Reference::column)
                .filter(columns::contains)
                .forEach(counts::add);
        return counts;
    }

    private boolean reads(Expression expression) {
        return expression.references().stream().map(Reference::column).anyMatch(columns::contains);
    }
}
