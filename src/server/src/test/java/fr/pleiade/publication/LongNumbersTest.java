package fr.pleiade.publication;

import static fr.pleiade.publication.SmallSite.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublicationException;
import fr.pleiade.store.Store;
import fr.pleiade.store.load.Loader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest {@code xsd:long} is in the endpoint what it is in the file, or the publication says that it is not. */
class LongNumbersTest {
    private static final String LONG = "http://www.w3.org/2001/XMLSchema#long";

    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
        site.file("mappings/numbers/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/numbers> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "Numbers"@en .
                """);
        site.file("mappings/numbers/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#Number> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "numbers.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/number/{k}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/n> ;
                    rml:objectMap [ rml:reference "n" ; rml:datatype <%s> ] ] .
                """.formatted(LONG));
        numbers("1");
    }

    @Test
    void ourLoaderKeepsItWhetherLoadedOrPatched() {
        site.publish();
        numbers("9223372036854775807");
        site.publish();
        assertThat(served()).isEqualTo(Term.Literal.typed("9223372036854775807", LONG));
        numbers("-9223372036854775808");
        site.publish(PublishOptions.USUAL.anew());
        assertThat(served()).isEqualTo(Term.Literal.typed("-9223372036854775808", LONG));
    }

    @Test
    void jenasLoaderLosesItsDatatypeAndThePublicationStops() {
        site.publish();
        String before = site.current().id();
        numbers("9223372036854775807");
        assertThatExceptionOfType(PublicationException.class)
                .isThrownBy(() -> site.publish(PublishOptions.USUAL.loadedBy(Loader.JENA)))
                .satisfies(e -> {
                    assertThat(e.problem())
                            .contains("\"9223372036854775807\"^^<" + LONG + ">")
                            .contains("<http://e/n>")
                            .contains("id/number/a")
                            .contains("another value");
                    assertThat(e.advice()).contains("--loader own");
                });
        assertThat(site.current().id()).isEqualTo(before);
    }

    private Term served() {
        try (Store store = Store.open(site.current().tdb2())) {
            return store.select("SELECT ?n { <" + BASE + "id/number/a> <http://e/n> ?n }", Map.of())
                    .get(0)
                    .get("n");
        }
    }

    private void numbers(String number) {
        site.file("sources/numbers.csv", "k,n\na," + number + "\n");
    }
}
