package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.testing.Needed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of enrolments: 164 columns, 132 of which are observations of one kind. */
class WideTableTest {
    private static final String BASE = "http://localhost:8080/";

    @TempDir
    private Path folder;

    /** The number of cells that are filled is another program's count. */
    @Test
    void oneLineMakesAnObservationOfEachFilledCell() throws IOException {
        Path data = Needed.shared("data");
        Path sheet = Files.writeString(folder.resolve("effectifs.yml"), """
                url: effectifs/fr-esr-statistiques-sur-les-effectifs-d-etudiants-inscrits-par-etablissement-hcp-2023-10.csv
                dialect: { delimiter: ";" }
                primaryKey: [Année universitaire, Identifiant interne de l'établissement]
                columns:
                  Année universitaire: school-year
                  Identifiant interne de l'établissement: code
                  Établissement: { is: label, lang: fr }
                  "{critere} : {modalite}": { name: effectif, type: integer, parts: { critere: { lang: fr } } }
                  "*": skip
                """);
        List<Object> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mapping.read(List.of(sheet), BASE, IdentifierSystems.NONE, data)
                .run(Run.in(data).withFindings(findings::add), out);
        String observation = "<http://localhost:8080/id/effectifs/2006-09-01%2F2007-08-31-1I7hJ/Sexe/Femmes> ";
        String terms = "<http://localhost:8080/vocab/effectifs#";
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(findings).isEmpty();
        assertThat(lines.stream().filter(line -> line.contains(terms + "effectif> ")))
                .hasSize(152_776);
        assertThat(lines)
                .contains(
                        observation + terms + "effectif> \"10973\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                        observation + terms + "critere> \"Sexe\"@fr .",
                        observation + terms + "modalite> \"Femmes\" .",
                        observation + terms
                                + "of> <http://localhost:8080/id/effectifs/2006-09-01%2F2007-08-31-1I7hJ> .");
    }
}
