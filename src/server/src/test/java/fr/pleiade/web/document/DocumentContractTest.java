package fr.pleiade.web.document;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Sha256;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an address describes, it answers in the one way: this is it, tried on an address of each face. */
class DocumentContractTest {
    private static final Map<String, String> DATA = new LinkedHashMap<>();

    static {
        DATA.put("ttl", "text/turtle");
        DATA.put("jsonld", "application/ld+json");
        DATA.put("rdf", "application/rdf+xml");
        DATA.put("nt", "application/n-triples");
        DATA.put("trig", "application/trig");
        DATA.put("nq", "application/n-quads");
        DATA.put("n3", "text/n3");
    }

    private static final String CURRENT = "public, max-age=60, stale-while-revalidate=3600";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String PNG = "image/png";

    /** What was answered whole, by address and type: each is asked for once for all checks, most of which are of its headers. */
    private static final Map<String, Answer> WHOLE = new ConcurrentHashMap<>();

    /** An answer, and in the place of its body the body's length and digest. */
    private record Answer(int statusCode, HttpHeaders headers, String body) {}

    /** {@return what a face answers who wants a type} */
    private static Answer whole(Face face, String type) {
        return whole(face.path(), type);
    }

    /** {@return what the address of a form answers, to one that wants something else} */
    private static Answer named(Face face, String suffix) {
        return whole(face.path() + "." + suffix, PNG);
    }

    private static Answer whole(String path, String type) {
        return WHOLE.computeIfAbsent(path + " " + type, asked -> {
            HttpResponse<String> answer = sample().get(path, "Accept", type);
            return new Answer(
                    answer.statusCode(),
                    answer.headers(),
                    answer.body().length() + " characters, SHA-256 " + Sha256.of(answer.body()));
        });
    }

    /** What an address promises: whether it has a page, a choice of profiles, an address for each form, one for each release. */
    record Face(String path, boolean hasPage, boolean hasProfiles, boolean hasForms, boolean hasReleases) {
        String vary() {
            return Stream.of(
                            "Accept",
                            hasProfiles ? "Accept-Profile" : "",
                            hasPage ? "Accept-Language" : "",
                            hasPage ? "Cookie" : "",
                            "Accept-Encoding")
                    .filter(field -> !field.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
        }

        Map<String, String> forms() {
            Map<String, String> forms = new LinkedHashMap<>(DATA);
            if (hasPage) {
                forms.put("html", "text/html");
            }
            return forms;
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static List<Face> faces() {
        String pinned = "release/" + sample().release().id() + "/";
        return List.of(
                new Face("catalog", true, true, true, true),
                new Face("dataset/regions", true, true, true, true),
                new Face("doc/region/11", true, true, true, true),
                new Face("doc/etablissement/0Mvk5", true, true, true, true),
                new Face("vocab", true, false, true, true),
                new Face("vocab/pleiade", true, false, true, true),
                new Face("void", false, false, true, true),
                new Face("conformance", true, false, true, false),
                new Face("sparql", true, false, false, false),
                new Face(pinned + "catalog", true, true, true, true),
                new Face(pinned + "dataset/regions", true, true, true, true),
                new Face(pinned + "doc/region/11", true, true, true, true),
                new Face(pinned + "vocab", true, false, true, true),
                new Face(pinned + "vocab/pleiade", true, false, true, true),
                new Face(pinned + "void", false, false, true, true));
    }

    static List<Face> facesWithForms() {
        return faces().stream().filter(Face::hasForms).toList();
    }

    static List<Face> facesWithProfiles() {
        return faces().stream().filter(Face::hasProfiles).toList();
    }

    static List<Face> facesWithPages() {
        return faces().stream().filter(Face::hasPage).toList();
    }

    @ParameterizedTest
    @MethodSource("faces")
    void c1_eachFormIsHadByItsTypeAndTurtleByWhoAsksForNothing(Face face) {
        face.forms().forEach((suffix, type) -> {
            Answer answer = whole(face, type);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(field(answer, "Content-Type").split(";")[0]).isEqualTo(type);
            assertThat(field(answer, "Content-Location"))
                    .isEqualTo(face.hasForms() ? BASE + face.path() + "." + suffix : "");
        });
        assertThat(field(sample().get(face.path()), "Content-Type")).isEqualTo("text/turtle;charset=utf-8");
    }

    @ParameterizedTest
    @MethodSource("facesWithForms")
    void c1_theAddressOfAFormHasTheBytesAndTheTagOfTheNegotiatedOne(Face face) {
        face.forms().forEach((suffix, type) -> {
            Answer negotiated = whole(face, type);
            Answer named = named(face, suffix);
            assertThat(field(named, "ETag")).isEqualTo(field(negotiated, "ETag"));
            assertThat(field(named, "Content-Location")).isEqualTo(field(negotiated, "Content-Location"));
            if (!suffix.equals("html")) { // a page links to its other languages at the address that was asked for
                assertThat(named.body()).isEqualTo(negotiated.body());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("faces")
    void c8_anAddressHasOneVaryWhateverItAnswers(Face face) {
        for (String type : face.forms().values()) {
            Answer answer = whole(face, type);
            assertThat(answer.headers().allValues("Vary")).as(type).containsExactly(face.vary());
            HttpResponse<String> held =
                    sample().get(face.path(), "Accept", type, "If-None-Match", field(answer, "ETag"));
            assertThat(held.statusCode()).isEqualTo(304);
            assertThat(held.headers().allValues("Vary")).as(type).containsExactly(face.vary());
        }
        HttpResponse<String> refused = sample().get(face.path(), "Accept", PNG);
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.headers().allValues("Vary")).containsExactly(face.vary());
        assertThat(field(refused, "Cache-Control")).isEqualTo("no-store");
        assertThat(field(refused, "ETag")).isEmpty();
        assertThat(refused.body()).contains(face.hasForms() ? BASE + face.path() + ".ttl" : BASE + face.path());
    }

    @ParameterizedTest
    @MethodSource("facesWithForms")
    void c8_theAddressOfAFormVariesWithWhatTheFormDependsOn(Face face) {
        face.forms().forEach((suffix, type) -> {
            String vary = suffix.equals("html")
                    ? "Accept-Language, Cookie, Accept-Encoding"
                    : face.hasProfiles() ? "Accept-Profile, Accept-Encoding" : "Accept-Encoding";
            String path = face.path() + "." + suffix;
            Answer answer = named(face, suffix);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Vary")).as(path).containsExactly(vary);
            HttpResponse<String> held = sample().get(path, "If-None-Match", field(answer, "ETag"));
            assertThat(held.statusCode()).as(path).isEqualTo(304);
            assertThat(held.headers().allValues("Vary")).as(path).containsExactly(vary);
        });
        assertThat(sample().get(face.path() + ".png").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void h3_whatTheClientHoldsIsNotSentAgainAndSaysWhatTheWholeWouldSay(Face face) {
        for (String type : face.forms().values()) {
            Answer whole = whole(face, type);
            for (String condition : List.of(field(whole, "ETag"), "\"other\", W/" + field(whole, "ETag"), "*")) {
                HttpResponse<String> held = sample().get(face.path(), "Accept", type, "If-None-Match", condition);
                assertThat(held.statusCode()).as(type).isEqualTo(304);
                assertThat(held.body()).isEmpty();
                for (String name : List.of("ETag", "Cache-Control", "Content-Location", "Vary")) { // RFC 9110, 15.4.5
                    assertThat(field(held, name)).as(name).isEqualTo(field(whole, name));
                }
            }
            assertThat(sample().get(face.path(), "Accept", type, "If-None-Match", "\"other\"")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> since =
                    sample().get(face.path(), "Accept", type, "If-Modified-Since", field(whole, "Last-Modified"));
            assertThat(since.statusCode()).as(type).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void h2_headSaysWhatGetSays(Face face) {
        Stream.concat(face.forms().values().stream(), Stream.of(PNG)).forEach(type -> {
            Answer get = whole(face, type);
            HttpResponse<String> head =
                    sample().send("HEAD", face.path(), HttpRequest.BodyPublishers.noBody(), "Accept", type);
            assertThat(head.statusCode()).as(type).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(fields(head.headers())).as(type).isEqualTo(fields(get.headers()));
        });
    }

    @ParameterizedTest
    @MethodSource("faces")
    void h5_onlyDataOfAReleaseAreKeptForGood(Face face) {
        boolean isPinned = face.path().startsWith("release/");
        face.forms().forEach((suffix, type) -> {
            Answer answer = whole(face, type);
            assertThat(field(answer, "Cache-Control"))
                    .as(type)
                    .isEqualTo(isPinned && !suffix.equals("html") ? FOR_GOOD : CURRENT);
            String other = isPinned
                    ? face.path().substring(("release/" + sample().release().id() + "/").length())
                    : "release/" + sample().release().id() + "/" + face.path();
            String relation = isPinned ? "latest-version" : "http://purl.org/dc/terms/hasVersion";
            List<String> versions = answer.headers().allValues("Link").stream()
                    .filter(link -> link.matches(".*rel=\".*(latest-version|hasVersion)\""))
                    .toList();
            assertThat(versions)
                    .isEqualTo(
                            face.hasReleases()
                                    ? List.of("<" + BASE + other + ">; rel=\"" + relation + "\"")
                                    : List.of());
        });
    }

    @ParameterizedTest
    @MethodSource("facesWithForms")
    void c11_eachFormLinksToAllForms(Face face) {
        List<String> alternates = DATA.entrySet().stream()
                .map(form -> "<%s%s.%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(BASE, face.path(), form.getKey(), form.getValue()))
                .toList();
        for (String type : face.forms().values()) {
            assertThat(whole(face, type).headers().allValues("Link")).as(type).containsAll(alternates);
        }
    }

    @ParameterizedTest
    @MethodSource("facesWithPages")
    void c10_thePageIsInTheReadersLanguageAndHasATagForEach(Face face) {
        HttpResponse<String> french = sample().get(face.path(), "Accept", "text/html", "Accept-Language", "fr");
        HttpResponse<String> english = sample().get(face.path(), "Accept", "text/html", "Accept-Language", "en");
        assertThat(field(french, "Content-Language")).isEqualTo("fr");
        assertThat(field(english, "Content-Language")).isEqualTo("en");
        assertThat(field(french, "ETag")).isNotEqualTo(field(english, "ETag"));
        assertThat(french.body()).contains("<html lang=\"fr\"");
        HttpResponse<String> chosen = sample().get(face.path() + "?lang=fr", "Accept", "text/html");
        assertThat(field(chosen, "Content-Language")).isEqualTo("fr");
        assertThat(field(chosen, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(field(sample().get(face.path(), "Accept-Language", "fr"), "Content-Language"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facesWithProfiles")
    void c12_dataFollowAProfileAndTheProfilesAreListed(Face face) {
        HttpResponse<String> byDefault = sample().get(face.path());
        String profile = field(byDefault, "Content-Profile");
        assertThat(profile).isNotEmpty();
        HttpResponse<String> list = sample().get(face.path() + "?_profile=alt");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("hasDefaultRepresentation");
        assertThat(field(list, "ETag")).isNotEqualTo(field(byDefault, "ETag"));
        List<String> others = byDefault.headers().allValues("Link").stream()
                .filter(link -> link.contains("rel=\"alternate\"; profile="))
                .map(link -> link.replaceAll(".*profile=\"([^\"]+)\".*", "$1"))
                .toList();
        assertThat(others).isNotEmpty();
        for (String other : others) {
            HttpResponse<String> asked = sample().get(face.path(), "Accept-Profile", "<" + other + ">");
            assertThat(field(asked, "Content-Profile")).isEqualTo("<" + other + ">");
            assertThat(field(asked, "ETag")).isNotEqualTo(field(byDefault, "ETag"));
            assertThat(field(asked, "Content-Location")).startsWith(BASE + face.path() + ".ttl?_profile=");
            assertThat(asked.headers().allValues("Vary")).containsExactly(face.vary());
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void h3_anAnswerInACodingIsTheSameWithATagOfItsOwn(Face face) {
        String plain = field(sample().get(face.path()), "ETag");
        HttpResponse<String> coded = sample().get(face.path(), "Accept-Encoding", "gzip");
        assertThat(field(coded, "Content-Encoding")).isEqualTo("gzip");
        assertThat(field(coded, "ETag")).isEqualTo(plain.replaceFirst("\"$", "-gzip\""));
    }

    @Test
    void h3_noConditionIsAskedOfAnAnswerThatIsNotTheDocument() {
        String choices = "resolve/insee/01015";
        for (String type : List.of("text/turtle", "text/html")) {
            HttpResponse<String> answer = sample().get(choices, "Accept", type);
            assertThat(answer.statusCode()).isEqualTo(300);
            for (String condition : List.of(field(answer, "ETag"), "*")) { // RFC 9110, 13.2.1
                assertThat(sample().get(choices, "Accept", type, "If-None-Match", condition)
                                .statusCode())
                        .isEqualTo(300);
            }
        }
    }

    private static String field(HttpResponse<?> answer, String name) {
        return field(answer.headers(), name);
    }

    private static String field(Answer answer, String name) {
        return field(answer.headers(), name);
    }

    private static String field(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }

    private static Map<String, List<String>> fields(HttpHeaders headers) {
        Map<String, List<String>> fields = new TreeMap<>(headers.map());
        fields.remove("date");
        return fields;
    }
}
