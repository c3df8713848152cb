package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A preview from the command line, until it is interrupted. */
@Timeout(120)
class PreviewCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:[0-9]+/):? ?(?:it|,)");

    @TempDir
    Path folder;

    private TwoTowns site;

    @BeforeEach
    void site() {
        site = new TwoTowns(folder);
    }

    /** What is said, and the address in it as soon as it is. */
    private static final class Listening extends Writer {
        private final StringBuilder said = new StringBuilder();
        private final CompletableFuture<String> address = new CompletableFuture<>();

        @Override
        public synchronized void write(char[] text, int offset, int length) {
            said.append(text, offset, length);
            Matcher matcher = ADDRESS.matcher(said);
            if (matcher.find()) {
                address.complete(matcher.group(1));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void newShowsWhatItHasWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("labs.csv"), "code;nom\nA;Un\nB;Deux\n");
        assertThat(page("new", file.toString(), "--yes", "--serve")).contains("<h4>Un</h4>");
        assertThat(site.state()).doesNotExist();
    }

    @Test
    void serveShowsADatasetWhoseMappingIsAtFaultAndLeavesTheReleaseAsItIs() throws Exception {
        String current = site.publish();
        Path mapping = folder.resolve("mappings/towns/mapping.ttl");
        Files.writeString(mapping, Files.readString(mapping).replace("rml:reference \"name\"", "rml:reference"));
        assertThat(page("serve", "--preview", "towns")).contains("It cannot be read as it is", "mapping.ttl, line ");
        assertThat(site.current()).isEqualTo(current);
    }

    @Test
    void aDatasetThatIsNotThereIsAMisuseThatNamesThoseThatAre() {
        assertThat(site.run("serve", "--preview", "twons")).isEqualTo(2);
        assertThat(site.said()).contains("the site has no dataset 'twons'; it has towns");
    }

    /** {@return the page that a command shows, which is then interrupted and must end well} */
    private String page(String... command) throws Exception {
        Listening out = new Listening();
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--site", folder.toString(), "--port", "0", "--base", "http://localhost:8080/"));
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread runs = new Thread(() -> {
            PrintWriter writer = new PrintWriter(out, true);
            CommandLine pleiade = Pleiade.commandLine().setOut(writer).setErr(writer);
            ended.complete(pleiade.execute(words.toArray(String[]::new)));
        });
        runs.start();
        try {
            CompletableFuture.anyOf(out.address, ended).get(100, TimeUnit.SECONDS);
            assertThat(out.address).as(out.said.toString()).isCompleted();
            return body(out.address.get());
        } finally {
            runs.interrupt();
            assertThat(ended.get(100, TimeUnit.SECONDS)).as(out.said.toString()).isZero();
        }
    }

    private static String body(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "?lang=en")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
