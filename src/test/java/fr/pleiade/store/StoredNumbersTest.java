package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mapping lets into the store comes out of it with the same value, once it is read from the disk. */
class StoredNumbersTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "integer, 9223372036854775807",
        "integer, -9223372036854775808",
        "integer, 36028797018963968",
        "integer, 007",
        "long, 36028797018963967",
        "long, -36028797018963968",
        "unsignedLong, 18446744073709551615",
        "nonNegativeInteger, 123456789012345678901234567890",
        "nonPositiveInteger, -9223372036854775809",
        "decimal, 18446744073709551616",
        "decimal, 140737488355328",
        "decimal, 14073748835532.7",
        "decimal, 123456789012345678.123456789012345678",
        "decimal, 0.00000000000000000000000000000000000001",
        "double, 0.1",
        "double, 123456789012345678E0",
        "double, 1.7976931348623157E308"
    })
    void theValueIsTheSame(String datatype, String text) throws IOException {
        Path quads = folder.resolve("x.nq");
        Files.writeString(
                quads, "<http://e/s> <http://e/p> \"%s\"^^<%s%s> <http://e/g> .\n".formatted(text, XSD, datatype));
        Store.build(folder.resolve("db"), List.of(quads), loaded -> {});
        Dataset dataset = TDB2Factory.connectDataset(folder.resolve("db").toString());
        try {
            Node object = Txn.calculateRead(
                    dataset,
                    () -> dataset.asDatasetGraph()
                            .find(Node.ANY, NodeFactory.createURI("http://e/s"), Node.ANY, Node.ANY)
                            .next()
                            .getObject());
            assertThat(object.getLiteralDatatypeURI()).isEqualTo(XSD + datatype);
            assertThat(value(datatype, object.getLiteralLexicalForm())).isEqualByComparingTo(value(datatype, text));
        } finally {
            TDBInternal.expel(dataset.asDatasetGraph());
        }
    }

    private static BigDecimal value(String datatype, String text) {
        return datatype.equals("double") ? new BigDecimal(Double.parseDouble(text)) : new BigDecimal(text);
    }
}
