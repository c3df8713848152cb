package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.IriSyntax;
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
    private final ConstantReader constants;
    private final TargetReader targets;
    private int freshNodes;

    TermMapReader(MappingDocument document) {
        this.document = document;
        this.expressions = new ExpressionReader(document);
        this.annotations = new AnnotationReader(document, expressions);
        this.constants = new ConstantReader(document, annotations);
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
    record Place(Position position, String base) {
        /** {@return whether terms of a type may stand here} */
        boolean allows(TermType type) {
            return position.allowed.contains(type);
        }

        /** {@return the position as messages call it} */
        String description() {
            return position.description;
        }
    }

    /** {@return a term as it stands, the object of a property} */
    Optional<TermMap> constant(Term about, String property, Term constant, Place place) {
        return constants.of(about, property, constant, place);
    }

    Optional<TermMap> read(Term map, Place place) {
        Optional<Term> constant = document.atMostOne(map, Rml.CONSTANT);
        List<Expression> conditions = conditions(map);
        if (constant.isPresent() && expressions.read(map, TermType.LITERAL).isPresent()) {
            return constants
                    .ofMap(map, constant.get(), declaredType(map), place)
                    .map(made -> new TermMap(
                            made.expression(),
                            made.type(),
                            made.annotation(),
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
            if (!document.all(condition, Rml.FUNCTION_EXECUTION).isEmpty()) {
                document.errorAt(
                        condition,
                        Rml.FUNCTION_EXECUTION,
                        "a join whose condition is a function is not read; expected rml:child and rml:parent, or rml:childMap and rml:parentMap, whose values are equal (either may call a function)");
                continue;
            }
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
        Optional<TermType> type = document.all(map, Rml.TERM_TYPE).isEmpty()
                ? Optional.of(defaultType(map, place.position()))
                : declaredType(map);
        if (type.isPresent() && !place.allows(type.get())) {
            document.errorAt(map, Rml.TERM_TYPE, "%s cannot be a %s", place.description(), type.get());
            return Optional.empty();
        }
        return type;
    }

    private Optional<TermType> declaredType(Term map) {
        Optional<Term> declared = document.atMostOne(map, Rml.TERM_TYPE);
        Optional<TermType> type = declared.flatMap(term -> TermType.of(term.text()));
        if (declared.isPresent() && type.isEmpty()) {
            document.errorAt(
                    map,
                    Rml.TERM_TYPE,
                    "%s is not a term type; expected rml:IRI, rml:UnsafeIRI, rml:URI, rml:UnsafeURI, rml:BlankNode or rml:Literal",
                    document.describe(declared.get()));
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
