package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;

/** Each type of page as the checker of the HTML specification sees it. */
class MarkupTest {
    /** The checker reads its schemas by recursion. */
    private static final long STACK = 64 << 20;

    private static final List<String> MORE = List.of(
            "api",
            "conformance.html",
            "dataset/etablissements/harvest",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "sparql?query=SELECT%20%2A%20%7B%20%3Fthing%20a%20%3Fclass%20%7D%20LIMIT%205",
            "sparql?query=ASK%7B%7D",
            "sparql?query=SELECT");

    @Test
    void noPageHasAnError() {
        List<String> errors = new ArrayList<>();
        Stream.concat(PortalTest.PAGES.stream(), MORE.stream()).forEach(page -> {
            String html = sample().get(page, "Accept", "text/html").body();
            messages(html)
                    .lines()
                    .filter(line -> line.contains(" error: ") || line.contains("fatal"))
                    .forEach(line -> errors.add("/" + page + " " + line));
        });
        assertThat(errors).isEmpty();
    }

    @Test
    void theCheckerFindsAnError() {
        assertThat(messages("<!DOCTYPE html><html lang=\"fr\"><head><title>T</title></head><body><p><div></p></body></html>"))
                .contains(" error: ");
    }

    private static String messages(String html) {
        CompletableFuture<String> messages = new CompletableFuture<>();
        Runnable check = () -> {
            try {
                EmbeddedValidator validator = new EmbeddedValidator();
                validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
                messages.complete(validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
            } catch (Exception | StackOverflowError e) {
                messages.completeExceptionally(e);
            }
        };
        new Thread(null, check, "checker", STACK).start();
        return messages.join();
    }
}
