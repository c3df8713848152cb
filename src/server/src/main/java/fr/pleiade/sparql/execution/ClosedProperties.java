package fr.pleiade.sparql.execution;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/** No property is a function, whatever its IRI: ARQ's own registry loads classes by the names that queries give. */
final class ClosedProperties extends PropertyFunctionRegistry {
    static final PropertyFunctionRegistry NONE = new ClosedProperties();

    private ClosedProperties() {}

    @Override
    public boolean manages(String uri) {
        return false;
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
        return null;
    }

    @Override
    public boolean isRegistered(String uri) {
        return false;
    }
}
