package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reader does with a page: cites it, asks its query, takes it with a program; and what is proposed where there is no page. */
class PageUseTest {
    @ParameterizedTest
    @ValueSource(strings = {"doc/etablissement/xJdyB", "dataset/regions", "catalog"})
    void aPageSaysHowToCiteItWithItsLicence(String path) {
        String id = sample().release().id();
        for (String language : List.of("fr", "en")) {
            String page = page(path + "?lang=" + language);
            assertThat(page)
                    .contains(language.equals("fr") ? ">Citer<" : ">Cite<")
                    .contains(BASE + "release/" + id + "/" + path + "</p>")
                    .containsPattern(language.equals("fr") ? "Licence Ouverte" : "Open Licen[cs]e|Licence Ouverte");
            for (String form : List.of("bib", "ris", "json")) {
                Matcher link = Pattern.compile("href=\"/(release/" + id + "/cite\\." + form + "\\?[^\"]*)\"")
                        .matcher(page);
                assertThat(link.find()).isTrue();
                HttpResponse<String> file = sample().get(HtmlUtils.htmlUnescape(link.group(1)));
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.body()).contains(BASE + "release/" + id + "/" + path);
            }
        }
    }

    @Test
    void referenceManagersReadTheFiles() {
        String of = "cite.%s?lang=fr&of=doc/etablissement/xJdyB";
        HttpResponse<String> bib = sample().get(of.formatted("bib"));
        assertThat(bib.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-bibtex");
        assertThat(bib.body())
                .startsWith("@misc{doc-etablissement-xJdyB-")
                .contains("title = {{", "year = {", "url = {" + BASE);
        assertThat(bib.body().chars().filter(c -> c == '{').count())
                .isEqualTo(bib.body().chars().filter(c -> c == '}').count());
        HttpResponse<String> ris = sample().get(of.formatted("ris"));
        assertThat(ris.body())
                .startsWith("TY  - DATA\r\n")
                .endsWith("ER  - \r\n")
                .contains("\r\nTI  - ", "\r\nUR  - " + BASE);
        assertThat(ris.body().split("\r\n")).allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
        JsonNode csl =
                JsonMapper.shared().readTree(sample().get(of.formatted("json")).body());
        assertThat(csl.get(0).get("type").asString()).isEqualTo("dataset");
        assertThat(csl.at("/0/issued/date-parts/0").size()).isEqualTo(3);
        assertThat(csl.at("/0/author/0/literal").asString()).isNotBlank();
        assertThat(sample().get("cite", "Accept", "application/vnd.citationstyles.csl+json")
                        .body())
                .startsWith("[{");
        for (String nothing : List.of("doc/etablissement/none", "dataset/none", "nowhere", "../x", "")) {
            assertThat(sample().get("cite.bib?of=" + nothing).statusCode())
                    .as(nothing)
                    .isEqualTo(404);
        }
        assertThat(sample().get("cite.exe?of=catalog").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc/etablissement/xJdyB",
                "dataset/regions",
                "catalog",
                "list/etablissement",
                "list/etablissement?in=region/53",
                "compare?a=etablissement/xJdyB&b=etablissement/ti37C"
            })
    void thePagesQueryGivesWhatItShowsAndAProgramTakesIt(String path) {
        String page = page(path);
        Matcher link = Pattern.compile("href=\"(/sparql\\?query=[^\"]*)\"")
                .matcher(page.substring(page.indexOf("class=\"use\"")));
        assertThat(link.find()).isTrue();
        String answer = page(HtmlUtils.htmlUnescape(link.group(1)).substring(1));
        assertThat(answer).contains("<tbody>");
        String code = HtmlUtils.htmlUnescape(page);
        Matcher address = Pattern.compile("read_csv\\(\\s*\"([^\"]+)\"").matcher(code);
        assertThat(address.find()).isTrue();
        HttpResponse<String> table = sample().get(ServedSample.path(address.group(1)), "Accept", "*/*");
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body().lines().count()).isGreaterThan(1);
        assertThat(code).contains("read.csv(\n  \"" + address.group(1) + "\"");
    }

    /** In place of pandas, which few machines have: reads a table as {@code read_csv} does, by the address alone. */
    private static final String PANDAS = """
            import csv, io, sys, types, urllib.request
            def read_csv(address, dtype):
                with urllib.request.urlopen(address) as answer:
                    return list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))
            sys.modules["pandas"] = types.SimpleNamespace(read_csv=read_csv)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"dataset/regions", "doc/region/53", "list/etablissement"})
    void theLinesOfPythonRun(String path) throws IOException, InterruptedException {
        Needed.file(Path.of("/usr/bin/python3"), "apt-get install python3");
        Matcher code = Pattern.compile("<code>(import pandas.*?)</code>", Pattern.DOTALL)
                .matcher(page(path));
        assertThat(code.find()).isTrue();
        String program = HtmlUtils.htmlUnescape(code.group(1)).replace("\"" + BASE, "\"" + sample().origin());
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", PANDAS + program + "\nassert len(table) > 10")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("[{");
    }

    @Test
    void wherePagesAreMissingNearOnesAreProposed() {
        assertThat(page404("doc/etablissement/XJDYB")).contains("href=\"/id/etablissement/xJdyB\"", "Peut-être");
        assertThat(page404("etablissement/aix-marseille")).contains("href=\"/id/etablissement/xJdyB\"");
        assertThat(page404("universite-de-rennes-2.html")).contains("href=\"/id/etablissement/ti37C\"");
        assertThat(page404("nowhere/zzzzqqqq"))
                .contains("value=\"zzzzqqqq\"", "name=\"q\"")
                .doesNotContain("Peut-être cherchiez");
        assertThat(page404("x/%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
        assertThat(page404("x/" + "a".repeat(3000))).contains("name=\"q\"");
    }

    private static String page(String path) {
        HttpResponse<String> answer = sample().get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String page404(String path) {
        HttpResponse<String> answer = sample().get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        return answer.body();
    }
}
