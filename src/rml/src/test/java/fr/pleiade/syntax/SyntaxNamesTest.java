package fr.pleiade.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxNamesTest {
    @ParameterizedTest
    @CsvSource({
        "a.ttl, TURTLE, false",
        "a.TTL, TURTLE, false",
        "A.NQ, N_QUADS, false",
        "a.b.nt.gz, N_TRIPLES, true",
        "a.Nt.GZ, N_TRIPLES, true",
        "a.JsonLD, JSON_LD, false",
        "a.rdf, RDF_XML, false"
    })
    void aSuffixIsReadWhateverItsCapitals(String name, Syntax syntax, boolean gzipped) {
        assertThat(Syntax.ofFile(Path.of("x/" + name))).contains(syntax);
        assertThat(Syntax.isGzipped(Path.of("x/" + name))).isEqualTo(gzipped);
    }

    @Test
    void aNameWithoutSuffixHasNoSyntax() {
        for (String name : new String[] {"ttl", "a", "a.gz", "gz", "a.txt"}) {
            assertThat(Syntax.ofFile(Path.of("x/" + name))).as(name).isEmpty();
        }
    }
}
