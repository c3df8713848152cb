package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.draft.preview.LabSite;
import fr.pleiade.release.Releases;
import fr.pleiade.web.preview.PreviewServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
            "doc/etablissement/VaJ52.html",
            "doc/commune/35238.html",
            "doc/commune/91228.html",
            "doc/mouvement/1968-01-01-41-COM78228-COM91228.html",
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
            "search?q=zzzzqqq",
            "sparql",
            "sparql?query=SELECT%20%2A%20%7B%20%3Fthing%20a%20%3Fclass%20%7D%20LIMIT%205",
            "sparql?query=SELECT",
            "sparql/build?class=org:FormalOrganization&p1=schema:foundingDate&o1=least&v1=jadis",
            "sparql?query=ASK%7B%7D",
            "stars",
            "dataset/etablissements/stars",
            "dataset/etablissements/harvest",
            "catalog/harvest",
            "catalog?_profile=alt",
            "series/code-officiel-geographique",
            "list/etablissement",
            "list/etablissement?view=areas",
            "list/commune",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "cube",
            "cube/inscrits",
            "cube/inscrits?rentree=2017",
            "changes",
            "why?subject=id/etablissement/xJdyB&predicate=schema:foundingDate",
            "reconcile/table",
            "api",
            "conformance.html",
            "accessibility",
            "legal",
            "nowhere");
    /** A thing of a small site that its last release has not. */
    private static final String GONE = "doc/thing/gone";

    /** By {@code -Dpleiade.every-look} each rule is tried in each of the eight looks of a page; it takes two minutes more. */
    private static final boolean IS_WHOLE = Boolean.getBoolean("pleiade.every-look");

    /** What a scheme or a width has a bearing on. */
    private static final String LOOKS =
            "['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']";

    private static final String NONE = "[]";

    /** The fifth row of a table and the fifth item of a list are like the fourth. */
    private static final String MORE_OF_THE_SAME =
            "tbody > tr:nth-of-type(n+5), li:nth-of-type(n+5), dl > div:nth-of-type(n+5), option:nth-of-type(n+5)";

    private static final String ALL = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private static final int PHONE = 320;
    private static final int DESK = 1280;

    @TempDir
    static Path changed;

    private static ChromeDriver browser;
    private static String emulated = "";
    private static List<Seen> seen = List.of();

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.start();
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2)); // beside other tests
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    /**
     * A page in a language, as it was when it was visited.
     *
     * @param origin of the server, with its last slash
     * @param page its address there
     * @param requests the addresses that it asked for
     * @param console what it wrote
     * @param faults what it has that no page may have
     * @param looks how it looks in each scheme at each width
     */
    private record Seen(
            String origin,
            String page,
            String language,
            List<String> requests,
            List<LogEntry> console,
            List<String> faults,
            List<Look> looks) {
        String at(Look look) {
            return "/%s in %s, %s, %d".formatted(page, language, look.scheme(), look.width());
        }
    }

    /**
     * A page in a scheme at a width.
     *
     * @param violations of rules of accessibility
     * @param isWider whether it has to be moved sideways
     * @param background the colour of the paper
     * @param picture some ten thousand pixels, at the wider width
     */
    private record Look(
            String scheme,
            int width,
            List<Object> violations,
            boolean isWider,
            String background,
            Optional<BufferedImage> picture) {
        Look with(List<Object> found) {
            return new Look(scheme, width, found, isWider, background, picture);
        }
    }

    /** {@return all pages in both languages, each visited once for all tests} */
    private static List<Seen> seen() throws IOException {
        if (seen.isEmpty()) {
            browser.get("about:blank");
            browser.manage().logs().get("performance"); // what other tests asked for is not of these pages
            browser.manage().logs().get("browser");
            Object onEachPage = browser.executeCdpCommand(
                            "Page.addScriptToEvaluateOnNewDocument", Map.of("source", rules()))
                    .get("identifier");
            seen = visited();
            browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", onEachPage));
            emulateNothing();
        }
        return seen;
    }

    private static List<Seen> visited() throws IOException {
        List<Seen> visited = new ArrayList<>();
        String pinned = "release/" + sample().release().id();
        List<String> pages = Stream.concat(
                        PAGES.stream(), Stream.of(pinned + "/doc/etablissement/0Mvk5.html", pinned + "/catalog"))
                .toList();
        visit(sample().origin(), pages, visited);
        SmallSite site = new SmallSite(changed).publish("gone;Gone;", "stays;Old;");
        String past =
                Releases.in(changed.resolve("state")).current().orElseThrow().id();
        site.publish("stays;New;");
        try (PleiadeServer server = site.serve()) {
            visit(
                    "http://127.0.0.1:" + server.port() + "/",
                    List.of(GONE, "release/" + past + "/" + GONE, "release/" + past + "/doc/thing/stays", "changes"),
                    visited);
        }
        return visited;
    }

    private static void visit(String origin, List<String> pages, List<Seen> visited) throws IOException {
        for (String page : pages) {
            for (String language : List.of("fr", "en")) {
                visited.add(seen(origin, page, language));
            }
        }
    }

    private static Seen seen(String origin, String page, String language) throws IOException {
        emulate("light", DESK);
        browser.get(origin + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : browser.manage().logs().get("performance")) {
            JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
            if (message.get("method").asString().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asString());
            }
        }
        List<LogEntry> console = browser.manage().logs().get("browser").getAll();
        List<String> faults = faults(language);
        return new Seen(origin, page, language, requests, console, faults, looks(language));
    }

    /** {@return how the page looks, which has the rules with it; it is thinned out} */
    private static List<Look> looks(String language) throws IOException {
        List<Look> looks = new ArrayList<>();
        looks.add(look("light", DESK));
        looks.add(look("dark", DESK));
        looks.add(look("dark", PHONE));
        looks.add(look("light", PHONE));
        browser.executeScript(
                "document.querySelectorAll(arguments[0]).forEach(element => element.remove())", MORE_OF_THE_SAME);
        looks.replaceAll(look -> {
            String rules = rules(language, look.scheme(), look.width());
            return rules.equals(NONE) ? look : look.with(violations(look, rules));
        });
        return looks;
    }

    /**
     * {@return the rules that are tried in a look: French in light and English in dark, so that what the look has a bearing on is tried in each
     * scheme at each width, and in each language at each width; all of them in French on a desk and in English on a phone}
     */
    private static String rules(String language, String scheme, int width) {
        boolean isFrench = language.equals("fr");
        if (!IS_WHOLE && isFrench != scheme.equals("light")) {
            return NONE;
        }
        return IS_WHOLE || isFrench == (width == DESK) ? ALL : LOOKS;
    }

    private static Look look(String scheme, int width) throws IOException {
        emulate(scheme, width);
        List<?> measured = (List<?>) browser.executeScript("""
                const page = document.documentElement;
                return [page.scrollWidth > window.innerWidth + 1, getComputedStyle(page).backgroundColor]""");
        return new Look(
                scheme,
                width,
                List.of(),
                Boolean.TRUE.equals(measured.get(0)),
                (String) measured.get(1),
                width == DESK ? Optional.of(picture()) : Optional.empty());
    }

    private static List<Object> violations(Look look, String rules) {
        emulate(look.scheme(), look.width());
        return violations(rules);
    }

    /** {@return the rules that the page breaks as it stands now} */
    private static List<Object> violationsNow() throws IOException {
        browser.executeScript(rules());
        return violations(ALL);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> violations(String rules) {
        return (List<Object>) browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {
                    runOnly: {type: '%s', values: %s},
                    rules: {'label-content-name-mismatch': {enabled: true}},
                    resultTypes: ['violations'], preload: false })
                  .then(r => done(r.violations
                    .map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));
                """.formatted(rules.equals(ALL) ? "tag" : "rule", rules));
    }

    /** {@return what can be seen, at an eighth of its width} */
    private static BufferedImage picture() throws IOException {
        Map<String, Object> answer = browser.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("clip", Map.of("x", 0, "y", 0, "width", DESK, "height", 900, "scale", 0.125)));
        byte[] png = Base64.getDecoder().decode((String) answer.get("data"));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(String language) {
        return (List<String>) browser.executeScript("""
                const all = (selector) => [...document.querySelectorAll(selector)];
                const ids = all('[id]').map(element => element.id);
                return [
                    ...(document.documentElement.lang === arguments[0] ? [] : ['another language']),
                    ...['h1', 'main'].filter(one => all(one).length !== 1).map(one => all(one).length + ' ' + one),
                    ...all('a:not([aria-label]):empty, img:not([alt]), table:not(:has(caption))')
                        .map(element => 'no name: ' + element.outerHTML),
                    ...ids.filter((id, i) => ids.indexOf(id) < i).map(id => 'an id twice: ' + id)]""", language);
    }

    @Test
    void a7_noPageAsksAnotherHostOrBreaksThePolicy() throws IOException {
        for (Seen page : seen()) {
            assertThat(page.requests())
                    .as(page.page())
                    .allMatch(url -> url.matches("(data:|blob:|chrome|%s).*".formatted(page.origin())));
            assertThat(page.console().stream().map(LogEntry::getMessage))
                    .as(page.page())
                    .noneMatch(m -> m.contains("Content Security Policy") && m.contains("script"))
                    .noneMatch(m -> m.contains("Uncaught"));
        }
    }

    @Test
    void noPageWritesAnErrorToTheConsole() throws IOException {
        for (Seen page : seen()) {
            assertThat(page.console())
                    .as(page.page())
                    .filteredOn(entry -> entry.getLevel().equals(Level.SEVERE))
                    .extracting(LogEntry::getMessage)
                    .allMatch(message -> message.startsWith(page.origin() + "nowhere")
                            || message.startsWith(page.origin() + GONE)
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
        assertThat(browser.findElement(By.id("wrong")).getText()).contains("ligne 1", "il fallait");
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
        assertThat(violationsNow()).isEmpty();
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
        assertThat(violationsNow()).isEmpty();
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
        Chromium.patience(browser).until(b -> (Boolean) browser.executeScript(script));
    }

    @Test
    void everyPageIsDarkForWhoWantsItDark() throws IOException {
        for (Seen page : seen()) {
            for (Look look : page.looks()) {
                assertThat(brightness(look.background()))
                        .as("/%s in %s: %s", page.page(), look.scheme(), look.background())
                        .satisfies(brightness -> {
                            if (look.scheme().equals("light")) {
                                assertThat(brightness).isGreaterThan(200);
                            } else {
                                assertThat(brightness).isLessThan(60);
                            }
                        });
            }
        }
    }

    /** Not the paper only: nine of ten pixels of a page differ, and it is dark all over. */
    @Test
    void whatIsSeenInTheDarkIsAnotherPicture() throws IOException {
        for (Seen page : seen()) {
            List<BufferedImage> pictures = page.looks().stream()
                    .flatMap(look -> look.picture().stream())
                    .toList();
            BufferedImage light = pictures.get(0);
            BufferedImage dark = pictures.get(1);
            int pixels = light.getWidth() * light.getHeight();
            int different = 0;
            long brightness = 0;
            for (int i = 0; i < pixels; i++) {
                int one = brightness(light.getRGB(i % light.getWidth(), i / light.getWidth()));
                int other = brightness(dark.getRGB(i % light.getWidth(), i / light.getWidth()));
                different += Math.abs(one - other) > 24 ? 1 : 0;
                brightness += other;
            }
            assertThat(100.0 * different / pixels)
                    .as("/%s: pixels that differ, of a hundred", page.page())
                    .isGreaterThan(90);
            assertThat(brightness / pixels).as("/%s in the dark", page.page()).isLessThan(80);
        }
    }

    private static int brightness(int pixel) {
        return ((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255)) / 3;
    }

    @Test
    void linksButtonsAndTheHeaderHaveThePublishersColour() {
        String[] links = sample().get("look.css").body().split("--link: ");
        for (String scheme : List.of("light", "dark")) {
            emulate(scheme, DESK);
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
        emulateNothing();
    }

    /** Shows the page as who wants it light or dark sees it, at a width that may be narrower than a window can be. */
    private static void emulate(String scheme, int width) {
        if (!emulated.startsWith(scheme)) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        }
        if (!emulated.endsWith(" " + width)) {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        }
        emulated = scheme + " " + width;
    }

    private static void emulateNothing() {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        emulated = "";
    }

    /** {@return the mean of red, green and blue in {@code rgb(255, 255, 255)}} */
    private static double brightness(String colour) {
        return Stream.of(colour.replaceAll("[^0-9,]", "").split(","))
                .limit(3)
                .mapToInt(Integer::parseInt)
                .average()
                .orElseThrow();
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
    void a1_everyPageHasOneHeadingALanguageAndNamesForItsControls() throws IOException {
        for (Seen page : seen()) {
            assertThat(page.faults())
                    .as("/%s in %s", page.page(), page.language())
                    .isEmpty();
        }
    }

    @Test
    void a1_noPageBreaksARuleOfAccessibility() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Seen page : seen()) {
            for (Look look : page.looks()) {
                look.violations().forEach(rule -> broken.add(page.at(look) + ": " + rule));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a1_aTableThatWasSentBreaksNoRuleOfAccessibility(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "nom,uai\nEHESS,0753742K\nNobody <b>,x\n");
        for (String language : List.of("fr", "en")) {
            emulate("light", DESK);
            visit("reconcile/table?lang=" + language);
            browser.findElement(By.id("file")).sendKeys(table.toString());
            browser.findElement(By.cssSelector("form[method=post] button")).click();
            Chromium.patience(browser)
                    .until(b -> !b.findElements(By.cssSelector("main table")).isEmpty());
            browser.executeScript(rules());
            for (Look look : looks(language)) {
                assertThat(look.violations())
                        .as("%s, %s, %d", language, look.scheme(), look.width())
                        .isEmpty();
                assertThat(look.isWider()).as("%d", look.width()).isFalse();
            }
        }
        emulateNothing();
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
            Chromium.patience(browser)
                    .until(b -> !b.findElements(By.cssSelector(".excerpt mark")).isEmpty());
            assertThat(browser.findElement(By.cssSelector(".excerpt mark")).getText())
                    .isEqualTo("13    Places: intger");
            assertThat(browser.manage().logs().get("browser").getAll())
                    .extracting(LogEntry::getMessage)
                    .isEmpty();
        }
    }

    @Test
    void thingsAtFaultBreakNoLayout(@TempDir Path folder) throws IOException {
        try (PleiadeServer server = OddSite.publish(folder, 0).serve()) {
            emulate("light", PHONE);
            List<String> pages = Stream.concat(
                            OddSite.THINGS.stream().map(thing -> "doc/thing/" + thing + ".html"),
                            Stream.of("list/thing", "search?q=www", "", "search?q=" + OddSite.LONG.substring(0, 2_000)))
                    .toList();
            for (String page : pages) {
                browser.get("http://127.0.0.1:" + server.port() + "/" + page);
                assertThat(browser.findElements(By.tagName("h1"))).as(page).hasSize(1);
                assertThat((Boolean) browser.executeScript(
                                "return document.documentElement.scrollWidth <= window.innerWidth + 1"))
                        .as("/%s fits", page)
                        .isTrue();
            }
        } finally {
            emulateNothing();
        }
    }

    private static String rules() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        List<String> wider = new ArrayList<>();
        for (Seen page : seen()) {
            page.looks().stream().filter(Look::isWider).map(page::at).forEach(wider::add);
        }
        assertThat(wider).isEmpty();
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
