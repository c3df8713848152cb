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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
