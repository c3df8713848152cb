package fr.pleiade.mapping.model;

import fr.pleiade.rdf.Vocabulary;
import java.util.List;

/**
 * The values that a function makes of other expressions' values.
 *
 * @param function the function's IRI
 * @param inputs for each parameter, in the function's order, the expressions that give its values; none for a default
 */
public record FunctionCall(String function, List<List<Expression>> inputs) implements Expression {
    private static final long serialVersionUID = 1L;

    public FunctionCall {
        inputs = inputs.stream().map(List::copyOf).toList();
    }

    /** {@return the last part of the function's IRI} */
    public String name() {
        return Vocabulary.localName(function);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.call(this);
    }

    @Override
    public List<Reference> references() {
        return inputs.stream()
                .flatMap(List::stream)
                .flatMap(e -> e.references().stream())
                .toList();
    }
}
