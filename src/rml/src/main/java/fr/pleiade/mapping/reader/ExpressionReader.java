package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.function.Function;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.function.Parameter;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads expression maps: constants, references, templates and function executions. */
final class ExpressionReader {
    /** More function executions, one in the other or side by side, are taken for a mapping without end. */
    private static final int MOST_CALLS = 20_000;

    private static final int DEEPEST = 50;

    private static final List<String> KINDS =
            List.of(Rml.CONSTANT, Rml.REFERENCE, Rml.TEMPLATE, Rml.FUNCTION_EXECUTION);

    private static final String ONE_OF =
            "%s needs exactly one of rml:constant, rml:reference, rml:template and rml:functionExecution; it has ";

    private final MappingDocument document;
    private int depth;
    private int calls;

    ExpressionReader(MappingDocument document) {
        this.document = document;
    }

    /** {@return whether the resource says where values come from} */
    boolean hasExpression(Term map) {
        return KINDS.stream().anyMatch(kind -> !document.all(map, kind).isEmpty());
    }

    /** {@return the map's expression; anything but exactly one is an error} */
    Optional<Expression> read(Term map, TermType encoding) {
        List<String> kinds = KINDS.stream()
                .filter(kind -> !document.all(map, kind).isEmpty())
                .toList();
        if (kinds.isEmpty()) {
            document.missing(map, ONE_OF + "none", document.describe(map));
            return Optional.empty();
        }
        if (kinds.size() > 1) {
            String several =
                    String.join(" and ", kinds.stream().map(document::shorten).toList());
            document.error(map, ONE_OF + "%s", document.describe(map), several);
            return Optional.empty();
        }
        String kind = kinds.get(0);
        return document.atMostOne(map, kind).flatMap(value -> switch (kind) {
            case Rml.CONSTANT -> Optional.of(new Constant(value));
            case Rml.REFERENCE -> text(map, kind, value).map(column -> new Reference(column, document.line(map, kind)));
            case Rml.TEMPLATE -> text(map, kind, value).flatMap(source -> template(map, source, encoding));
            default -> call(map, value);
        });
    }

    private Optional<String> text(Term map, String property, Term value) {
        if (value instanceof Term.Literal literal) {
            return Optional.of(literal.lexical());
        }
        document.errorAt(
                map, property, "%s is %s, expected a string", document.shorten(property), document.describe(value));
        return Optional.empty();
    }

    private Optional<Expression> template(Term map, String source, TermType encoding) {
        try {
            return Optional.of(Template.parse(source, document.line(map, Rml.TEMPLATE), encoding));
        } catch (IllegalArgumentException e) {
            document.errorAt(
                    map, Rml.TEMPLATE, "the template \"%s\" is malformed: %s", source, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Expression> call(Term map, Term execution) {
        if (depth == DEEPEST || calls++ > MOST_CALLS) {
            document.errorAt(
                    map,
                    Rml.FUNCTION_EXECUTION,
                    "function executions are nested more than %d deep or number more than %d: is there a cycle?",
                    DEEPEST,
                    MOST_CALLS);
            return Optional.empty();
        }
        depth++;
        try {
            Optional<Function> function = function(execution);
            function.ifPresent(called -> checkReturn(map, called));
            return function.flatMap(
                    called -> inputs(execution, called).map(inputs -> new FunctionCall(called.iri(), inputs)));
        } finally {
            depth--;
        }
    }

    private Optional<Function> function(Term execution) {
        Optional<Term> name = constant(execution, Rml.FUNCTION, Rml.FUNCTION_MAP);
        if (name.isEmpty()) {
            document.error(execution, "rml:function is missing in %s", document.describe(execution));
            return Optional.empty();
        }
        Optional<Function> function = document.functions().named(name.get().text());
        if (function.isEmpty()) {
            String described = document.describe(name.get());
            document.errorAt(
                    execution,
                    Rml.FUNCTION,
                    Functions.refusal(name.get().text())
                            .map(reason -> described + " " + reason)
                            .orElseGet(() -> "there is no function " + described
                                    + meant(name.get().text())
                                    + noSystems(name.get().text()))
                            .replace("%", "%%"));
        }
        return function;
    }

    /** {@return that the function may be one of those that read the codes of a declared system, where none is declared} */
    private String noSystems(String iri) {
        return Functions.isOurs(iri)
                        && document.functions().named(Functions.CODE).isEmpty()
                ? "; the functions that read codes need the declarations of their identifier systems, and there are none"
                : "";
    }

    /** {@return advice, where a function has nearly the same name} */
    private String meant(String iri) {
        Map<String, String> known = new LinkedHashMap<>();
        document.functions().all().forEach(function -> known.putIfAbsent(function.name(), function.iri()));
        return Spelling.closest(Vocabulary.localName(iri), known.keySet())
                .map(close -> "; did you mean " + document.shorten(known.getOrDefault(close, close)) + "?")
                .orElse("");
    }

    private void checkReturn(Term map, Function function) {
        constant(map, Rml.RETURN, Rml.RETURN_MAP).ifPresent(result -> {
            if (!function.returns(result.text())) {
                document.errorAt(
                        map,
                        Rml.RETURN,
                        "%s does not return %s, but %s",
                        document.shorten(function.iri()),
                        document.describe(result),
                        document.shorten(function.returns().get(0)));
            }
        });
    }

    private Optional<List<List<Expression>>> inputs(Term execution, Function function) {
        List<List<Expression>> inputs = new ArrayList<>();
        function.parameters().forEach(p -> inputs.add(new ArrayList<>()));
        boolean complete = true;
        for (Term input : document.all(execution, Rml.INPUT)) {
            Optional<Integer> position = position(input, function);
            Optional<Expression> value = inputValue(input);
            complete &= position.isPresent() && value.isPresent();
            if (position.isPresent() && value.isPresent() && value.get() instanceof Constant constant) {
                checkChoice(input, function.parameters().get(position.get()), constant);
            }
            if (position.isPresent() && value.isPresent()) {
                inputs.get(position.get()).add(value.get());
            }
        }
        for (int i = 0; i < inputs.size() && complete; i++) {
            Parameter parameter = function.parameters().get(i);
            if (inputs.get(i).isEmpty() && parameter.presence() != Parameter.Presence.OPTIONAL) {
                document.error(
                        execution,
                        "%s needs a value for its parameter %s",
                        document.shorten(function.iri()),
                        document.shorten(parameter.iris().get(0)));
                complete = false;
            }
        }
        return complete ? Optional.of(inputs) : Optional.empty();
    }

    private void checkChoice(Term input, Parameter parameter, Constant constant) {
        String value = constant.term().text();
        if (!parameter.choices().isEmpty() && !parameter.choices().contains(value)) {
            document.errorAt(
                    input,
                    Rml.INPUT_VALUE,
                    "%s is '%s'%s, expected one of %s",
                    document.shorten(parameter.iris().get(0)),
                    value,
                    Spelling.closest(value, parameter.choices())
                            .map(known -> " (did you mean '" + known + "'?)")
                            .orElse(""),
                    String.join(", ", parameter.choices()));
        }
    }

    private Optional<Integer> position(Term input, Function function) {
        Optional<Term> name = constant(input, Rml.PARAMETER, Rml.PARAMETER_MAP);
        if (name.isEmpty()) {
            document.error(input, "rml:parameter is missing in %s", document.describe(input));
            return Optional.empty();
        }
        Optional<Integer> position = function.position(name.get().text());
        if (position.isEmpty()) {
            document.errorAt(
                    input,
                    Rml.PARAMETER,
                    "%s has no parameter %s; it has %s",
                    document.shorten(function.iri()),
                    document.describe(name.get()),
                    String.join(
                            ", ",
                            function.parameters().stream()
                                    .map(p -> document.shorten(p.iris().get(0)))
                                    .toList()));
        }
        return position;
    }

    private Optional<Expression> inputValue(Term input) {
        Optional<Term> constant = document.atMostOne(input, Rml.INPUT_VALUE);
        if (constant.isPresent()) {
            return constant.map(Constant::new);
        }
        return document.exactlyOne(input, Rml.INPUT_VALUE_MAP).flatMap(map -> read(map, TermType.LITERAL));
    }

    /** {@return the constant of a shortcut property, or of its map} */
    private Optional<Term> constant(Term about, String shortcut, String map) {
        return document.atMostOne(about, shortcut)
                .or(() -> document.atMostOne(about, map).flatMap(m -> document.exactlyOne(m, Rml.CONSTANT)));
    }
}
