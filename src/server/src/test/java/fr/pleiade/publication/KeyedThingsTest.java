package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sheet need not say where it links to one of this project's own datasets, RML or sheet. */
class KeyedThingsTest {
    private static final String BASE = "http://localhost:8080/";
    private static final String IGEO = "http://rdf.insee.fr/def/geo#";
    private static final Site SITE = Site.read(Path.of("mappings"), Path.of("ontology"), BASE);

    @ParameterizedTest
    @CsvSource({
        "regions, Region, codeINSEE",
        "departements, Departement, codeINSEE",
        "communes, Commune, codeINSEE",
        "collectivites-outremer, Commune, codeINSEE"
    })
    void theThingsOfADatasetAndTheirKeyAreTold(String slug, String type, String key) {
        assertThat(keyed(slug)).isEqualTo(new Keyed(List.of(IGEO + type), IGEO + key));
    }

    private static Keyed keyed(String slug) {
        Dataset dataset = SITE.datasets().stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        return KeyedThings.of(
                Mapping.read(dataset.mapping(), BASE, SITE.identifierSystems()).plan());
    }
}
