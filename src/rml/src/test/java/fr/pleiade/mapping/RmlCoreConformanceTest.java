package fr.pleiade.mapping;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** <a href="https://github.com/kg-construct/rml-core/tree/main/test-cases">RML-Core's cases</a> with CSV sources. */
class RmlCoreConformanceTest {
    private static final Map<String, String> KNOWN_FAILURES = Map.of();

    @TestFactory
    Stream<DynamicTest> cases() {
        return new ConformanceSuite("rml-core-csv", "http://example.com/base/").tests(KNOWN_FAILURES);
    }
}
