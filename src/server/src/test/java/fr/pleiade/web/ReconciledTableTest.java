package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** Promises r10 and r11: the page that gives a table back with the things that its rows name. */
class ReconciledTableTest {
    private static final String PATH = "reconcile/table";
    private static final String BOUNDARY = "----pleiade";
    private static final String TYPE = "http://www.w3.org/ns/org#FormalOrganization";
    private static final String EHESS = BASE + "id/etablissement/y52D7";
    private static final String LYON1 = BASE + "id/etablissement/etBz7";
    private static final String TABLE = """
            n;Ville;Etablissement;Code
            1;Paris;Ecole des hautes etudes en sciences sociales;0753742K
            2;Villeurbanne;Univ. Claude Bernard Lyon 1;0691774D
            3;Rennes;Université de Rennes II;
            4;;Rien de tel nulle part;
            5;Lyon;Lyon;
            """;

    /** A field of a form: its name, its file's name or nothing, its bytes. */
    private record Field(String name, String file, byte[] bytes) {
        static Field text(String name, String value) {
            return new Field(name, "", value.getBytes(StandardCharsets.UTF_8));
        }

        static Field file(String text) {
            return new Field("file", "names.csv", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] body(Field... fields) {
        List<byte[]> pieces = new ArrayList<>();
        for (Field field : fields) {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\""
                    + (field.file().isEmpty() ? "" : "; filename=\"" + field.file() + "\"\r\nContent-Type: text/csv")
                    + "\r\n\r\n";
            pieces.add(head.getBytes(StandardCharsets.UTF_8));
            pieces.add(field.bytes());
            pieces.add("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        pieces.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        java.nio.ByteBuffer all = java.nio.ByteBuffer.allocate(length);
        pieces.forEach(all::put);
        return all.array();
    }

    private static HttpResponse<String> send(Field... fields) {
        return send("?lang=en", fields);
    }

    private static HttpResponse<String> send(String query, Field... fields) {
        return sample().send(
                        "POST",
                        PATH + query,
                        BodyPublishers.ofByteArray(body(fields)),
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        "Accept",
                        "text/html,*/*");
    }

    private static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "));
    }

    @Test
    void r10_aBrowserIsLedToThePageAndAProgramIsNot() {
        HttpResponse<String> browser = sample().get("reconcile", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(browser.headers().firstValue("Location")).contains("/" + PATH);
        assertThat(sample().get("reconcile", "Accept", "application/json, text/javascript, */*; q=0.01")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sample().get("reconcile", "Accept", "*/*").statusCode()).isEqualTo(200);
        String page = sample().get(PATH + "?lang=en").body();
        assertThat(page).contains("enctype=\"multipart/form-data\"", "750 kB", "10,000 rows", BASE + "reconcile");
        assertThat(sample().get(PATH + "?lang=fr").body()).contains("750\u00a0ko");
    }

    @Test
    void r10_aTableComesBackWithItsThingsScoresAndReasonsInWords() {
        HttpResponse<String> answer = send(Field.file(TABLE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).containsAnyOf("no-store", "no-cache");
        String page = text(answer.body());
        assertThat(page)
                .contains("5 rows: 4 found without doubt, ")
                .contains("bears the code that stands in the row")
                .contains("Columns taken for codes: Code")
                .contains("Nothing here is called so.");
        assertThat(answer.body())
                .contains("href=\"/id/etablissement/y52D7\"", "href=\"/id/etablissement/etBz7\"")
                .contains("<option value=\"Etablissement\" selected=\"selected\">")
                .contains("<option value=\"Ville\" selected=\"selected\">");
        assertThat(text(send("?lang=fr", Field.file(TABLE)).body()))
                .contains("5 lignes : 4 retrouvées sans aucun doute")
                .contains("Rien ici ne porte un tel nom.");
    }

    @Test
    void r10_whoWantsAFileGetsOneAndTheServerNeedNotHaveKeptTheTable() {
        String page = send(Field.file(TABLE)).body();
        Matcher packed = Pattern.compile("name=\"packed\" value=\"([^\"]+)\"").matcher(page);
        assertThat(packed.find()).isTrue();
        Field kept = Field.text("packed", HtmlUtils.htmlUnescape(packed.group(1)));
        HttpResponse<String> csv = send(kept, Field.text("name", "names.csv"), Field.text("as", "csv"));
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("names-reconciled.csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "n,Ville,Etablissement,Code,match_uri,match_name,match_score,match_reasons,match_candidates");
        assertThat(lines.get(1))
                .startsWith("1,Paris,Ecole des hautes etudes en sciences sociales,0753742K," + EHESS + ",");
        assertThat(lines.get(2)).contains(LYON1);
        assertThat(lines.get(4)).isEqualTo("4,,Rien de tel nulle part,,,,,,");
        assertThat(lines.get(5))
                .startsWith("5,Lyon,Lyon,," + BASE + "id/commune/69123,Lyon,"); // of any class, the town
        HttpResponse<String> institutions =
                send(kept, Field.text("column", "Etablissement"), Field.text("type", TYPE), Field.text("as", "csv"));
        assertThat(institutions.body()).as("a town is no institution").contains("\r\n5,Lyon,Lyon,,,,,,");
        assertThat(csv.body()).contains("\r\n");
        HttpResponse<String> excel = send("?lang=fr", kept, Field.text("as", "excel"));
        assertThat(excel.body()).startsWith("\uFEFFn;Ville;").contains(";100,0;");
    }

    @Test
    void r10_columnsAndClassMayBeChosen() {
        HttpResponse<String> answer = send(
                Field.file(TABLE),
                Field.text("column", "Ville"),
                Field.text("type", "http://rdf.insee.fr/def/geo#Commune"),
                Field.text("place", "-"),
                Field.text("as", "csv"));
        assertThat(answer.body().lines().toList().get(1)).contains(BASE + "id/commune/");
        assertThat(send(Field.file(TABLE), Field.text("type", "-"), Field.text("as", "csv"))
                        .body()
                        .lines()
                        .toList()
                        .get(5))
                .containsPattern(
                        "," + BASE + "id/(commune|unite-urbaine)/[0-9]+,Lyon,"); // of any class, Lyon is the town
        HttpResponse<String> typed = send(
                Field.file(TABLE), Field.text("column", "Ville"), Field.text("type", TYPE), Field.text("as", "csv"));
        assertThat(typed.body()).doesNotContain("id/commune/");
        assertThat(send(Field.file(TABLE), Field.text("column", "Nom")).statusCode())
                .isEqualTo(400);
        assertThat(send(Field.file(TABLE), Field.text("type", "urn:x")).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "UTF-16LE", "UTF-8"})
    void r10_aTableIsReadInWhateverEncodingItIs(String encoding) {
        byte[] bytes = ("\uFEFFNom\r\nÉcole des hautes études en sciences sociales\r\nUniversité de Rennes II\r\n")
                .substring(encoding.startsWith("w") ? 1 : 0)
                .getBytes(Charset.forName(encoding));
        HttpResponse<String> answer = send(new Field("file", "é.csv", bytes), Field.text("as", "csv"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("École des hautes études en sciences sociales," + EHESS);
    }

    @Test
    void r11_whatStandsInATableIsTextOnThePage() {
        String evil = "<script>alert(1)</script>";
        HttpResponse<String> answer = sample().send(
                        "POST",
                        PATH + "?lang=en",
                        BodyPublishers.ofByteArray(body(new Field(
                                "file",
                                "x.csv",
                                ("Nom,\"<b>x</b>\"\n\"" + evil + "\",\"\"\"><img src=x>\"\n")
                                        .getBytes(StandardCharsets.UTF_8)))),
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("&lt;script&gt;alert(1)").doesNotContain(evil, "<b>x</b>", "<img src=x");
        HttpResponse<String> excel = send("?lang=fr", Field.file("Nom;n\n=1+1;007\n@x;1\n"), Field.text("as", "excel"));
        assertThat(excel.body()).contains("'=1+1;\"=\"\"007\"\"\";").contains("'@x;1;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "PK\u0003\u0004\u0000\u0000",
                "{\"a\": 1}",
                "a,b\n1,2\n3,4\n1,2,3\n",
                "a,b\n\"1,2\n",
                "<!DOCTYPE html><p>no</p>"
            })
    void r11_whatIsNoTableIsRefusedInWords(String content) {
        HttpResponse<String> answer = send(Field.file(content));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void r11_bodiesThatAreNoFormsAreRefused() {
        String form = "multipart/form-data; boundary=" + BOUNDARY;
        for (String[] bad : new String[][] {
            {"415", "text/plain", "a"},
            {"415", "application/x-www-form-urlencoded", "file=a"},
            {"400", "multipart/form-data", "a"},
            {"400", form, "a"},
            {"400", form, "--" + BOUNDARY + "--\r\n"},
            {
                "400",
                form,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nNom"
            },
            {"400", form, new String(body(Field.text("packed", "no base64 !")), StandardCharsets.UTF_8)},
        }) {
            HttpResponse<String> answer =
                    sample().send("POST", PATH, BodyPublishers.ofString(bad[2]), "Content-Type", bad[1]);
            assertThat(answer.statusCode()).as("%s %s", bad[1], bad[2]).isEqualTo(Integer.parseInt(bad[0]));
        }
        assertThat(sample().send(
                                "POST",
                                "reconcile",
                                BodyPublishers.ofByteArray(body(Field.file(TABLE))),
                                "Content-Type",
                                form)
                        .statusCode())
                .isEqualTo(415); // elsewhere such a form is none
    }

    @Test
    void r11_whatIsTooLargeIsRefused() {
        assertThat(send(Field.file("Nom\n" + "x".repeat(800_000))).statusCode()).isEqualTo(413);
        assertThat(send(Field.file("Nom\n" + "x\n".repeat(10_001))).statusCode())
                .isEqualTo(413);
        assertThat(send(Field.file("Nom\n" + "x".repeat(2_000_000))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void r11_oneTableOfAClientAtATime() {
        StringBuilder table = new StringBuilder("Nom\n");
        for (int i = 0; i < 1500; i++) {
            table.append("Université de Rennes ").append(i).append('\n');
        }
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> send(Field.file(table.toString())).statusCode()));
        }
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).contains(200).isSubsetOf(200, 429, 503);
        assertThat(send(Field.file(TABLE)).statusCode()).isEqualTo(200); // the place is given back
    }

    @Test
    void r10_theAnswerIsAPageAsTheSpecificationOfHtmlHasIt() {
        assertThat(MarkupTest.errors(send(Field.file(TABLE)).body())).isEmpty();
        assertThat(MarkupTest.errors(send("?lang=fr", Field.file("Nom\n")).body()))
                .isEmpty();
    }

    @Test
    void r10_theReaderSeesHowFarItIs() {
        String page = send(Field.file("Nom\n" + "EHESS\n".repeat(250))).body();
        assertThat(page).contains("<p>100 / 250</p>").contains("<p>200 / 250</p>");
        assertThat(text(page)).contains("250 rows: 250 found without doubt");
    }
}
