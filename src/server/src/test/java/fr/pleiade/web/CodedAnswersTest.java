package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Coding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and downloads, compressed. */
class CodedAnswersTest {
    private static final String DOCUMENT = "doc/region/11.ttl";

    @ParameterizedTest
    @EnumSource(Coding.class)
    void h3_aCodedAnswerIsThePlainOneWithATagOfItsOwn(Coding coding) throws Exception {
        HttpResponse<byte[]> coded = get(DOCUMENT, "Accept-Encoding", coding.token());
        assertThat(coded.headers().firstValue("Content-Encoding")).contains(coding.token());
        assertThat(decoded(coding, coded.body()))
                .isEqualTo(sample().get(DOCUMENT).body());
        String tag = coded.headers().firstValue("ETag").orElseThrow();
        assertThat(sample().get(DOCUMENT).headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(tag);
        HttpResponse<byte[]> held = get(DOCUMENT, "Accept-Encoding", coding.token(), "If-None-Match", tag);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(get(DOCUMENT, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    /** For results of queries, graphs that queries make, answers that are kept, none at all, and graphs of the store. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sparql?query=ASK+%7B%7D",
                "sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+ORDER+BY+%3Fs+%3Fp+%3Fo",
                "sparql?format=csv&query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+ORDER+BY+%3Fs+%3Fp+%3Fo",
                "sparql?format=nt&query=CONSTRUCT+WHERE+%7B+%3Chttp%3A%2F%2Fnowhere.example%2F%3E+%3Fp+%3Fo+%7D",
                "data/regions"
            })
    void p2_anAnswerOfTheStoreIsCompressedForWhoLikesThat(String path) throws Exception {
        String plain = sample().get(path).body();
        String plainTag = sample().get(path).headers().firstValue("ETag").orElseThrow();
        for (Coding coding : Coding.values()) {
            HttpResponse<byte[]> coded = get(path, "Accept-Encoding", coding.token());
            assertThat(coded.statusCode()).isEqualTo(200);
            assertThat(coded.headers().firstValue("Content-Encoding")).contains(coding.token());
            assertThat(coded.headers().allValues("Vary").toString()).contains("Accept-Encoding");
            assertThat(decoded(coding, coded.body())).isEqualTo(plain);
            String tag = coded.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).isNotEqualTo(plainTag);
            assertThat(get(path, "Accept-Encoding", coding.token(), "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
        HttpResponse<byte[]> asItIs = get(path, "Accept-Encoding", "identity");
        assertThat(asItIs.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(asItIs.body(), StandardCharsets.UTF_8)).isEqualTo(plain);
        assertThat(get(path, "Accept-Encoding", "identity;q=0").statusCode()).isEqualTo(406);
    }

    @Test
    void p2_aHeadSaysWhatAGetWouldAndARefusalIsNotCompressed() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create(sample().origin() + "sparql?query=ASK+%7B%7D"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(head, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        HttpResponse<byte[]> refusal = get(
                "sparql?query=SELECT+*+FROM+%3Chttp%3A%2F%2Fnowhere.example%2F%3E+%7B%7D", "Accept-Encoding", "gzip");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("#graph-unknown");
    }

    @ParameterizedTest
    @EnumSource(Coding.class)
    void h8_besideEachDownloadIsACompressedOne(Coding coding) throws Exception {
        for (String path : new String[] {"dump/regions.nt", "dump/regions.csv", "dump/all.nq"}) {
            HttpResponse<byte[]> packed = get(path + coding.suffix());
            assertThat(packed.headers().firstValue("Content-Type")).contains("application/" + coding.token());
            assertThat(packed.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(decoded(coding, packed.body()))
                    .isEqualTo(sample().get(path).body());
            assertThat(packed.headers().firstValue("Repr-Digest")).isPresent();
            assertThat(get(path + coding.suffix(), "Range", "bytes=0-3").body()).hasSize(4);
        }
    }

    private static String decoded(Coding coding, byte[] bytes) throws IOException {
        try (InputStream in = coding.decode(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sample().origin() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
