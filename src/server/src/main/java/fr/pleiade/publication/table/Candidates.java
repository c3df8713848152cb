package fr.pleiade.publication.table;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.table.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that might give what a mapping makes of a table. Conditions and functions, which CSVW has not, are passed over here: whether
 * the columns give what is published all the same, the published graph decides.
 */
final class Candidates {
    private final Plan plan;
    private final Patterns patterns;
    private final List<String> names;
    private final List<Offer> offers = new ArrayList<>();
    private final Set<LeftOut> leftOut = new LinkedHashSet<>();

    /**
     * @param header the columns' names, as the mapping calls them
     * @param names the same, as templates call them
     */
    Candidates(Plan plan, List<String> header, List<String> names) {
        this.plan = plan;
        this.patterns = new Patterns(header);
        this.names = names;
        plan.triplesMaps().forEach(this::add);
    }

    /** {@return what might be given, in the mapping's order} */
    List<Offer> offers() {
        return offers;
    }

    /** {@return what cannot be given, whatever the rows are} */
    Set<LeftOut> leftOut() {
        return leftOut;
    }

    private void add(TriplesMap map) {
        Optional<UriPattern> about = patterns.of(map.subject());
        for (PredicateObjectMap pair : map.pairs()) {
            for (TermMap predicate : pair.predicates()) {
                String property = predicate.expression() instanceof Constant constant
                        ? constant.term().text()
                        : "";
                if (!map.source().view().isEmpty()) {
                    leave(about, property, LeftOut.Reason.OTHER_ROWS);
                } else if (about.isEmpty() || property.isEmpty()) {
                    leave(about, property, LeftOut.Reason.NOT_A_TEMPLATE);
                } else {
                    pair.objects().forEach(object -> offer(about.get(), property, object));
                    pair.references().forEach(reference -> offer(about.get(), property, reference));
                }
            }
        }
    }

    private void leave(Optional<UriPattern> about, String property, LeftOut.Reason reason) {
        leftOut.add(new LeftOut(about.map(pattern -> pattern.source(names)).orElse(""), property, reason));
    }

    private void offer(UriPattern about, String property, ReferencingObjectMap reference) {
        TriplesMap parent = plan.triplesMap(reference.parent());
        Optional<UriPattern> value = patterns.of(parent.subject());
        if (!reference.joins().isEmpty()) {
            leave(Optional.of(about), property, LeftOut.Reason.OTHER_ROWS);
        } else if (value.isEmpty()) {
            leave(Optional.of(about), property, LeftOut.Reason.NOT_A_TEMPLATE);
        } else {
            offer(about, property, new Value.Address(value.get()), value.get().columns());
        }
    }

    private void offer(UriPattern about, String property, TermMap object) {
        if (object.type() == TermType.LITERAL) {
            offerText(about, property, object);
            return;
        }
        patterns.of(object)
                .ifPresentOrElse(
                        value -> offer(about, property, new Value.Address(value), value.columns()),
                        () -> leave(Optional.of(about), property, LeftOut.Reason.NOT_A_TEMPLATE));
    }

    /** Offers a virtual column, which every row gives, and for rows that lack a cell those columns that do not give it then. */
    private void offer(UriPattern about, String property, Value value, Set<Integer> columns) {
        Term.Iri iri = new Term.Iri(property);
        Set<Integer> guards = new TreeSet<>(columns);
        guards.addAll(about.columns());
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(about, iri, Candidate.VIRTUAL, value));
        if (value instanceof Value.Address) {
            guards.forEach(column -> candidates.add(new Candidate(about, iri, column, value)));
        }
        offers.add(new Offer(about, property, candidates));
    }

    private void offerText(UriPattern about, String property, TermMap object) {
        if (object.expression() instanceof Constant constant && constant.term() instanceof Term.Literal literal) {
            offer(about, property, new Value.Constant(literal), Set.of());
            return;
        }
        Optional<Integer> column = patterns.column(object.expression());
        if (column.isEmpty()) {
            leave(Optional.of(about), property, LeftOut.Reason.SEVERAL_COLUMNS);
            return;
        }
        Candidate candidate = new Candidate(about, new Term.Iri(property), column.get(), cell(object));
        offers.add(new Offer(about, property, List.of(candidate)));
    }

    private static Value.Cell cell(TermMap object) {
        String separator = Patterns.separator(object.expression());
        TermMap.Annotation annotation = object.annotation();
        if (annotation.kind() == TermMap.Annotation.Kind.NONE && object.expression() instanceof Reference) {
            return new Value.Cell(Vocabulary.XSD + "string", "", separator);
        }
        if (annotation.kind() != TermMap.Annotation.Kind.NONE
                && annotation.expression().get(0) instanceof Constant constant) {
            String said = constant.term().text();
            return annotation.kind() == TermMap.Annotation.Kind.LANGUAGE
                    ? new Value.Cell(Vocabulary.RDF + "langString", said, separator)
                    : new Value.Cell(said, "", separator);
        }
        return new Value.Cell("", "", separator);
    }
}
