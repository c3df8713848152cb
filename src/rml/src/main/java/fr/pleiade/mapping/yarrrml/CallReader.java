package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads function calls and conditions.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#functions">YARRRML, functions and conditions</a>
 */
final class CallReader {
    private static final Set<Key> KEYS = Set.of(Key.FUNCTION, Key.PARAMETERS);
    private static final Set<Key> ARGUMENT = Set.of(Key.PARAMETER, Key.VALUE, Key.TYPE);
    private static final Set<Key> ARGUMENT_VALUE = Set.of(Key.FUNCTION, Key.PARAMETERS, Key.VALUE, Key.TYPE);
    private static final String IDLAB = "https://w3id.org/imec/idlab/function#";
    private static final String GREL = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";

    /** The functions that have no prefix, and the places of their parameters. */
    private static final Set<String> COMPARISONS = Set.of("equal", "notEqual");

    private static final Set<String> EQUAL = Set.of(IDLAB + "equal", "http://example.com/idlab/function/equal");

    private static final Map<String, String> COMPARED =
            Map.of("str1", GREL + "valueParameter", "str2", GREL + "valueParameter2");
    private static final Map<String, String> SIDES = Map.of("s", "s", "subject", "s", "o", "o", "object", "o");

    private final Translation translation;
    private final Problems problems;

    CallReader(Translation translation) {
        this.translation = translation;
        this.problems = translation.problems();
    }

    /** {@return the calls of one condition or of several} */
    List<CallText> conditions(YamlNode conditions) {
        List<CallText> calls = new ArrayList<>();
        for (YamlNode condition : conditions.each()) {
            if (condition.isMap()) {
                call(Section.read(condition, "a condition", KEYS, problems)).ifPresent(calls::add);
            } else {
                problems.text(condition, "a condition")
                        .flatMap(text -> onOneLine(text, condition.line()))
                        .ifPresent(calls::add);
            }
        }
        return calls;
    }

    /** {@return the call of a part that has a function; its absence is noted} */
    Optional<CallText> call(Section section) {
        Optional<YamlNode> function = section.find(Key.FUNCTION);
        if (function.isEmpty()) {
            problems.add(section.line(), "function is missing");
            return Optional.empty();
        }
        Optional<String> name = problems.text(function.get(), "function");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        long line = function.get().line();
        if (CallText.isCall(name.get().strip()) || name.get().contains("(")) {
            return onOneLine(name.get(), line);
        }
        List<CallText.Argument> arguments = new ArrayList<>();
        section.find(Key.PARAMETERS).ifPresent(node -> arguments(node, arguments));
        return Optional.of(new CallText(name.get(), arguments, line));
    }

    private Optional<CallText> onOneLine(String text, long line) {
        try {
            return Optional.of(CallText.parse(text, line));
        } catch (IllegalArgumentException e) {
            problems.add(line, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void arguments(YamlNode parameters, List<CallText.Argument> arguments) {
        if (parameters.isMap()) {
            parameters.entries().forEach(entry -> values(entry.key(), entry.value(), "", entry.line(), arguments));
            return;
        }
        for (YamlNode item : parameters.each()) {
            if (item.isList()) {
                shortArgument(item, arguments);
            } else if (item.isMap()) {
                longArgument(item, arguments);
            } else {
                problems.add(
                        item.line(),
                        "a parameter is %s, expected [name, value], or parameter and value",
                        item.describe());
            }
        }
    }

    private void shortArgument(YamlNode item, List<CallText.Argument> arguments) {
        List<YamlNode> parts = item.items();
        if (parts.size() < 2 || parts.size() > 3 || !parts.get(0).isText()) {
            problems.add(item.line(), "a parameter has %d parts, expected [name, value]", parts.size());
            return;
        }
        String side = "";
        if (parts.size() == 3) {
            String written =
                    problems.text(parts.get(2), "the side of a parameter").orElse("s");
            side = SIDES.getOrDefault(written, "");
            if (side.isEmpty()) {
                problems.add(
                        item.line(), "'%s' is not a side of a condition; expected s (subject) or o (object)", written);
            }
        }
        values(parts.get(0).text(), parts.get(1), side, item.line(), arguments);
    }

    /** Either {@code parameter} and {@code value}, or the parameter's name itself as the key. */
    private void longArgument(YamlNode item, List<CallText.Argument> arguments) {
        boolean isNamed =
                item.entries().stream().anyMatch(e -> Key.PARAMETER.names().contains(e.key()));
        if (!isNamed) {
            item.entries().forEach(entry -> values(entry.key(), entry.value(), "", entry.line(), arguments));
            return;
        }
        Section section = Section.read(item, "a parameter", ARGUMENT, problems);
        Optional<String> name = section.find(Key.PARAMETER).flatMap(node -> problems.text(node, "parameter"));
        if (section.find(Key.VALUE).isEmpty()) {
            problems.add(section.line(), "value is missing");
        }
        name.ifPresent(n -> section.find(Key.VALUE).ifPresent(v -> values(n, v, "", section.line(), arguments)));
    }

    /** Several values of one parameter are as many arguments. */
    private void values(String name, YamlNode value, String side, long line, List<CallText.Argument> arguments) {
        for (YamlNode item : value.each()) {
            if (item.isText()) {
                arguments.add(new CallText.Argument(name, item.text(), List.of(), side, line));
            } else if (item.isMap()) {
                Section section = Section.read(item, "a parameter's value", ARGUMENT_VALUE, problems);
                Optional<YamlNode> plain = section.find(Key.VALUE);
                if (plain.isPresent() && !section.has(Key.FUNCTION)) {
                    values(name, plain.get(), side, line, arguments);
                } else {
                    call(section)
                            .ifPresent(
                                    call -> arguments.add(new CallText.Argument(name, "", List.of(call), side, line)));
                }
            } else {
                problems.add(line, "the value of %s is %s, expected a text or a function", name, item.describe());
            }
        }
    }

    /** {@return whether a call compares two values for equality, by whichever of the function's names} */
    boolean isEquality(CallText call) {
        return call.arguments().size() == 2 && (call.function().equals("equal") || EQUAL.contains(expanded(call)));
    }

    private String expanded(CallText call) {
        try {
            return translation.names().expandIri(call.function());
        } catch (IllegalArgumentException e) {
            // Said where the call is read as a value.
            return call.function();
        }
    }

    /** {@return the calls as values; what is wrong with them is noted} */
    List<Value> values(List<CallText> calls) {
        return calls.stream().flatMap(call -> value(call).stream()).toList();
    }

    /** {@return the call as a value} */
    Optional<Value> value(CallText call) {
        Optional<String> function = COMPARISONS.contains(call.function())
                ? Optional.of(IDLAB + call.function())
                : translation.iri(call.function(), "the function", call.line());
        List<Value.Argument> arguments = new ArrayList<>();
        int position = 0;
        for (CallText.Argument argument : call.arguments()) {
            position++;
            Optional<String> parameter = parameter(call, argument, position);
            Optional<Value> value = value(argument);
            if (parameter.isPresent() && value.isPresent()) {
                arguments.add(new Value.Argument(parameter.get(), value.get(), argument.line()));
            }
        }
        return function.map(iri -> new Value.Call(iri, arguments, call.line()));
    }

    /** {@return where the value of an argument comes from} */
    Optional<Value> value(CallText.Argument argument) {
        if (!argument.call().isEmpty()) {
            return value(argument.call().get(0));
        }
        String text = argument.text();
        return text.endsWith("~iri")
                ? translation.value(text.substring(0, text.length() - 4), TermRule.Kind.IRI, argument.line())
                : translation.value(text, TermRule.Kind.LITERAL, argument.line());
    }

    /** A parameter without a prefix has that of the function. */
    private Optional<String> parameter(CallText call, CallText.Argument argument, int position) {
        String name = argument.name();
        if (COMPARISONS.contains(call.function())) {
            String place = name.isEmpty() && position < 3 ? "str" + position : name;
            if (COMPARED.containsKey(place)) {
                return Optional.of(COMPARED.get(place));
            }
        }
        if (name.isEmpty()) {
            problems.add(
                    argument.line(),
                    "'%s' in a call of %s has no parameter; write parameter = value",
                    argument.text(),
                    call.function());
            return Optional.empty();
        }
        int colon = call.function().indexOf(':');
        String written = name.contains(":") || colon < 0 ? name : sibling(call.function(), name);
        return translation.iri(written, "the parameter", argument.line());
    }

    private static String sibling(String function, String name) {
        int end = function.contains("://")
                ? Math.max(function.lastIndexOf('#'), function.lastIndexOf('/'))
                : function.indexOf(':');
        return function.substring(0, end + 1) + name;
    }
}
