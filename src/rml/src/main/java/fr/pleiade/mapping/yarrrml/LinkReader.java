package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads references to other mappings, and which of their conditions join two rows.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#referring-to-other-mappings">YARRRML, referring to other mappings</a>
 */
final class LinkReader {
    private final Problems problems;
    private final CallReader calls;

    LinkReader(Translation translation, CallReader calls) {
        this.problems = translation.problems();
        this.calls = calls;
    }

    /** {@return the links of an object that names one or several mappings} */
    List<LinkRule> read(YamlNode mappings, List<CallText> conditions) {
        List<LinkRule> links = new ArrayList<>();
        for (YamlNode mapping : mappings.each()) {
            problems.text(mapping, "mapping").ifPresent(name -> links.add(link(name, conditions, mapping.line())));
        }
        return links;
    }

    /** {@return the link of {@code join(mapping, equal(…), …)}, if the call is one} */
    Optional<LinkRule> read(CallText call) {
        if (!call.function().equals("join")) {
            return Optional.empty();
        }
        String name = "";
        List<CallText> conditions = new ArrayList<>();
        for (CallText.Argument argument : call.arguments()) {
            if (!argument.call().isEmpty()) {
                conditions.add(argument.call().get(0));
            } else if (argument.name().matches("quoted(NonAsserted)?")) {
                problems.add(call.line(), "'%s' belongs to RDF-star: not read", argument.name());
                return Optional.empty();
            } else {
                name = argument.text();
            }
        }
        if (name.isEmpty()) {
            problems.add(call.line(), "join names no mapping; expected join(mapping, equal($(a), $(b)))");
            return Optional.empty();
        }
        return Optional.of(link(name, conditions, call.line()));
    }

    private LinkRule link(String mapping, List<CallText> conditions, long line) {
        List<LinkRule.Join> joins = new ArrayList<>();
        List<Value> others = new ArrayList<>();
        for (CallText condition : conditions) {
            if (isJoin(condition)) {
                join(condition).ifPresent(joins::add);
            } else if (takesOther(condition)) {
                problems.add(
                        condition.line(),
                        "a condition between two mappings other than equal is not read; expected equal, whose two values may be functions");
            } else {
                calls.value(condition).ifPresent(others::add);
            }
        }
        return new LinkRule(mapping, joins, others, line);
    }

    /** An equality with a constant says something of one row alone. */
    private boolean isJoin(CallText condition) {
        return calls.isEquality(condition)
                && (takesOther(condition)
                        || condition.arguments().stream()
                                .allMatch(a -> !a.call().isEmpty() || a.text().contains("$(")));
    }

    private static boolean takesOther(CallText call) {
        return call.arguments().stream()
                .anyMatch(a -> a.side().equals("o") || a.call().stream().anyMatch(LinkReader::takesOther));
    }

    private static boolean takesOwn(CallText call) {
        return call.arguments().stream()
                .anyMatch(a -> a.side().equals("s") || a.call().stream().anyMatch(LinkReader::takesOwn));
    }

    /** The first value is of the row itself and the second of the other mapping's, unless their sides say otherwise. */
    private Optional<LinkRule.Join> join(CallText equality) {
        CallText.Argument first = equality.arguments().get(0);
        CallText.Argument second = equality.arguments().get(1);
        if (first.name().matches(".*(str2|otherStr|valueParam(eter)?2)")) {
            CallText.Argument swapped = first;
            first = second;
            second = swapped;
        }
        if (isOther(first) && isOther(second) || isOwn(first) && isOwn(second)) {
            problems.add(
                    equality.line(),
                    "both values of the condition are of one side; expected one with s (subject) and one with o (object)");
            return Optional.empty();
        }
        boolean swapped = isOther(first) || isOwn(second);
        Optional<Value> child = calls.value(swapped ? second : first);
        Optional<Value> parent = calls.value(swapped ? first : second);
        return child.isPresent() && parent.isPresent()
                ? Optional.of(new LinkRule.Join(child.get(), parent.get(), equality.line()))
                : Optional.empty();
    }

    private static boolean isOther(CallText.Argument argument) {
        return argument.side().equals("o") || argument.call().stream().anyMatch(LinkReader::takesOther);
    }

    private static boolean isOwn(CallText.Argument argument) {
        return argument.side().equals("s") || argument.call().stream().anyMatch(LinkReader::takesOwn);
    }
}
