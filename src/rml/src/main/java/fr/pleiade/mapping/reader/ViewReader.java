package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.View;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads logical views. */
final class ViewReader {
    private final MappingDocument document;
    private final SourceReader sources;
    private final ExpressionReader expressions;
    private final TermMapReader terms;
    private final Set<Term> beingRead = new LinkedHashSet<>();

    ViewReader(MappingDocument document, SourceReader sources) {
        this.document = document;
        this.sources = sources;
        this.expressions = new ExpressionReader(document);
        this.terms = new TermMapReader(document);
    }

    Optional<LogicalSource> read(Term view) {
        if (!beingRead.add(view)) {
            document.error(view, "the view %s is made of itself", document.describe(view));
            return Optional.empty();
        }
        try {
            Optional<LogicalSource> on = document.exactlyOne(view, Rml.VIEW_ON).flatMap(sources::read);
            List<View.Field> fields = ofRows(view, fields(view));
            if (fields.isEmpty()) {
                document.error(view, "rml:field is missing in %s", document.describe(view));
            }
            List<View.Join> joins = new ArrayList<>();
            document.all(view, Rml.LEFT_JOIN)
                    .forEach(join -> join(join, View.Unmatched.KEPT).ifPresent(joins::add));
            document.all(view, Rml.INNER_JOIN)
                    .forEach(join -> join(join, View.Unmatched.DROPPED).ifPresent(joins::add));
            Optional<LogicalSource> source = on.map(below -> below.seenBy(new View(below, fields, joins)));
            source.ifPresent(made -> refuseEqualNames(view, made));
            return source;
        } finally {
            beingRead.remove(view);
        }
    }

    private void refuseEqualNames(Term view, LogicalSource source) {
        Set<String> names = new HashSet<>();
        for (String column : source.view().get(0).columns()) {
            if (!names.add(column)) {
                document.error(view, "two fields of %s are called '%s'", document.describe(view), column);
            }
        }
    }

    /** {@return the fields that can be fields of rows; a row is not JSON, so none can iterate over it} */
    private List<View.Field> ofRows(Term parent, List<View.Field> fields) {
        for (View.Field field : fields) {
            if (field.expression().isEmpty()) {
                document.error(
                        parent,
                        "the field '%s' iterates over rows of CSV; put it into a field whose cells are JSON",
                        field.name());
            }
            field.nested().forEach(nested -> checkPaths(parent, nested));
        }
        return fields.stream().filter(field -> !field.expression().isEmpty()).toList();
    }

    private void checkPaths(Term parent, View.Field field) {
        List<String> paths = new ArrayList<>();
        if (field.formulation() == View.Formulation.JSON) {
            paths.add(field.iterator());
        }
        for (Expression expression : field.expression()) {
            expression.references().forEach(reference -> paths.add(reference.column()));
            if (expression instanceof FunctionCall) {
                document.error(parent, "the field '%s' is inside JSON, where no function can be called", field.name());
            }
        }
        for (String path : paths) {
            try {
                JsonPath.parse(path);
            } catch (IllegalArgumentException e) {
                document.error(parent, "the field '%s': %s", field.name(), String.valueOf(e.getMessage()));
            }
        }
        field.nested().forEach(nested -> checkPaths(parent, nested));
    }

    private List<View.Field> fields(Term parent) {
        return document.all(parent, Rml.FIELD).stream()
                .flatMap(field -> field(field).stream())
                .toList();
    }

    private Optional<View.Field> field(Term field) {
        Optional<String> name = document.exactlyOne(field, Rml.FIELD_NAME).map(Term::text);
        List<View.Field> nested = fields(field);
        boolean iterates = Stream.of(Rml.ITERATOR, Rml.REFERENCE_FORMULATION)
                .anyMatch(property -> !document.all(field, property).isEmpty());
        if (iterates) {
            return name.flatMap(n -> iterable(field, n, nested));
        }
        Optional<Expression> expression = expressions.read(field, TermType.LITERAL);
        return name.flatMap(n -> expression.map(e -> new View.Field(n, List.of(e), View.Formulation.NONE, "", nested)));
    }

    private Optional<View.Field> iterable(Term field, String name, List<View.Field> nested) {
        Optional<Term> formulation = document.atMostOne(field, Rml.REFERENCE_FORMULATION);
        if (formulation.isPresent() && !formulation.get().text().equals(Rml.NAMESPACE + "JSONPath")) {
            document.errorAt(
                    field,
                    Rml.REFERENCE_FORMULATION,
                    "%s inside a cell is not read, only JSON is; expected rml:JSONPath",
                    document.describe(formulation.get()));
            return Optional.empty();
        }
        return document.exactlyOne(field, Rml.ITERATOR)
                .map(iterator -> new View.Field(name, List.of(), View.Formulation.JSON, iterator.text(), nested));
    }

    private Optional<View.Join> join(Term join, View.Unmatched unmatched) {
        Optional<LogicalSource> parent =
                document.exactlyOne(join, Rml.PARENT_LOGICAL_VIEW).flatMap(this::read);
        List<ReferencingObjectMap.Join> conditions = terms.joins(join);
        if (conditions.isEmpty()) {
            document.error(join, "rml:joinCondition is missing in %s", document.describe(join));
        }
        List<View.Field> fields = ofRows(join, fields(join));
        return parent.map(view -> new View.Join(view, conditions, fields, unmatched));
    }
}
