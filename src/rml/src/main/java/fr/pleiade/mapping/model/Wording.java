package fr.pleiade.mapping.model;

import java.util.List;

/** Expressions as a person writes them. */
final class Wording implements Expression.Cases<String> {
    static final Wording INSTANCE = new Wording();

    private Wording() {}

    @Override
    public String constant(Constant constant) {
        return constant.term().toNTriples();
    }

    @Override
    public String reference(Reference reference) {
        return "{" + reference.column() + "}";
    }

    @Override
    public String template(Template template) {
        StringBuilder text = new StringBuilder("\"");
        template.segments()
                .forEach(segment -> text.append(
                        segment.isText()
                                ? segment.text().replaceAll("[{}\\\\]", "\\\\$0")
                                : segment.reference().get(0).describe()));
        return text.append('"').toString();
    }

    @Override
    public String call(FunctionCall call) {
        List<String> inputs = call.inputs().stream()
                .map(input -> String.join(
                        " | ", input.stream().map(Expression::describe).toList()))
                .toList();
        return call.name() + "(" + String.join(", ", inputs) + ")";
    }

    @Override
    public String freshNode(FreshNode node) {
        return "[]";
    }

    @Override
    public String unnamed(Unnamed graph) {
        return "the default graph";
    }
}
