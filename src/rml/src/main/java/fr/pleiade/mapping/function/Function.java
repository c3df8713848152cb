package fr.pleiade.mapping.function;

import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function that a mapping can call.
 *
 * <p>It sees one value a parameter; several values in a parameter are several calls. It has no state and the same outcome for the
 * same arguments.
 *
 * @param iri its name
 * @param parameters what it takes
 * @param returns the names that a mapping may give to its result, the documented one first
 * @param body what it does
 */
public record Function(String iri, List<Parameter> parameters, List<String> returns, Body body) {
    public Function {
        parameters = List.copyOf(parameters);
        returns = List.copyOf(returns);
    }

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        /** {@return the outcome for one value a parameter} */
        Outcome apply(Arguments arguments);
    }

    /** {@return the position of the parameter with this name} */
    public Optional<Integer> position(String parameterIri) {
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).isCalled(parameterIri))
                .boxed()
                .findFirst();
    }

    /** {@return whether a mapping may call the result so} */
    public boolean returns(String resultIri) {
        return returns.stream().anyMatch(name -> FnoNames.same(name, resultIri));
    }

    /** {@return the IRI's last part: the rule of the findings that the function makes} */
    public String name() {
        return Vocabulary.localName(iri);
    }
}
