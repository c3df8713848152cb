package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermMap.Annotation;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.reader.TermMapReader.Place;
import fr.pleiade.mapping.reader.TermMapReader.Position;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the triples maps of a document, noting everything that is wrong with them. */
final class MappingReader {
    private final MappingDocument document;
    private final String base;
    private final SourceReader sources;
    private final TermMapReader terms;

    MappingReader(MappingDocument document, String base) {
        this.document = document;
        this.base = base;
        this.sources = new SourceReader(document);
        this.terms = new TermMapReader(document);
    }

    /**
     * {@return the triples maps, in the document's order}
     *
     * @throws MappingException if anything is wrong
     */
    List<TriplesMap> read() {
        document.refuseUnknownProperties();
        List<TriplesMap> maps = new ArrayList<>();
        Set<Term> resources = triplesMaps();
        if (resources.isEmpty()) {
            document.error(
                    new Term.Iri(base),
                    "there is no triples map: no resource has an rml:logicalSource%s",
                    namespaceMeant());
        }
        resources.forEach(resource -> triplesMap(resource).ifPresent(maps::add));
        new ReferenceCheck(document, maps).run();
        if (!document.hasErrors()) {
            document.refuseUnreadProperties();
        }
        document.verify();
        return maps;
    }

    /** {@return the namespace that is written where RML's may be meant, as the end of a sentence} */
    private String namespaceMeant() {
        String word = Rml.LOGICAL_SOURCE.substring(Rml.NAMESPACE.length());
        return document.graph().triples().stream()
                .map(quad -> quad.predicate().value())
                .filter(property -> property.endsWith(word))
                .findFirst()
                .map(property ->
                        " (the document has <%s>; the namespace of RML is <%s>)".formatted(property, Rml.NAMESPACE))
                .orElse("");
    }

    private Set<Term> triplesMaps() {
        Set<Term> found = new LinkedHashSet<>();
        for (Quad quad : document.graph().triples()) {
            if (quad.object().text().equals(Rml.NAMESPACE + "NonAssertedTriplesMap")) {
                document.error(
                        quad.subject(),
                        "%s belongs to RML-Star: not read",
                        document.shorten(quad.object().text()));
            }
            boolean typed = quad.predicate().value().equals(Rml.TYPE)
                    && quad.object().text().equals(Rml.TRIPLES_MAP);
            if (typed || quad.predicate().value().equals(Rml.LOGICAL_SOURCE)) {
                found.add(quad.subject());
            }
        }
        return found;
    }

    private Optional<TriplesMap> triplesMap(Term map) {
        String mapBase = base(map);
        Optional<LogicalSource> source =
                document.exactlyOne(map, Rml.LOGICAL_SOURCE).flatMap(sources::read);
        Optional<Term> subjectResource = subjectResource(map);
        Optional<TermMap> subject = subject(map, new Place(Position.SUBJECT, mapBase));
        List<TermMap> graphs = subjectResource
                .map(s -> terms.readAll(s, Rml.GRAPH_MAP, Rml.GRAPH, new Place(Position.GRAPH, mapBase)))
                .orElse(List.of());
        List<PredicateObjectMap> pairs = new ArrayList<>();
        subjectResource.ifPresent(s -> classes(s, mapBase).ifPresent(pairs::add));
        document.all(map, Rml.PREDICATE_OBJECT_MAP).forEach(pair -> pairs.add(pair(pair, mapBase)));
        if (source.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TriplesMap(
                map.text(),
                source.get(),
                subject.get(),
                graphs,
                pairs,
                document.graph().line(map)));
    }

    private String base(Term map) {
        String mapBase = document.atMostOne(map, Rml.BASE_IRI).map(Term::text).orElse(base);
        if (!IriSyntax.isIri(mapBase)) {
            document.errorAt(map, Rml.BASE_IRI, "the base <%s> is not a valid IRI", mapBase);
        }
        return mapBase;
    }

    private Optional<Term> subjectResource(Term map) {
        List<Term> maps = document.all(map, Rml.SUBJECT_MAP);
        List<Term> shortcuts = document.all(map, Rml.SUBJECT);
        if (maps.size() + shortcuts.size() != 1) {
            document.error(
                    map,
                    "%s needs exactly one rml:subjectMap or rml:subject; it has %d",
                    document.describe(map),
                    maps.size() + shortcuts.size());
            return Optional.empty();
        }
        return maps.stream().findFirst();
    }

    private Optional<TermMap> subject(Term map, Place place) {
        List<TermMap> subjects = terms.readAll(map, Rml.SUBJECT_MAP, Rml.SUBJECT, place);
        List<Expression> conditions = terms.conditions(map);
        return subjects.stream().findFirst().map(subject -> subject.withConditions(conditions));
    }

    /** {@return the classes of a subject as objects of {@code rdf:type}} */
    private Optional<PredicateObjectMap> classes(Term subject, String mapBase) {
        List<TermMap> classes = document.all(subject, Rml.CLASS).stream()
                .flatMap(type ->
                        terms.constant(subject, Rml.CLASS, type, new Place(Position.PREDICATE, mapBase)).stream())
                .toList();
        TermMap type = new TermMap(
                new Constant(new Term.Iri(Rml.TYPE)), TermType.IRI, Annotation.NONE, List.of(), mapBase, List.of(), 0);
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PredicateObjectMap(List.of(type), classes, List.of(), List.of()));
    }

    private PredicateObjectMap pair(Term pair, String mapBase) {
        List<Expression> conditions = terms.conditions(pair);
        List<TermMap> predicates =
                terms.readAll(pair, Rml.PREDICATE_MAP, Rml.PREDICATE, new Place(Position.PREDICATE, mapBase));
        List<TermMap> objects =
                terms.readAll(pair, Rml.OBJECT_MAP, Rml.OBJECT, new Place(Position.OBJECT, mapBase)).stream()
                        .map(object -> object.withConditions(conditions))
                        .toList();
        List<ReferencingObjectMap> references = document.all(pair, Rml.OBJECT_MAP).stream()
                .filter(object -> !document.all(object, Rml.PARENT_TRIPLES_MAP).isEmpty())
                .flatMap(object -> reference(object, conditions).stream())
                .toList();
        if (document.all(pair, Rml.PREDICATE_MAP).isEmpty()
                && document.all(pair, Rml.PREDICATE).isEmpty()) {
            document.error(pair, "rml:predicate or rml:predicateMap is missing in %s", document.describe(pair));
        }
        if (document.all(pair, Rml.OBJECT_MAP).isEmpty()
                && document.all(pair, Rml.OBJECT).isEmpty()) {
            document.error(pair, "rml:object or rml:objectMap is missing in %s", document.describe(pair));
        }
        return new PredicateObjectMap(
                predicates,
                objects,
                references,
                terms.readAll(pair, Rml.GRAPH_MAP, Rml.GRAPH, new Place(Position.GRAPH, mapBase)));
    }

    private Optional<ReferencingObjectMap> reference(Term object, List<Expression> conditions) {
        List<Expression> all = new ArrayList<>(conditions);
        all.addAll(terms.conditions(object));
        List<ReferencingObjectMap.Join> joins = terms.joins(object);
        return document.exactlyOne(object, Rml.PARENT_TRIPLES_MAP)
                .map(parent -> new ReferencingObjectMap(
                        parent.text(), joins, all, document.line(object, Rml.PARENT_TRIPLES_MAP)));
    }
}
