package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.draft.preview.LabSite;
import fr.pleiade.web.preview.PreviewServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages in a real browser; skipped, and says so, where Chromium is not installed ({@code .ci/run} installs it). */
class BrowserTest {
    private static final List<String> PAGES = List.of(
            "",
            "catalog",
            "dataset/etablissements",
            "doc/etablissement/0Mvk5.html",
            "doc/etablissement/BOl78.html",
            "doc/etablissement/Zz9zZ.html",
            "doc/commune/35238.html",
            "doc/arrondissement-municipal/75105.html",
            "doc/departement/35.html",
            "doc/region/53.html",
            "doc/type-etablissement/universite.html",
            "vocab",
            "vocab/pleiade.html",
            "vocab/pleiade/uai.html",
            "search?q=universit%C3%A9",
            "search?q=universit%C3%A9&view=map",
            "search?q=universit%C3%A9&view=table",
            "sparql",
            "sparql?query=SELECT%20%2A%20%7B%20%3Fthing%20a%20%3Fclass%20%7D%20LIMIT%205",
            "sparql?query=SELECT",
            "sparql/build?class=org:FormalOrganization&p1=schema:foundingDate&o1=least&v1=jadis",
            "stars",
            "list/etablissement",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "cube/inscrits",
            "cube/inscrits?rentree=2017",
            "changes",
            "reconcile/table",
            "conformance.html",
            "accessibility",
            "nowhere");
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void a7_noPageAsksAnotherHostOrBreaksThePolicy() {
        browser.get("about:blank");
        browser.manage().logs().get("performance"); // what other tests asked for is not of these pages
        for (String page : inBothLanguages()) {
            visit(page);
            for (LogEntry entry : browser.manage().logs().get("performance")) {
                JsonNode message =
                        JsonMapper.shared().readTree(entry.getMessage()).get("message");
                if (message.get("method").asString().equals("Network.requestWillBeSent")) {
                    String url = message.at("/params/request/url").asString();
                    assertThat(url).as(page).matches("(data:|blob:|chrome|%s).*".formatted(sample().origin()));
                }
            }
            assertThat(browser.manage().logs().get("browser").getAll().stream().map(LogEntry::getMessage))
                    .as(page)
                    .noneMatch(m -> m.contains("Content Security Policy") && m.contains("script"))
                    .noneMatch(m -> m.contains("Uncaught"));
        }
    }

    @Test
    void noPageWritesAnErrorToTheConsole() {
        for (String page : inBothLanguages()) {
            visit(page);
            assertThat(browser.manage().logs().get("browser").getAll())
                    .as(page)
                    .filteredOn(entry -> entry.getLevel().equals(Level.SEVERE))
                    .extracting(LogEntry::getMessage)
                    .allMatch(message -> message.startsWith(sample().origin() + "nowhere")
                            || message.matches(".*sparql[?]query=SELECT[& ].*")); // its own status
        }
    }

    @Test
    void eachExampleIsAnsweredWithRowsInATable() {
        visit("sparql");
        List<String> examples = browser.findElements(By.cssSelector(".examples a[rel=nofollow]")).stream()
                .map(link -> link.getDomProperty("href"))
                .toList();
        assertThat(examples).hasSizeGreaterThan(5);
        for (String example : examples) {
            browser.get(example);
            assertThat(browser.findElements(By.cssSelector("[aria-labelledby=result] tbody tr")))
                    .as(example)
                    .isNotEmpty();
        }
    }

    @Test
    void aQueryIsAskedByKeyboardAloneAndItsFaultIsMarked() {
        visit("sparql?lang=fr");
        WebElement query = browser.findElement(By.id("query"));
        query.clear();
        query.sendKeys("SELECT (1234567 AS ?n) {}", Keys.TAB);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.cssSelector("[aria-labelledby=result] td"))
                        .getText())
                .isEqualTo("1\u202f234\u202f567");
        query = browser.findElement(By.id("query"));
        assertThat(query.getDomProperty("value")).isEqualTo("SELECT (1234567 AS ?n) {}");
        query.clear();
        query.sendKeys("SELECT * {", Keys.TAB);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.id("wrong")).getText()).contains("ligne 1", "attendu");
        assertThat(browser.findElement(By.id("query")).getDomProperty("value")).isEqualTo("SELECT * {");
    }

    @Test
    void aQueryIsCompletedByKeyboardAloneAndThisBrowserAloneKeepsIt() throws IOException {
        visit("sparql?lang=fr");
        browser.executeScript("localStorage.clear()");
        WebElement query = browser.findElement(By.id("query"));
        query.clear();
        query.sendKeys("SELECT * { ?s a departem");
        awaitProposals("query");
        assertThat(browser.findElement(By.id("said")).getText()).contains("proposition");
        assertThat(violations(rules())).isEmpty();
        query.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ESCAPE); // nothing is taken that is not chosen
        query.sendKeys("e");
        awaitProposals("query");
        query.sendKeys(Keys.ARROW_DOWN);
        assertThat(query.getDomAttribute("aria-activedescendant")).isEqualTo("query-proposals0");
        query.sendKeys(Keys.ENTER);
        until("return document.getElementById('query').value.includes('PREFIX')");
        query.sendKeys(" } LIMIT 1", Keys.TAB);
        assertThat(browser.switchTo().activeElement().getDomAttribute("type")).isEqualTo("submit");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.id("query")).getDomProperty("value")).isEqualTo("""
                PREFIX igeo: <http://rdf.insee.fr/def/geo#>
                SELECT * { ?s a igeo:Departement } LIMIT 1""");
        assertThat(browser.findElements(By.cssSelector("[aria-labelledby=result] tbody tr")))
                .hasSize(1);

        visit("sparql?lang=fr");
        WebElement kept = browser.findElement(By.id("kept"));
        assertThat(kept.findElement(By.tagName("a")).getText()).isEqualTo("SELECT * { ?s a igeo:Departement } LIMIT 1");
        assertThat(violations(rules())).isEmpty();
        browser.findElement(By.id("forget")).sendKeys(Keys.ENTER);
        assertThat(kept.isDisplayed()).isFalse();
        assertThat(browser.executeScript("return localStorage.length")).isEqualTo(0L);

        WebElement find = browser.findElement(By.id("find"));
        find.sendKeys("academ");
        awaitProposals("find");
        assertThat(find.getDomAttribute("aria-expanded")).isEqualTo("true");
        find.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        until("return document.getElementById('query').value.includes('pleiade:academie')");
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("query");
    }

    private static void awaitProposals(String field) {
        until("return document.querySelectorAll('#%s-proposals:not([hidden]) li').length > 0".formatted(field));
    }

    private static void until(String script) {
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(b -> (Boolean) browser.executeScript(script));
    }

    @Test
    void everyPageIsDarkForWhoWantsItDark() {
        for (String page : PAGES) {
            String light = background("light", page);
            assertThat(brightness(light)).as("/%s in light: %s", page, light).isGreaterThan(200);
            String dark = background("dark", page);
            assertThat(brightness(dark)).as("/%s in dark: %s", page, dark).isLessThan(60);
        }
        scheme("light");
    }

    @Test
    void linksButtonsAndTheHeaderHaveThePublishersColour() {
        String[] links = sample().get("look.css").body().split("--link: ");
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            visit("sparql");
            String link = links[scheme.equals("light") ? 1 : 2].substring(0, 7);
            String expected = "rgb(%d, %d, %d)"
                    .formatted(
                            Integer.parseInt(link.substring(1, 3), 16),
                            Integer.parseInt(link.substring(3, 5), 16),
                            Integer.parseInt(link.substring(5, 7), 16));
            assertThat(browser.executeScript("""
                            const style = (of) => getComputedStyle(document.querySelector(of));
                            return [style(".examples a.try").borderTopColor, style(".query button").backgroundColor,
                              style(".masthead").borderTopColor]""")).as(scheme).isEqualTo(List.of(expected, expected, expected));
        }
        scheme("light");
    }

    private static String background(String scheme, String page) {
        scheme(scheme);
        visit(page);
        return (String) browser.executeScript("return getComputedStyle(document.documentElement).backgroundColor");
    }

    private static void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** {@return the mean of red, green and blue in {@code rgb(255, 255, 255)}} */
    private static double brightness(String colour) {
        return Stream.of(colour.replaceAll("[^0-9,]", "").split(","))
                .limit(3)
                .mapToInt(Integer::parseInt)
                .average()
                .orElseThrow();
    }

    private static List<String> inBothLanguages() {
        return PAGES.stream()
                .flatMap(page -> Stream.of("fr", "en")
                        .map(language -> page + (page.contains("?") ? "&" : "?") + "lang=" + language))
                .toList();
    }

    @Test
    void a2_theFirstTabStopLeadsToTheContentAndFocusIsVisible() {
        visit("doc/etablissement/0Mvk5.html");
        browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
        WebElement focused = browser.switchTo().activeElement();
        assertThat(focused.getDomAttribute("class")).isEqualTo("skip");
        assertThat(focused.getRect().getX()).isGreaterThanOrEqualTo(0);
        focused.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getCssValue("outline-style"))
                .isEqualTo("solid");
    }

    @Test
    void a1_everyPageHasOneHeadingALanguageAndNamesForItsControls() {
        for (String language : List.of("fr", "en")) {
            for (String page : PAGES) {
                visit(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                        .isEqualTo(language);
                assertThat(browser.findElements(By.tagName("h1"))).as(page).hasSize(1);
                assertThat(browser.findElements(By.tagName("main"))).as(page).hasSize(1);
                assertThat(browser.findElements(
                                By.cssSelector("a:not([aria-label]):empty, img:not([alt]), table:not(:has(caption))")))
                        .as(page)
                        .isEmpty();
                assertThat(
                                (Boolean)
                                        browser.executeScript(
                                                "return new Set([...document.querySelectorAll('[id]')].map(e=>e.id)).size === document.querySelectorAll('[id]').length"))
                        .as("ids are unique on /%s", page)
                        .isTrue();
            }
        }
    }

    /** {@return the rules that the page breaks as it stands now} */
    @SuppressWarnings("unchecked")
    private static List<Object> violations(String axe) {
        browser.executeScript(axe);
        return (List<Object>) browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(r => done(r.violations
                    .map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));
                """);
    }

    @Test
    void a1_noPageBreaksARuleOfAccessibility() throws IOException {
        String axe = rules();
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            String language = scheme.equals("light") ? "fr" : "en"; // the words have no bearing on colours
            width(scheme.equals("light") ? 1280 : 320);
            for (String page : PAGES) {
                visit(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(violations(axe))
                        .as("/%s in %s, %s", page, language, scheme)
                        .isEmpty();
            }
        }
        scheme("light");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Narrower than a window can be. */
    private static void width(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPreviewKeepsTheRulesOfPagesAndFollowsASave(@TempDir Path folder) throws IOException {
        LabSite site = new LabSite(folder);
        try (PreviewServer preview = PreviewServer.start(site.preview(), 0)) {
            String axe = rules();
            for (String query : List.of("?lang=fr", "?lang=en&line=5")) {
                browser.manage().window().setSize(new Dimension(500, 900));
                browser.get(preview.address() + query);
                assertThat((Boolean) browser.executeScript(
                                "return document.documentElement.scrollWidth <= window.innerWidth + 1"))
                        .as("%s fits", query)
                        .isTrue();
                browser.manage().window().setSize(new Dimension(1280, 1000));
                browser.executeScript(axe);
                assertThat((List<Object>) browser.executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
                          .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));
                        """))
                        .as(query)
                        .isEmpty();
            }
            browser.manage().logs().get("browser");
            site.sheet("Places: integer", "Places: intger");
            new WebDriverWait(browser, Duration.ofSeconds(20))
                    .until(b -> !b.findElements(By.cssSelector(".excerpt mark")).isEmpty());
            assertThat(browser.findElement(By.cssSelector(".excerpt mark")).getText())
                    .isEqualTo("13    Places: intger");
            assertThat(browser.manage().logs().get("browser").getAll())
                    .extracting(LogEntry::getMessage)
                    .isEmpty();
        }
    }

    private static String rules() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noPageIsWiderThanAPhone() {
        browser.manage().window().setSize(new Dimension(500, 900));
        for (String page : PAGES) {
            visit(page);
            assertThat((Boolean) browser.executeScript(
                            "return document.documentElement.scrollWidth <= window.innerWidth + 1"))
                    .as("/%s fits", page)
                    .isTrue();
        }
        browser.manage().window().setSize(new Dimension(1280, 1000));
    }

    @Test
    void theLanguageIsChangedByALinkAndStays() {
        visit("?lang=fr");
        browser.findElement(By.cssSelector(".languages a[lang=en]")).click();
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
        visit("catalog.html");
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
    }

    private static void visit(String path) {
        browser.get(sample().origin() + path);
    }
}
