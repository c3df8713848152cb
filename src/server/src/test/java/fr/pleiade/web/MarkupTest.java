package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Each type of page as the checker of the HTML specification sees it. */
class MarkupTest {
    /** The checker reads its schemas by recursion. */
    private static final long STACK = 64 << 20;

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc"; // within the checker

    private static final List<String> MORE = List.of(
            "api",
            "conformance.html",
            "dataset/etablissements/harvest",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "cube/inscrits",
            "resolve/insee/01015",
            "embed/card/etablissement/xJdyB",
            "embed/chart/etablissement/xJdyB",
            "embed/list/etablissement?in=region/53",
            "sparql?query=SELECT%20%2A%20%7B%20%3Fthing%20a%20%3Fclass%20%7D%20LIMIT%205",
            "sparql?query=ASK%7B%7D",
            "sparql?query=SELECT",
            "sparql/build?class=org:FormalOrganization&p1=schema:foundingDate&o1=least&v1=jadis");

    @Test
    void noPageHasAnError() {
        List<String> errors = new ArrayList<>();
        Stream.concat(PortalTest.PAGES.stream(), MORE.stream()).forEach(page -> {
            String html = sample().get(page, "Accept", "text/html").body();
            errors(html).forEach(error -> errors.add("/" + page + " " + error));
        });
        assertThat(errors).isEmpty();
    }

    @Test
    void theCheckerFindsAnError() {
        assertThat(
                        errors(
                                "<!DOCTYPE html><html lang=\"fr\"><head><title>T</title></head><body><p><div></p></body></html>"))
                .isNotEmpty();
    }

    static List<String> errors(String html) {
        FutureTask<List<String>> check = new FutureTask<>(() -> {
            Errors errors = new Errors(new ArrayList<>());
            SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);
            validator.setUpMainSchema(SCHEMA, errors);
            validator.setUpValidatorAndParsers(errors, false, false);
            InputSource in = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            in.setEncoding("UTF-8");
            validator.checkHtmlInputSource(in);
            return errors.found();
        });
        new Thread(null, check, "checker", STACK).start();
        try {
            return check.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Line and problem of each error. */
    private record Errors(List<String> found) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // advice
        }

        @Override
        public void error(SAXParseException e) {
            found.add(e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
