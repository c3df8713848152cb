package fr.pleiade.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.draft.preview.LabSite;
import fr.pleiade.web.edge.EdgeFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServerTest {
    @TempDir
    Path folder;

    private LabSite site;
    private PreviewServer server;

    @BeforeEach
    void start() {
        site = new LabSite(folder);
        server = PreviewServer.start(site.preview(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRowItsThingAndItsTriplesStandBesideEachOther() throws IOException, InterruptedException {
        String page = get("?lang=en&row=1").body();
        assertThat(page)
                .contains("Row 1 of 4, line 2 of the file")
                .contains("<th scope=\"row\">Nom</th>", "<span>Un</span>")
                .contains("<h4>Un</h4>", "http://localhost:8080/id/labs/L1", ">Places</dt>")
                .contains("&lt;id/labs/L1&gt;", "rdfs:label &quot;Un&quot;@fr");
        assertThat(get("?lang=fr&row=1").body()).contains("Une ligne, et ce qu&#39;elle devient", "lang=\"fr\"");
    }

    @Test
    void aBadCellIsToldInItsRowAndLeadsThere() throws IOException, InterruptedException {
        String page = get("?lang=en").body();
        assertThat(page).contains("?lang=en&amp;line=5");
        assertThat(get("?lang=en&line=5").body())
                .contains("Row 4 of 4", "class=\"bad\"", "class=\"problem\"")
                .contains("&lt;b&gt;Quatre&lt;/b&gt;")
                .doesNotContain("<b>Quatre</b>");
    }

    @Test
    void rowsThatAreNotThereLeadToTheFirst() throws IOException, InterruptedException {
        for (String asked : new String[] {"row=0", "row=99", "row=x", "row=99999999999999999999", "source=no.csv"}) {
            assertThat(get("?lang=en&" + asked).body()).as(asked).contains("Row 1 of 4");
        }
        site.rows();
        assertThat(get("?lang=en").body()).contains("There is no row.");
    }

    @Test
    void aSaveIsSeenAndAFaultIsToldAtItsLineInTheWordsOfTheCommand() throws IOException, InterruptedException {
        String before = get("state").body();
        site.sheet("Places: integer", "Places: intger");
        assertThat(get("state").body()).isNotEqualTo(before);
        assertThat(get("?lang=en").body())
                .contains("It cannot be read as it is")
                .contains("mapping.yml, line 13")
                .contains("<mark>13    Places: intger</mark>")
                .contains("did you mean")
                .contains(folder.resolve("mappings/labs/mapping.yml") + ":13");
    }

    @Test
    void aFaultIsToldAtItsLineInASiteThatIsNamedByARelativePath() throws IOException, InterruptedException {
        server.close();
        Path here = Path.of("").toAbsolutePath();
        server = PreviewServer.start(new LabSite(here.relativize(folder.toAbsolutePath())).preview(), 0);
        site.sheet("Places: integer", "Places: intger");
        assertThat(get("?lang=en").body()).contains("<mark>13    Places: intger</mark>");
    }

    @Test
    void itIsForThisMachineAndForReadingOnly() throws IOException, InterruptedException {
        HttpResponse<String> page = get("");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(EdgeFilter.CONTENT_POLICY);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("pleiade.css").statusCode()).isEqualTo(200);
        assertThat(get("preview.js").body()).contains("follow()");
        assertThat(get("../secret").statusCode()).isEqualTo(404);
        assertThat(get("mapping.yml").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(address("")).POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(named("data.example.org")).startsWith("HTTP/1.1 403");
        assertThat(named("localhost:" + server.port())).startsWith("HTTP/1.1 200");
    }

    @Test
    void whereThePortIsTakenAnotherOneIs() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PreviewServer other = PreviewServer.start(site.preview(), taken.getLocalPort())) {
            assertThat(other.port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/" + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** {@return the answer to who calls the server so} */
    private String named(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
