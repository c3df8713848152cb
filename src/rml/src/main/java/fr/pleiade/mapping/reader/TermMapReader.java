package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermMap.Annotation;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads subject, predicate, object and graph maps, and checks that each makes terms that its place allows. */
final class TermMapReader {
    private final MappingDocument document;
    private final ExpressionReader expressions;
    private final AnnotationReader annotations;
    private final TargetReader targets;
    private int freshNodes;

    TermMapReader(MappingDocument document) {
        this.document = document;
        this.expressions = new ExpressionReader(document);
        this.annotations = new AnnotationReader(document, expressions);
        this.targets = new TargetReader(document);
    }

    /** Where a term stands, and what it may be there. */
    enum Position {
        SUBJECT("a subject", EnumSet.complementOf(EnumSet.of(TermType.LITERAL))),
        PREDICATE("a predicate", EnumSet.of(TermType.IRI, TermType.URI, TermType.UNSAFE_IRI, TermType.UNSAFE_URI)),
        OBJECT("an object", EnumSet.allOf(TermType.class)),
        GRAPH("a graph", EnumSet.complementOf(EnumSet.of(TermType.LITERAL)));

        private final String description;
        private final Set<TermType> allowed;

        Position(String description, Set<TermType> allowed) {
            this.description = description;
            this.allowed = allowed;
        }
    }

    /** {@return the maps of a place: those of the map property, then the constants of its shortcut} */
    List<TermMap> readAll(Term about, String mapProperty, String shortcut, Place place) {
        List<TermMap> maps = new ArrayList<>();
        for (Term map : document.all(about, mapProperty)) {
            if (document.all(map, Rml.PARENT_TRIPLES_MAP).isEmpty()) {
                read(map, place).ifPresent(maps::add);
            }
        }
        for (Term constant : document.all(about, shortcut)) {
            constant(about, shortcut, constant, place).ifPresent(maps::add);
        }
        return maps;
    }

    /** A position with the base of its triples map. */
    record Place(Position position, String base) {}

    Optional<TermMap> constant(Term about, String property, Term constant, Place place) {
        TermType type = type(constant);
        if (!place.position().allowed.contains(type)) {
            document.errorAt(
                    about, property, "%s cannot be %s", document.describe(constant), place.position().description);
            return Optional.empty();
        }
        if (constant instanceof Term.Iri iri && !IriSyntax.isIri(iri.value())) {
            document.errorAt(about, property, "<%s> is not a valid IRI", iri.value());
            return Optional.empty();
        }
        if (constant instanceof Term.Literal literal) {
            checkDatatype(about, property, literal);
        }
        return Optional.of(new TermMap(
                new Constant(constant),
                type,
                Annotation.NONE,
                List.of(),
                place.base(),
                List.of(),
                document.line(about, property)));
    }

    private void checkDatatype(Term about, String property, Term.Literal literal) {
        Datatype.of(literal.datatype())
                .filter(datatype -> !datatype.has(literal.lexical()))
                .ifPresent(datatype -> document.errorAt(
                        about,
                        property,
                        "'%s' is not of the datatype %s, which is written like %s",
                        literal.lexical(),
                        datatype,
                        datatype.example()));
    }

    private void checkTermType(Term map, Term constant) {
        document.atMostOne(map, Rml.TERM_TYPE)
                .flatMap(declared -> TermType.of(declared.text()))
                .ifPresent(declared -> {
                    TermType type = type(constant);
                    if (declared != type && !(declared.isIri() && type.isIri())) {
                        document.errorAt(map, Rml.TERM_TYPE, "%s is not a %s", document.describe(constant), declared);
                    }
                });
    }

    private static TermType type(Term term) {
        return term instanceof Term.Iri
                ? TermType.IRI
                : term instanceof Term.Literal ? TermType.LITERAL : TermType.BLANK_NODE;
    }

    Optional<TermMap> read(Term map, Place place) {
        Optional<Term> constant = document.atMostOne(map, Rml.CONSTANT);
        List<Expression> conditions = conditions(map);
        if (constant.isPresent() && expressions.read(map, TermType.LITERAL).isPresent()) {
            checkTermType(map, constant.get());
            return constant(map, Rml.CONSTANT, constant.get(), place)
                    .map(made -> new TermMap(
                            made.expression(),
                            made.type(),
                            Annotation.NONE,
                            conditions,
                            place.base(),
                            targets.readAll(map),
                            made.line()));
        }
        Optional<TermType> type = termType(map, place);
        Optional<Annotation> annotation = annotations.read(map, place.base());
        if (type.isEmpty() || annotation.isEmpty()) {
            return Optional.empty();
        }
        if (annotation.get().kind() != Annotation.Kind.NONE && type.get() != TermType.LITERAL) {
            document.error(map, "only a literal can have a language or a datatype, this is %s", type.get());
        }
        return expression(map, type.get(), place)
                .map(e -> new TermMap(
                        e,
                        type.get(),
                        annotation.get(),
                        conditions,
                        place.base(),
                        targets.readAll(map),
                        document.graph().line(map)));
    }

    private Optional<Expression> expression(Term map, TermType type, Place place) {
        if (type == TermType.BLANK_NODE && !expressions.hasExpression(map)) {
            return Optional.of(new FreshNode(freshNodes++));
        }
        Optional<Expression> expression = expressions.read(map, type);
        expression.ifPresent(e -> {
            if (type.isIri() && e instanceof Template template) {
                checkIri(map, template, place.base());
            }
        });
        return expression;
    }

    /** An encoded value is an ordinary letter to the grammar, so one letter shows whether the template can make IRIs. */
    private void checkIri(Term map, Template template, String base) {
        String sample = template.filledWith("1");
        String absolute = IriSyntax.hasScheme(template.filledWith("x")) ? template.filledWith("x") : base + sample;
        if (template.encoding().encodes() && !IriSyntax.isIri(absolute)) {
            document.errorAt(
                    map,
                    Rml.TEMPLATE,
                    "the template %s cannot make a valid IRI, but something like <%s>",
                    template.describe(),
                    absolute);
        }
    }

    /** {@return the conditions of a map, or of anything that has some} */
    List<Expression> conditions(Term map) {
        return document.all(map, Rml.CONDITION).stream()
                .flatMap(condition -> expressions.read(condition, TermType.LITERAL).stream())
                .toList();
    }

    /** {@return the complete join conditions of a referencing object map or of a view's join} */
    List<ReferencingObjectMap.Join> joins(Term about) {
        List<ReferencingObjectMap.Join> joins = new ArrayList<>();
        for (Term condition : document.all(about, Rml.JOIN_CONDITION)) {
            Optional<Expression> child = joinSide(condition, Rml.CHILD_MAP, Rml.CHILD);
            Optional<Expression> parent = joinSide(condition, Rml.PARENT_MAP, Rml.PARENT);
            if (child.isPresent() && parent.isPresent()) {
                joins.add(new ReferencingObjectMap.Join(child.get(), parent.get()));
            }
        }
        return joins;
    }

    private Optional<Expression> joinSide(Term join, String mapProperty, String shortcut) {
        Optional<Term> column = document.atMostOne(join, shortcut);
        if (column.isPresent()) {
            return column.map(c -> new Reference(c.text(), document.line(join, shortcut)));
        }
        Optional<Term> map = document.atMostOne(join, mapProperty);
        if (map.isEmpty()) {
            document.error(join, "%s is missing in %s", document.shorten(shortcut), document.describe(join));
        }
        return map.flatMap(m -> expressions.read(m, TermType.LITERAL));
    }

    private Optional<TermType> termType(Term map, Place place) {
        Optional<Term> declared = document.atMostOne(map, Rml.TERM_TYPE);
        Optional<TermType> type = declared.isPresent()
                ? TermType.of(declared.get().text())
                : Optional.of(defaultType(map, place.position()));
        if (type.isEmpty()) {
            document.errorAt(
                    map,
                    Rml.TERM_TYPE,
                    "%s is not a term type; expected rml:IRI, rml:UnsafeIRI, rml:URI, rml:UnsafeURI, rml:BlankNode or rml:Literal",
                    document.describe(declared.orElseThrow()));
        } else if (!place.position().allowed.contains(type.get())) {
            document.errorAt(map, Rml.TERM_TYPE, "%s cannot be a %s", place.position().description, type.get());
            return Optional.empty();
        }
        return type;
    }

    private TermType defaultType(Term map, Position position) {
        boolean literal = position == Position.OBJECT
                && List.of(
                                Rml.REFERENCE,
                                Rml.FUNCTION_EXECUTION,
                                Rml.LANGUAGE,
                                Rml.LANGUAGE_MAP,
                                Rml.DATATYPE,
                                Rml.DATATYPE_MAP)
                        .stream()
                        .anyMatch(property -> !document.all(map, property).isEmpty());
        return literal ? TermType.LITERAL : TermType.IRI;
    }
}
