package fr.pleiade.publication;

import static fr.pleiade.publication.SmallSite.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.jena.JenaTerms;
import fr.pleiade.rdf.Term;
import fr.pleiade.store.Store;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of XML Schema at the edges of their datatypes: published, loaded and patched, and asked for, they are still themselves. */
class OddValuesTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static final String[][] VALUES = {
        {"dateTime", "2024-01-01T00:00:00.123"},
        {"dateTime", "2024-01-01T00:00:00.1234567890"},
        {"dateTimeStamp", "2024-01-01T00:00:00.1234567890+01:00"},
        {"time", "12:00:00.123456789"},
        {"duration", "P1Y2M3DT4H5M6.123456789S"},
        {"dateTime", "2024-01-01T24:00:00"},
        {"dateTime", "12024-01-01T00:00:00"},
        {"dateTime", "-0044-03-15T00:00:00"},
        {"date", "10000-01-01"},
        {"date", "-0044-03-15"},
        {"gYear", "12024"},
        {"integer", "-0"},
        {"integer", "0012"},
        {"integer", "123456789012345678901234567890"},
        {"unsignedLong", "18446744073709551615"},
        {"decimal", "-0.0"},
        {"decimal", "0.1000"},
        {"decimal", "123456789012345678901234567890.123456789012345678901234567890"},
        {"double", "-0"},
        {"double", "1E308"},
        {"double", "4.9E-324"},
        {"double", "NaN"},
        {"float", "-INF"},
        {"boolean", "1"},
    };

    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
        site.file("mappings/values/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/values> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "Values"@en .
                """);
        site.file("mappings/values/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#Value> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "values.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/value/{k}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/v> ; rml:objectMap [ rml:reference "v" ;
                    rml:datatypeMap [ rml:template "%s{d}" ] ] ] .
                """.formatted(XSD));
    }

    @Test
    void eachIsServedAsItWasMapped() {
        values(VALUES.length);
        site.publish();
        requireServed(VALUES.length);
    }

    @Test
    void eachIsServedAsItWasMappedWhenOthersCame() {
        values(1);
        site.publish();
        values(VALUES.length);
        site.publish();
        requireServed(VALUES.length);
        values(3);
        site.publish();
        requireServed(3);
    }

    private void requireServed(int count) {
        try (Store store = Store.open(site.current().tdb2())) {
            for (int i = 0; i < count; i++) {
                Term mapped = Term.Literal.typed(VALUES[i][1], XSD + VALUES[i][0]);
                Term served = store.select("SELECT ?v { <" + BASE + "id/value/" + i + "> <http://e/v> ?v }", Map.of())
                        .get(0)
                        .get("v");
                Node node = JenaTerms.node(served);
                assertThat(node.getLiteralDatatypeURI()).as(mapped.toNTriples()).isEqualTo(XSD + VALUES[i][0]);
                assertThat(served.equals(mapped) || node.sameValueAs(JenaTerms.node(mapped)))
                        .as(mapped.toNTriples() + " is served as " + served.toNTriples())
                        .isTrue();
            }
        }
    }

    private void values(int count) {
        StringBuilder csv = new StringBuilder("k,v,d\n");
        for (int i = 0; i < count; i++) {
            csv.append(i)
                    .append(',')
                    .append(VALUES[i][1])
                    .append(',')
                    .append(VALUES[i][0])
                    .append('\n');
        }
        site.file("sources/values.csv", csv.toString());
    }
}
