package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file with an object map for each of many columns. */
class WideFileTest {
    private final MappingRun mapping = new MappingRun();

    @Test
    void eachColumnMakesItsTriple() {
        file(1_000, 2);
        assertThat(mapping.lines(document(1_000)))
                .hasSize(2_000)
                .startsWith(
                        "<http://example.org/0> <http://e/p0> \"0-0\" .",
                        "<http://example.org/0> <http://e/p1> \"0-1\" .")
                .endsWith("<http://example.org/1> <http://e/p999> \"1-999\" .");
    }

    @Test
    void memoryGrowsWithTheColumnsAndNotWithTheirSquare() {
        allocated(100);
        assertThat(allocated(4_000)).isLessThan(6 * allocated(1_000));
    }

    /** {@return the bytes that mapping two rows takes, on the one thread that does it} */
    private long allocated(int columns) {
        file(columns, 2);
        Mapping plan = mapping.plan(document(columns));
        mapping.threads(1);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        mapping.run(plan, new ByteArrayOutputStream(1 << 20));
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private void file(int columns, int rows) {
        String header = IntStream.range(0, columns).mapToObj(c -> ",c" + c).collect(Collectors.joining());
        StringBuilder csv = new StringBuilder("id" + header + "\n");
        for (int row = 0; row < rows; row++) {
            csv.append(row);
            for (int column = 0; column < columns; column++) {
                csv.append(',').append(row).append('-').append(column);
            }
            csv.append('\n');
        }
        mapping.file("a.csv", csv.toString());
    }

    private static String document(int columns) {
        return """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ] .
                """
                + IntStream.range(0, columns)
                        .mapToObj(
                                "<#m> rml:predicateObjectMap [ rml:predicate ex:p%1$d ; rml:objectMap [ rml:reference \"c%1$d\" ] ] .\n"
                                        ::formatted)
                        .collect(Collectors.joining());
    }
}
