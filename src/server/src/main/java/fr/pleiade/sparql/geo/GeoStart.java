package fr.pleiade.sparql.geo;

import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Makes the functions known wherever ARQ answers a query, behind the endpoint or not; found by Jena when it starts. */
public final class GeoStart implements JenaSubsystemLifecycle {
    /** Behind ARQ, which makes the registry. */
    private static final int LEVEL = 60;

    @Override
    public void start() {
        GeoFunctions.addTo(FunctionRegistry.get());
    }

    @Override
    public void stop() {
        // the registry ends with the process
    }

    @Override
    public int level() {
        return LEVEL;
    }
}
