package fr.pleiade.web.map;

import static fr.pleiade.rdf.Vocabulary.GEO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Outline.Corner;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocatedTest {
    private static InMemoryGraph described(String... geometries) {
        InMemoryGraph description = new InMemoryGraph();
        for (String wkt : geometries) {
            description.add(new Quad(
                    new Term.Iri("https://s.example/id/a#place"),
                    new Term.Iri(GEO + "asWKT"),
                    Term.Literal.typed(wkt, GEO + "wktLiteral")));
        }
        return description;
    }

    @Test
    void amongSeveralGeometriesTheFirstPointCounts() {
        InMemoryGraph description = described("LINESTRING(0 0, 1 1)", "POINT(2.5 48.25)", "POINT(3 49)");
        assertThat(Located.in(description)).isEqualTo(Optional.of(new Located(new Corner(2.5, 48.25))));
        assertThat(Located.in(described("LINESTRING(0 0, 1 1)"))).isEmpty();
    }

    @Test
    void degreesAreWrittenInTheReadersLanguage() {
        Located located = Located.of("POINT(-1.703 48.119)").orElseThrow();
        assertThat(located.describe(Locale.ENGLISH)).isEqualTo("48.1190° N, 1.7030° W");
        assertThat(located.describe(Locale.FRENCH)).isEqualTo("48,1190° N, 1,7030° O");
    }
}
