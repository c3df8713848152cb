package fr.pleiade.mapping;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** <a href="https://github.com/kg-construct/rml-fnml/tree/main/test-cases">RML-FNML's cases</a> with CSV sources. */
class RmlFnmlConformanceTest {
    private static final Map<String, String> KNOWN_FAILURES = Map.of();

    @TestFactory
    Stream<DynamicTest> cases() {
        return new ConformanceSuite("rml-fnml-csv", "http://example.com/").tests(KNOWN_FAILURES);
    }
}
