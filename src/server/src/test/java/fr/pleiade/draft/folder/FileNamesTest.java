package fr.pleiade.draft.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "labs.csv, labs, Labs, ''",
        "Écoles doctorales (liste).CSV, ecoles-doctorales-liste, Écoles doctorales (liste), ''",
        "fr-esr-operateurs-indicateurs-financiers-2024-09.csv, operateurs-indicateurs-financiers, Operateurs indicateurs financiers, 2024-09",
        "cog-2024-communes.csv, cog-communes, Cog communes, 2024",
        "releve_2023-01-31.tsv, releve, Releve, 2023-01-31",
        "fr-en-annuaire-education-35-2023-06.csv, annuaire-education-35, Annuaire education 35, 2023-06",
        "2024.csv, dataset, 2024.csv, 2024",
        "文件.csv, dataset, 文件, ''",
        "a120245.csv, a120245, A120245, ''",
    })
    void aFileNameTellsANameATitleAndAPeriod(String file, String slug, String title, String version) {
        assertThat(FileNames.slug(file)).isEqualTo(slug);
        assertThat(FileNames.title(file)).isEqualTo(title);
        assertThat(FileNames.version(file)).isEqualTo(version);
    }
}
