package fr.pleiade.draft.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.draft.folder.DatasetFolder;
import fr.pleiade.draft.folder.NewDataset;
import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.rdf.Prefixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSchemaTest {
    private static final Profiler PROFILER = new Profiler(IdentifierSystems.NONE, PublishedKeys.NONE);

    /** In the form of those of schema.data.gouv.fr: metadata around the fields. */
    private static final String STATIONS = """
            {
              "$schema": "https://frictionlessdata.io/schemas/table-schema.json",
              "name": "bornes", "title": "Bornes de recharge", "version": "1.0.0",
              "fields": [
                { "name": "id", "title": "Identifiant de la borne", "type": "string", "constraints": { "required": true, "pattern": "^FR[A-Z0-9]+$" } },
                { "name": "nom", "title": "Nom", "type": "string", "constraints": { "required": true } },
                { "name": "paiement", "title": "Moyen de paiement", "description": "Ce qui est accepté.", "type": "string", "constraints": { "required": false, "enum": ["CB", "gratuit", "abonnement (mois)"] } },
                { "name": "numero", "type": "string" },
                { "name": "puissance", "title": "Puissance", "type": "number", "constraints": { "minimum": 0, "required": true } },
                { "name": "places", "type": "integer" },
                { "name": "ouverte", "type": "date", "format": "%d/%m/%Y" },
                { "name": "maj", "type": "date", "format": "default" },
                { "name": "gratuit", "type": "boolean" },
                { "name": "absente", "type": "string", "constraints": { "required": true } }
              ],
              "missingValues": ["", "inconnu"],
              "primaryKey": ["id"]
            }
            """;

    private static final String ROWS = "id;nom;paiement;numero;puissance;places;ouverte;maj;gratuit;plus\n"
            + "FRA1;Un;CB;12;22,5;2;01/02/2020;2021-01-02;true;x y\n"
            + "FRB2;Deux;abonnement (mois);13;inconnu;3;;2021-01-03;false;z t\n";

    @TempDir
    Path folder;

    @Test
    void theSheetSaysWhatTheSchemaSays() throws IOException {
        Path written = written(STATIONS, ROWS);
        assertThat(lines(written))
                .containsExactly(
                        "id: { is: key, type: { base: string, format: \"^FR[A-Z0-9]+$\" }, missing: [inconnu] }",
                        "nom: { is: label, type: text, required: true, missing: [inconnu] }",
                        "paiement: { fr: Moyen de paiement, type: { base: string, format: \"CB|gratuit|abonnement \\\\(mois\\\\)\" }, missing: [inconnu] }",
                        "numero: { type: code, missing: [inconnu] }",
                        "puissance: { fr: Puissance, type: decimal, required: true, missing: [inconnu] }",
                        "places: { type: integer, missing: [inconnu] }",
                        "ouverte: { type: date dd/MM/yyyy, missing: [inconnu] }",
                        "maj: { type: date, missing: [inconnu] }",
                        "gratuit: { type: boolean, missing: [inconnu] }",
                        "plus: text");
        assertThat(Files.readString(written)).contains("# the schema says string; Ce qui est accepté.");
        assertThat(Files.readString(written)).contains("# the schema says number; not checked: minimum: 0");
        assertThat(new Expectation(written, "labs").differences(base -> IdentifierSystems.NONE))
                .isEmpty();
        String triples = Files.readString(written.resolveSibling("expected.nt"));
        assertThat(triples)
                .contains(
                        "#paiement> \"abonnement (mois)\"@fr .",
                        "#puissance> \"22.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
                        "#ouverte> \"2020-02-01\"^^<http://www.w3.org/2001/XMLSchema#date> .");
    }

    @Test
    void whatTheSchemaDoesNotAllowIsAFindingOfTheSample() throws IOException {
        Path written = written(STATIONS, ROWS.replace("FRB2;Deux;abonnement (mois)", "FRB2;Deux;chèque"));
        assertThat(Files.readAllLines(written.resolveSibling("expected-findings.csv")))
                .hasSize(3)
                .anyMatch(line -> line.contains("paiement,chèque"))
                .anyMatch(line -> line.contains("puissance"));
    }

    @Test
    void columnsThatOneOfBothDoesNotHaveAreTold() throws IOException {
        FileProfile profile = schema(STATIONS).in(profile(ROWS));
        assertThat(profile.notes())
                .extracting(note -> note.en())
                .contains(
                        "the schema schema.json names columns that the file does not have, (!) where it requires them: absente (!)",
                        "the schema schema.json says nothing of: plus");
        assertThat(schema(STATIONS).key()).containsExactly("id");
        assertThat(schema(STATIONS).title()).contains("Bornes de recharge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer||text|integer",
                "number||integer|decimal",
                "boolean||text|boolean",
                "year||integer|year",
                "yearmonth||text|month",
                "date|default|text|date",
                "date|any|text|date",
                "date|%Y-%m-%d|date|date",
                "date|%d/%m/%y|text|date dd/MM/yy",
                "datetime|%Y-%m-%d %H:%M:%S|text|dateTime yyyy-MM-dd HH:mm:ss",
                "datetime||text|dateTime",
                "time||text|time",
                "geopoint|default|text|point",
                "string|email|text|email",
                "string|uri|text|url",
                "string|uuid|code|code",
                "string||integer|code",
                "string||year|code",
                "string||date|text",
                "string||url|url",
                "any||text|text",
                "||decimal|code",
                "object||text|text",
                "string||uai|uai",
                "string|default|code|code"
            })
    void typesBecomeThoseOfTheSheet(String type, String format, String seen, String expected) {
        Field field = new Field("x", type == null ? "" : type, format == null ? "" : format, "", "", Map.of());
        assertThat(field.sheetType(seen, !List.of("code", "uai").contains(seen)))
                .isEqualTo(expected);
    }

    @Test
    void aDataPackageHasItsSchemaInItsResource() throws IOException {
        TableSchema schema = schema(
                "{\"resources\": [{\"path\": \"a.csv\", \"schema\": {\"fields\": [{\"name\": \"id\"}], \"primaryKey\": \"id\"}}]}");
        assertThat(schema.key()).containsExactly("id");
        assertThat(schema.in(profile("id;nom\nA;Un\nB;Deux\n")).columns()).hasSize(2);
    }

    @Test
    void whatIsNoSchemaIsOneSentence() throws IOException {
        refused("{\"fields\": [", "this is not JSON");
        refused("[]", "it has no fields; expected a Table Schema");
        refused("{\"fields\": [\"id\"]}", "it has no fields");
        refused("{\"fields\": {\"name\": \"id\"}}", "it has no fields");
        refused(
                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"https://elsewhere.example/a.csv\"}",
                "this is CSVW metadata");
        refused("[".repeat(5000), "nested more than 100 deep");
        refused("", "this is not JSON");
        refused("{\"fields\": [{\"name\": \"autre\"}]}", "none of its fields is a column of labs.csv");
        assertThatThrownBy(() -> TableSchema.read(folder.resolve("none.json")))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> TableSchema.read(Path.of("https://schema.example/schema.json")))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("nothing is fetched");
    }

    private void refused(String text, String sentence) throws IOException {
        FileProfile profile = profile("id;nom\nA;Un\nB;Deux\n");
        assertThatThrownBy(() -> schema(text).in(profile))
                .isInstanceOf(DraftException.class)
                .hasMessageStartingWith("schema.json: ")
                .hasMessageContaining(sentence);
    }

    private TableSchema schema(String text) throws IOException {
        return TableSchema.read(Files.writeString(folder.resolve("schema.json"), text));
    }

    private FileProfile profile(String csv) throws IOException {
        return PROFILER.profile(Files.writeString(folder.resolve("labs.csv"), csv));
    }

    private Path written(String schema, String csv) throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        DatasetFolder site = new DatasetFolder(
                mappings, folder, "http://a.example/", Prefixes.of(Map.of()), base -> IdentifierSystems.NONE);
        TableSchema known = schema(schema);
        FileProfile profile = known.in(profile(csv)).withKey(known.key());
        return site.write(
                        folder.resolve("labs.csv"),
                        profile,
                        new NewDataset("labs", "Bornes", "licence-ouverte-2.0", "", "", "fr"),
                        Locale.ENGLISH)
                .folder()
                .resolve("mapping.yml");
    }

    private static List<String> lines(Path sheet) throws IOException {
        String text = Files.readString(sheet);
        return text.substring(text.indexOf("columns:\n") + 9)
                .lines()
                .map(line ->
                        line.replaceFirst(" # .*", "").replaceAll(" +", " ").strip())
                .toList();
    }
}
