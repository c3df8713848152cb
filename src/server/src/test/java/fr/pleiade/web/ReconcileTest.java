package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises r1 to r9: the reconciliation service. */
class ReconcileTest {
    private static final Path SHARED = Path.of(System.getProperty("pleiade.shared", "../shared"));
    private static final String TYPE = "http://www.w3.org/ns/org#FormalOrganization";
    private static final String LYON1 = BASE + "id/etablissement/etBz7";

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return JsonMapper.shared().readTree(response.body());
    }

    private static JsonNode get(String path, String... headers) {
        return json(sample().get(path, headers));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> form(String path, String field, String value) {
        return sample().send(
                        "POST",
                        path,
                        BodyPublishers.ofString(field + "=" + encoded(value)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> post(String path, String json) {
        return sample().send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    private static JsonNode candidates(String query) {
        JsonNode answer = json(form("reconcile", "queries", "{\"q\": %s}".formatted(query)));
        requireValid("0.2", "reconciliation-result-batch", answer);
        return answer.at("/q/result");
    }

    /** The protocol's own schemas, where they are there; else only what the tests say is looked at. */
    private static void requireValid(String version, String name, JsonNode answer) {
        if (Files.isDirectory(SHARED.resolve("conformance/reconciliation/schemas-" + version))) {
            assertThat(errors(version, name, answer.toString()))
                    .as(answer.toString())
                    .isEmpty();
        }
    }

    private static List<Error> errors(String version, String name, String json) {
        Path folder = SHARED.resolve("conformance/reconciliation/schemas-" + version);
        String base = "https://example.org/" + version + "/";
        Map<String, String> schemas = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                JsonNode schema = JsonMapper.shared().readTree(Files.readString(file));
                ((tools.jackson.databind.node.ObjectNode) schema).remove(List.of("$schema", "$id"));
                if (schema.at("/properties/authentication").isObject()) { // no service of ours has one
                    ((tools.jackson.databind.node.ObjectNode) schema.get("properties")).remove("authentication");
                }
                schemas.put(base + file.getFileName(), schema.toString());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, registry -> registry.schemas(schemas))
                .getSchema(SchemaLocation.of(base + name + ".json"));
        return schema.validate(json, InputFormat.JSON);
    }

    @Test
    void theAnswersOfThisClassAreHeldAgainstTheProtocolsOwnSchemas() throws IOException {
        Path examples = Needed.shared("conformance/reconciliation").resolve("examples-0.2/reconciliation-result-batch");
        String name = "reconciliation-result-batch";
        assertThat(errors("0.2", name, Files.readString(examples.resolve("valid/example-full.json"))))
                .isEmpty();
        assertThat(errors("0.2", name, Files.readString(examples.resolve("invalid/missing-id.json"))))
                .isNotEmpty();
    }

    @Test
    void r1_theServiceSaysWhatItIs() {
        JsonNode manifest = get("reconcile");
        requireValid("0.2", "manifest", manifest);
        assertThat(manifest.get("versions").toString()).contains("\"0.2\"");
        assertThat(manifest.get("identifierSpace").asString()).isEqualTo(BASE);
        assertThat(manifest.at("/view/url").asString()).contains("{{id}}");
        assertThat(manifest.get("batchSize").asInt()).isEqualTo(50);
        JsonNode draft = get("reconcile", "Accept", "application/json;version=1.0-draft");
        requireValid("1.0-draft", "manifest", draft);
        assertThat(draft.at("/suggest/entity").asBoolean()).isTrue();
        assertThat(get("reconcile?version=1.0-draft")).isEqualTo(draft);
        JsonNode typed = get("reconcile/org:FormalOrganization");
        requireValid("0.2", "manifest", typed);
        assertThat(typed.at("/defaultTypes/0/id").asString()).isEqualTo(TYPE);
        assertThat(sample().get("reconcile/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void r2_whoeverIsElsewhereMayAsk() {
        HttpResponse<String> options = sample().send("OPTIONS", "reconcile", BodyPublishers.noBody());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        assertThat(form("reconcile", "queries", "[").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        HttpResponse<String> script = sample().get("reconcile?callback=jsonp1");
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("application/javascript");
        assertThat(script.body()).startsWith("/**/jsonp1({").endsWith("});");
        assertThat(sample().get("reconcile?callback=" + encoded("alert(1)//")).body())
                .startsWith("{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Université Claude Bernard Lyon 1         | etBz7
            univ. claude-bernard LYON I              | etBz7
            Universite Claude Bernrad Lyon 1         | etBz7
            Ecole des Hautes Etudes en Sciences Sociales | y52D7
            EHESS                                    | y52D7
            Sciences Po Lyon                         | hfCvd
            Univ Rennes 2                            | ti37C
            Université de Rennes II                  | ti37C
            """)
    void r3_aNameIsMatchedWithoutDoubt(String name, String thing) {
        JsonNode candidates = candidates("{\"query\": \"%s\", \"type\": \"%s\"}".formatted(name, TYPE));
        assertThat(candidates.get(0).get("id").asString()).as(name).isEqualTo(BASE + "id/etablissement/" + thing);
        assertThat(candidates.get(0).get("match").asBoolean())
                .as(candidates.toString())
                .isTrue();
        double before = 100;
        for (JsonNode candidate : candidates) {
            assertThat(candidate.get("score").asDouble()).isLessThanOrEqualTo(before);
            before = candidate.get("score").asDouble();
            assertThat(candidate.at("/type/0/id").asString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lyon",
                "Paris",
                "Université",
                "École",
                "zzzz",
                "École française",
                "Institut d'études politiques",
                "-",
                "?"
            })
    void r3_whatCouldBeMoreThanOneThingOrIsOnlyATownIsNoMatch(String name) {
        for (JsonNode candidate : candidates("{\"query\": \"%s\", \"type\": \"%s\"}".formatted(name, TYPE))) {
            assertThat(candidate.get("match").asBoolean())
                    .as(candidate.toString())
                    .isFalse();
        }
    }

    @Test
    void r3_aBatchIsAnsweredByGetToo() {
        JsonNode answer = get("reconcile?queries="
                + encoded("{\"a\": {\"query\": \"EHESS\"}, \"b\": {\"query\": \"HEC Paris\", \"limit\": 1}}"));
        requireValid("0.2", "reconciliation-result-batch", answer);
        assertThat(answer.at("/a/result/0/id").asString()).isEqualTo(BASE + "id/etablissement/y52D7");
        assertThat(answer.at("/b/result").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0753742K",
                "0753742k",
                "075 3742 K",
                "197537426",
                "197 537 426",
                "SIREN 197537426",
                "https://www.idref.fr/026374889"
            })
    void r4_anExactIdentifierInAnySpellingScoresAHundred(String code) {
        JsonNode candidate = candidates("{\"query\": \"%s\"}".formatted(code)).get(0);
        assertThat(candidate.get("id").asString()).as(code).isEqualTo(BASE + "id/etablissement/y52D7");
        assertThat(candidate.get("score").asDouble()).isEqualTo(100);
        assertThat(candidate.get("match").asBoolean()).isTrue();
    }

    @Test
    void r4_twoThingsWithOneCodeAreNoMatch() { // two schools of one legal person
        JsonNode candidates = candidates("{\"query\": \"783707003\"}");
        assertThat(candidates.get(0).get("score").asDouble()).isEqualTo(100);
        assertThat(candidates.get(1).get("score").asDouble()).isEqualTo(100);
        assertThat(candidates.get(0).get("match").asBoolean()).isFalse();
    }

    @Test
    void r4_propertiesAndTypesAreHonoured() {
        assertThat(candidates("{\"query\": \"x\", \"properties\": [{\"pid\": \"siren\", \"v\": \"197 537 426\"}]}")
                        .at("/0/score")
                        .asDouble())
                .isEqualTo(100);
        JsonNode there = candidates("{\"query\": \"Institut d'études politiques\", \"type\": \"%s\",".formatted(TYPE)
                + " \"properties\": [{\"pid\": \"%svocab/pleiade#commune\", \"v\": \"Lyon\"}]}".formatted(BASE));
        assertThat(there.at("/0/id").asString()).isEqualTo(BASE + "id/etablissement/hfCvd");
        assertThat(candidates("{\"query\": \"EHESS\", \"type\": \"http://ex.org/Nothing\"}")
                        .size())
                .isZero();
        assertThat(candidates(
                                "{\"query\": \"EHESS\", \"type\": [\"http://ex.org/Nothing\"], \"type_strict\": \"should\"}")
                        .size())
                .isPositive();
        assertThat(candidates(
                                "{\"query\": \"EHESS\", \"properties\": [{\"pid\": \"nothing\", \"v\": [1, true, {\"id\": \"x\"}]}]}")
                        .at("/0/id")
                        .asString())
                .endsWith("y52D7");
        JsonNode typed = json(form("reconcile/org:FormalOrganization", "queries", "{\"q\": {\"query\": \"lyon\"}}"));
        typed.at("/q/result")
                .forEach(candidate ->
                        assertThat(candidate.get("type").toString()).contains(TYPE));
    }

    @Test
    void r5_thingsPropertiesAndClassesAreSuggested() {
        JsonNode manifest = get("reconcile");
        for (String kind : List.of("entity", "property", "type")) {
            JsonNode service = manifest.at("/suggest/" + kind);
            String prefix = kind.equals("entity") ? "universi" : kind.equals("property") ? "com" : "com";
            JsonNode answer = get(ServedSample.path(service.get("service_url").asString()
                            + service.get("service_path").asString())
                    + "?prefix=" + prefix);
            requireValid(
                    "0.2",
                    "suggest-" + (kind.equals("entity") ? "entities" : kind.equals("type") ? "types" : "properties")
                            + "-response",
                    answer);
            assertThat(answer.get("result").size()).as(kind).isPositive();
            String id = answer.at("/result/0/id").asString();
            JsonNode flyout =
                    get(ServedSample.path(service.get("flyout_service_url").asString()
                            + service.get("flyout_service_path").asString().replace("${id}", encoded(id))));
            assertThat(flyout.get("id").asString()).isEqualTo(id);
            assertThat(flyout.get("html").asString()).startsWith("<p>");
        }
        JsonNode first = get("reconcile/suggest/entity?prefix=universi");
        JsonNode second = get("reconcile/suggest/entity?prefix=universi&cursor=1");
        assertThat(second.at("/result/0/id")).isEqualTo(first.at("/result/1/id"));
        assertThat(get("reconcile/suggest/entity?prefix=").get("result").size()).isZero();
        assertThat(sample().get("reconcile/suggest/nothing?prefix=a").statusCode())
                .isEqualTo(404);
    }

    @Test
    void r6_aThingIsPreviewedInAFrameAndViewed() {
        HttpResponse<String> preview = sample().get("reconcile/preview?id=" + encoded(LYON1));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(preview.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(preview.body()).contains("Lyon 1").contains("0691774D");
        HttpResponse<String> view = sample().get("reconcile/view?id=" + encoded(LYON1));
        assertThat(view.statusCode()).isEqualTo(303);
        assertThat(view.headers().firstValue("Location")).contains(LYON1);
        assertThat(sample().get("reconcile/view?id=https://evil.example/").statusCode())
                .isEqualTo(404);
        assertThat(sample().get("reconcile/preview?id=" + encoded("<script>")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void r7_aTableIsExtended() {
        String query = """
                {"ids": ["%s", "http://ex.org/nothing", "nothing"], "properties": [{"id": "uai"},
                 {"id": "http://www.w3.org/2004/02/skos/core#prefLabel"},
                 {"id": "%svocab/pleiade#commune"}, {"id": "http://xmlns.com/foaf/0.1/homepage", "settings": {"limit": 1}}]}
                """.formatted(LYON1, BASE);
        JsonNode answer = json(form("reconcile", "extend", query));
        requireValid("0.2", "data-extension-response", answer);
        JsonNode row = answer.get("rows").get(LYON1);
        assertThat(row.at("/uai/0/str").asString()).isEqualTo("0691774D");
        assertThat(row.get(BASE + "vocab/pleiade#commune").get(0).get("id").asString())
                .isEqualTo(BASE + "id/commune/69266");
        assertThat(answer.get("rows").get("nothing").get("uai").size()).isZero();
        assertThat(answer.at("/meta/0/name").asString()).isEqualTo("UAI");
        JsonNode draft = json(post("reconcile/extend", query));
        requireValid("1.0-draft", "data-extension-response", draft);
        assertThat(draft.at("/rows/0/id").asString()).isEqualTo(LYON1);
        JsonNode proposed = get("reconcile/extend/propose?limit=30&type=" + encoded(TYPE));
        requireValid("0.2", "data-extension-property-proposal", proposed);
        assertThat(proposed.get("properties").toString()).contains("\"uai\"", "skos/core#prefLabel");
    }

    @Test
    void r8_theDraftIsAnsweredInItsForm() {
        String body = """
                {"queries": [
                  {"type": "%s", "limit": 3, "conditions": [{"matchType": "name", "propertyValue": "EHESS"}]},
                  {"conditions": [{"matchType": "id", "propertyValue": "0753742k"}]},
                  {"conditions": [{"matchType": "property", "propertyId": "siren", "propertyValue": "197 537 426"}]}]}
                """.formatted(TYPE);
        for (String path : List.of("reconcile/match", "reconcile/reconcile", "reconcile")) {
            JsonNode answer = json(post(path, body));
            requireValid("1.0-draft", "reconciliation-result-batch", answer);
            assertThat(answer.get("results").size()).isEqualTo(3);
            answer.get("results")
                    .forEach(result ->
                            assertThat(result.at("/candidates/0/id").asString()).endsWith("y52D7"));
        }
    }

    @Test
    void r9_whatIsNotABatchIsRefusedInWords() {
        for (String batch :
                List.of("", "[", "[]", "7", "{\"q\": 1}", "{\"q\": {\"query\": \"a\", \"properties\": [1]}}")) {
            assertThat(form("reconcile", "queries", batch).statusCode())
                    .as(batch)
                    .isEqualTo(400);
        }
        assertThat(post("reconcile/match", "{}").statusCode()).isEqualTo(400);
        assertThat(post("reconcile/match", "{\"queries\": [{\"conditions\": [{\"matchType\": \"x\"}]}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sample().send("POST", "reconcile", BodyPublishers.ofString("a"), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 501; i++) {
            many.append(i == 0 ? "" : ",").append("\"q").append(i).append("\": {\"query\": \"a\"}");
        }
        assertThat(form("reconcile", "queries", many.append('}').toString()).statusCode())
                .isEqualTo(413);
        assertThat(form("reconcile", "extend", "{\"ids\": []}").statusCode()).isEqualTo(400);
        assertThat(candidates("{\"query\": \"\"}").size()).isZero();
        assertThat(candidates("{\"query\": \"%s\"}".formatted("lyon ".repeat(20_000)))
                        .isArray())
                .isTrue();
    }

    @Test
    void r8_everyAnswerOfTheDraftIsValidByItsSchemas() {
        for (String kind : List.of("entity", "property", "type")) {
            JsonNode answer = get("reconcile/suggest/" + kind + "?prefix=com");
            String name = kind.equals("entity") ? "entities" : kind.equals("type") ? "types" : "properties";
            requireValid("1.0-draft", "suggest-" + name + "-response", answer);
            requireValid("0.2", "suggest-" + name + "-response", answer);
            String id = kind.equals("entity") ? LYON1 : TYPE;
            JsonNode flyout =
                    get("reconcile/flyout/" + kind + "?id=" + encoded(id)); // no schema: id and html, says section 5.4
            assertThat(flyout.get("id").asString()).isEqualTo(id);
            assertThat(flyout.get("html").asString()).isNotEmpty();
        }
        JsonNode proposed = get("reconcile/extend/propose?limit=3&type=" + encoded(TYPE));
        requireValid("1.0-draft", "data-extension-property-proposal", proposed);
        assertThat(proposed.get("properties").size()).isEqualTo(3);
        requireValid("0.2", "data-extension-property-proposal", get("reconcile/extend/propose"));
        requireValid("1.0-draft", "manifest", get("reconcile/org:FormalOrganization?version=1.0-draft"));
        requireValid(
                "1.0-draft",
                "reconciliation-result-batch",
                json(post("reconcile/org:FormalOrganization/match", "{\"queries\": [{\"conditions\": []}]}")));
        requireValid(
                "1.0-draft",
                "data-extension-response",
                json(post("reconcile/extend", "{\"ids\": [], \"properties\": [{\"id\": \"uai\"}]}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"\"}",
                "{\"query\": \"   \"}",
                "{\"query\": null}",
                "{}",
                "{\"query\": 7}",
                "{\"query\": [\"EHESS\"]}",
                "{\"query\": \"EHESS\", \"limit\": 0}",
                "{\"query\": \"EHESS\", \"limit\": -1}",
                "{\"query\": \"EHESS\", \"limit\": 2147483648}",
                "{\"query\": \"EHESS\", \"limit\": 1e300}",
                "{\"query\": \"EHESS\", \"limit\": \"many\"}",
                "{\"query\": \"EHESS\", \"type\": \"\"}",
                "{\"query\": \"EHESS\", \"type\": \"nothing\"}",
                "{\"query\": \"EHESS\", \"type\": [null, 7, {\"id\": \"x\"}]}",
                "{\"query\": \"EHESS\", \"type_strict\": \"never\"}",
                "{\"query\": \"EHESS\", \"properties\": null}",
                "{\"query\": \"EHESS\", \"properties\": [{}]}",
                "{\"query\": \"EHESS\", \"properties\": [{\"pid\": \"nothing\", \"v\": null}]}",
                "{\"query\": \"EHESS\", \"properties\": [{\"pid\": \"uai\", \"v\": [[1], {\"a\": {}}]}]}",
                "{\"query\": \"<script>alert(1)</script>\"}",
                "{\"query\": \"\\u0000\\ud800 \\uffff\"}",
                "{\"query\": \"* OR ?~2 ^9 \\\\ AND ( [ TO\"}",
                "{\"query\": \"http://\"}",
                "{\"query\": \"0753742K 197537426 0691774D\"}"
            })
    void r9_oddQueriesAreAnsweredValidly(String query) {
        JsonNode candidates = candidates(query);
        assertThat(candidates.size()).isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"uai, 197537426", "siren, 0753742K", "uai, 9999999Z", "siren, 000000000"})
    void r9_aCodeOfTheWrongSystemIsNoMatchForIt(String system, String code) {
        JsonNode candidates = candidates(
                "{\"query\": \"Rien de tel nulle part\", \"type\": \"%s\", \"properties\": [{\"pid\": \"%s\", \"v\": \"%s\"}]}"
                        .formatted(TYPE, system, code));
        candidates.forEach(candidate -> assertThat(candidate.get("match").asBoolean())
                .as(candidate.toString())
                .isFalse());
    }

    @Test
    void r9_tenMegabytesAndOddAddressesAreRefusedInWords() {
        HttpResponse<String> huge =
                form("reconcile", "queries", "{\"q\": {\"query\": \"" + "a".repeat(10 << 20) + "\"}}");
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("1 MiB");
        for (String path : List.of(
                "reconcile/suggest/entity",
                "reconcile/suggest/entity?prefix=%3Cb%3E&cursor=-1",
                "reconcile/suggest/property?prefix=&cursor=999999",
                "reconcile/extend/propose?limit=0",
                "reconcile/extend/propose?limit=-3&type=nothing",
                "reconcile/extend/propose?limit=99999999999")) {
            assertThat(sample().get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : List.of(
                "reconcile/flyout/entity?id=nothing",
                "reconcile/flyout/entity?id=%3Cscript%3E",
                "reconcile/preview?id=",
                "reconcile/view?id=urn:x")) {
            assertThat(sample().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("reconcile/flyout/property?id=%3Cb%3Ex%3C/b%3E")
                        .get("html")
                        .asString())
                .doesNotContain("<b>");
        for (String extend : List.of(
                "{\"ids\": \"x\", \"properties\": []}",
                "{\"ids\": [], \"properties\": [7]}",
                "{\"ids\": [], \"properties\": {}}")) {
            assertThat(form("reconcile", "extend", extend).statusCode())
                    .as(extend)
                    .isEqualTo(400);
        }
        assertThat(json(form(
                                "reconcile",
                                "extend",
                                "{\"ids\": [null, 7, {}, \"<b>\"], \"properties\": [{\"id\": \"<b>\"}, {\"id\": \"http://[\"}]}"))
                        .get("rows")
                        .isObject())
                .isTrue();
    }
}
